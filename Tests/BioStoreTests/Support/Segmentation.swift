@testable import BioStore

/// The reading of one article's text after the segmenter.
func segmented(_ text: String) -> Reading {
  var reading = Reading(article: Article(title: "", text: text, source: "test"))
  Segmenter().segment(&reading)
  return reading
}

/// The tokens of a text, parted by blanks.
func tokens(_ text: String) -> String {
  segmented(text).tokens.map(\.form).joined(separator: " ")
}

/// The sentences of a text as they stand in it.
func sentences(_ text: String) -> [String] {
  let reading = segmented(text)
  let scalars = ScalarText(reading.article.text)
  return reading.sentences.map { scalars[$0.range] }
}
