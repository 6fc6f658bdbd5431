import Testing

@testable import BioStore

/// A mention of a passage: its place in the text without brackets, and whom it means.
private struct Expected {
  let range: Range<Int>
  let words: String
  let meaning: String
}

/// The text of a passage without its brackets, and what they hold.
private func parsed(_ marked: String) -> (text: String, mentions: [Expected]) {
  var text: [Unicode.Scalar] = []
  var mentions: [Expected] = []
  var start = 0
  var meaning: String?
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "[": start = text.count
    case "|": meaning = ""
    case "]":
      let words = String(String.UnicodeScalarView(text[start...]))
      mentions.append(Expected(range: start..<text.count, words: words, meaning: meaning ?? ""))
      meaning = nil
    default:
      if meaning == nil { text.append(scalar) } else { meaning?.unicodeScalars.append(scalar) }
    }
  }
  return (String(String.UnicodeScalarView(text)), mentions)
}

/// A life as far as coreference reads it, with the unnamed that facts may not need.
private func read(_ life: MarkedLife, _ text: String) -> Reading {
  var reading = Reading(article: Article(title: life.title, text: text, source: "test"))
  Segmenter().segment(&reading)
  SyntaxAnnotator().annotate(&reading)
  NameRecognizer().recognize(&reading)
  SyntaxAnnotator().refine(&reading)
  EntityResolver().resolve(&reading)
  return reading
}

/// Whether the mentions that end where the words end mean just those that the passage says.
private func isRight(_ expected: Expected, _ reading: Reading) -> Bool {
  let found = reading.mentions.filter { mention in
    mention.range.upperBound == expected.range.upperBound
      && mention.range.lowerBound + 4 >= expected.range.lowerBound
  }.map { reading.entities[$0.entity] }
  switch expected.meaning {
  case "-": return found.allSatisfy { $0.kind != .person }
  case "*": return !found.isEmpty && found.allSatisfy { !$0.isNamed }
  default:
    let names = expected.meaning.split(separator: "+").map { $0.drop { $0 == " " } }.map { name in
      name.hasSuffix(" ") ? String(name.dropLast()) : String(name)
    }
    return found.count == names.count
      && names.allSatisfy { name in found.contains { $0.name == name || $0.aliases.contains(name) } }
  }
}

/// Passages are hard on purpose: some of what they ask is beyond the steps. The floor is what stands today.
@Test(.enabled(if: ReaderModel.embedded != nil))
func mentionsOfMarkedLivesMeanWhoTheyShould() {
  var right = 0
  var wrong: [String] = []
  for life in markedLives {
    let (text, mentions) = parsed(life.text)
    let reading = read(life, text)
    for mention in mentions {
      if isRight(mention, reading) {
        right += 1
      } else {
        let found = reading.mentions.filter { $0.range.overlaps(mention.range) }
          .map { reading.entities[$0.entity].name + "/" + $0.step }
        wrong.append("\(life.title): \(mention.words) is \(mention.meaning), found \(found)")
      }
    }
  }
  let share = Double(right) / Double(right + wrong.count)
  #expect(share >= 0.88, "\(right) right; \(wrong.count) wrong:\n\(wrong.joined(separator: "\n"))")
}
