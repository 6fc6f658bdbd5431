import BioStore
import Foundation

/// An article with names marked by hand, as the name trainer sees it.
struct NameExample: Sendable {
  var reading: Reading
  /// The labels that agree with the annotation, for each token; several where the corpus does not tell kinds apart.
  var allowed: [NameLabelSet]
  var corpus: String
}

/// Reads the corpora with names. Their kinds and conventions differ; here they become those of the guidelines.
enum NameCorpus {
  /// Articles of Re-DocRED: people, places, organisations, and the rest as "MISC".
  ///
  /// Demonyms, which the corpus calls locations, are no names; the rest is told apart by its relations in Wikidata.
  static func redocred(_ url: URL, pipeline: inout SyntaxPipeline) throws -> [NameExample] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: url).split(separator: UInt8(ascii: "\n")).map { line in
      let document = try decoder.decode(RedocredDocument.self, from: line)
      var reading = Reading(article: Article(title: document.title, text: document.text, source: url.path))
      Segmenter().segment(&reading)
      for sentence in reading.sentences { pipeline.annotate(sentence, of: &reading) }
      var allowed = [NameLabelSet](repeating: .outside, count: reading.tokens.count)
      let starts = reading.tokens.map(\.range.lowerBound)
      let text = ScalarText(document.text)
      for mention in document.names(text) {
        guard let tokens = tokens(of: mention.range, in: reading, starts: starts) else { continue }
        mark(tokens, kinds: mention.kinds, in: &allowed)
      }
      return NameExample(reading: reading, allowed: allowed, corpus: "redocred")
    }
  }

  /// The tokens that a range of scalars touches.
  private static func tokens(of range: Range<Int>, in reading: Reading, starts: [Int]) -> Range<Int>? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if reading.tokens[middle].range.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < starts.count, starts[end] < range.upperBound { end += 1 }
    return low < end ? low..<end : nil
  }

  private static func mark(_ tokens: Range<Int>, kinds: [NameLabel.Kind], in allowed: inout [NameLabelSet]) {
    guard allowed[tokens].allSatisfy({ $0 == .outside }) else { return }
    for index in tokens { allowed[index] = [] }
    for kind in kinds {
      for (index, label) in zip(tokens, NameLabel.labels(kind, count: tokens.count)) {
        allowed[index].insert(NameLabelSet(label))
      }
    }
  }

  /// Sentences in the IOB2 format, one document after each `-DOCSTART-` line.
  ///
  /// With `treebank` the tokens are those of its sentences, in the same order.
  static func iob2(
    _ url: URL, corpus: String, treebank: [CoNLLUSentence]?, pipeline: inout SyntaxPipeline
  ) throws -> [NameExample] {
    var examples: [NameExample] = []
    var next = 0
    for document in try documents(url) {
      let sentences = document.map { sentence in
        defer { next += 1 }
        if let treebank, next < treebank.count, treebank[next].words.map(\.form) == sentence.map(\.form) {
          return treebank[next]
        }
        return CoNLLUSentence(
          words: sentence.map {
            CoNLLUWord(form: $0.form, lemma: $0.form, tag: .x, pennTag: .nn, head: nil, relation: .root)
          })
      }
      // The last part of a name such as GUM_bio_mozart is the nearest thing to a title.
      let name = sentences.first?.comment("newdoc id")?.split(separator: "_").last.map(String.init)
      var reading = Reading(conllu: sentences, title: name ?? "")
      for sentence in reading.sentences { pipeline.annotate(sentence, of: &reading) }
      let allowed = document.flatMap { labels(of: $0, corpus: corpus) }
      precondition(allowed.count == reading.tokens.count, "a label for each token")
      examples.append(NameExample(reading: reading, allowed: allowed, corpus: corpus))
    }
    return examples
  }

  private typealias Word = (form: String, label: String)

  private static func documents(_ url: URL) throws -> [[[Word]]] {
    var documents: [[[Word]]] = [[]]
    var sentence: [Word] = []
    func close() {
      if !sentence.isEmpty { documents[documents.count - 1].append(sentence) }
      sentence = []
    }
    for line in try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let fields = line.split(separator: "\t")
      if fields.count < 2 {
        close()
      } else if fields[0] == "-DOCSTART-" {
        close()
        documents.append([])
      } else {
        sentence.append((String(fields[0]), String(fields[1])))
      }
    }
    close()
    return documents.filter { !$0.isEmpty }
  }

  private static func labels(of sentence: [Word], corpus: String) -> [NameLabelSet] {
    var allowed = sentence.map { word in
      // GUM names no works and no other names: a capitalised word outside of its names may be one.
      corpus == "gum" && word.form.first?.isUppercase == true
        ? [.outside, NameLabelSet(kind: .work), NameLabelSet(kind: .other)] : NameLabelSet.outside
    }
    var start = 0
    while start < sentence.count {
      guard sentence[start].label.hasPrefix("B-") else {
        start += 1
        continue
      }
      let tag = sentence[start].label.dropFirst(2)
      var end = start + 1
      while end < sentence.count, sentence[end].label == "I-" + tag { end += 1 }
      let words = sentence[start..<end].map(\.form)
      let kinds = NameKindRules.kinds(tag: String(tag), words: words)
      for index in start..<end { allowed[index] = .outside }
      if !kinds.isEmpty { mark(start..<end, kinds: kinds, in: &allowed) }
      start = end
    }
    return allowed
  }
}
