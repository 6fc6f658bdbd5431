import Testing

@testable import BioStore

@Test func labelsOfANameFollowOneAnother() {
  let begin = NameLabel(.person, .begin)
  #expect(begin.allows(NameLabel(.person, .last)))
  #expect(!begin.allows(NameLabel(.place, .last)))
  #expect(!begin.allows(.outside))
  #expect(NameLabel.outside.allows(NameLabel(.work, .unit)))
  #expect(!NameLabel.outside.allows(NameLabel(.work, .inside)))
  #expect(NameLabel.labels(.event, count: 3).map(\.position) == [.begin, .inside, .last])
}

@Test func decoderFindsTheBestSequenceThatIsAllowed() {
  var decoder = NameDecoder<Int32>(unreachable: .min / 2)
  decoder.scores = [Int32](repeating: 0, count: 3 * NameLabel.count)
  // "last" of a place would win at the second token, but no place begins before it.
  decoder.scores[Int(NameLabel(.person, .begin).rawValue)] = 5
  decoder.scores[NameLabel.count + Int(NameLabel(.place, .last).rawValue)] = 4
  decoder.scores[NameLabel.count + Int(NameLabel(.person, .last).rawValue)] = 3
  let labels = decoder.decode(count: 3)
  #expect(labels.map { NameLabel(rawValue: $0).kind } == [.person, .person, nil])
  let constrained = decoder.decode(count: 3) { _ in .outside }
  #expect(constrained == [0, 0, 0])
}

@Test func spansAreReadFromLabels() {
  let labels = [NameLabel(.place, .unit), .outside, NameLabel(.work, .begin), NameLabel(.work, .last)]
  let spans = NameLabel.spans(of: labels.map(\.rawValue), in: 0..<4)
  #expect(spans.map(\.range) == [0..<1, 2..<4])
  #expect(spans.map(\.kind) == [.place, .work])
}
