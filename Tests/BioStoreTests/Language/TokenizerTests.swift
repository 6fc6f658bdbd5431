import Testing

@testable import BioStore

@Test(arguments: [
  ("She didn't go.", "She did n't go ."),
  ("Anna's father cannot come", "Anna 's father can not come"),
  ("They’re the workers' club", "They ’re the workers ' club"),
  ("He can't, won't; I'm gonna", "He ca n't , wo n't ; I 'm gon na"),
  ("O'Reilly of the coup d'état", "O'Reilly of the coup d'état"),
])
func contractionsAndPossessivesAreCut(text: String, expected: String) {
  #expect(tokens(text) == expected)
}

@Test(arguments: [
  ("a left-wing co-founder", "a left - wing co-founder"),
  ("the mid-1920s non-fiction e-mail", "the mid-1920s non-fiction e-mail"),
  ("in 1922–25 and 1930-31", "in 1922 – 25 and 1930 - 31"),
  ("Jean-Paul al-Din", "Jean - Paul al - Din"),
  ("he/she in 1922/23", "he / she in 1922/23"),
  ("home—the last—and", "home — the last — and"),
])
func hyphensCutUnlessTheyFollowAPrefix(text: String, expected: String) {
  #expect(tokens(text) == expected)
}

@Test(arguments: [
  ("Dr. J. R. Smith of St. Ives", "Dr. J. R. Smith of St. Ives"),
  ("the U.S. Army, e.g. No. 5", "the U.S. Army , e.g. No. 5"),
  ("He said no. She left.", "He said no . She left ."),
  ("born c. 1320, fl. 1350", "born c. 1320 , fl. 1350"),
  ("a Ph.D. from Yale", "a Ph.D. from Yale"),
  ("He knew Charles V. He", "He knew Charles V . He"),
])
func stopsOfAbbreviationsStayWithThem(text: String, expected: String) {
  #expect(tokens(text) == expected)
}

@Test(arguments: [
  ("1,200 men, 7.5% of $3.5m", "1,200 men , 7.5 % of $ 3.5 m"),
  ("the 3rd and 1920s, 35mm at 10:30", "the 3rd and 1920s , 35 mm at 10:30"),
  ("in 1905,1906", "in 1905 , 1906"),
  ("the 1930’s", "the 1930’s"),
  ("#1 at US$5", "#1 at US$ 5"),
])
func numbersKeepTheirMarks(text: String, expected: String) {
  #expect(tokens(text) == expected)
}

@Test(arguments: [
  ("(Russian: Пётр Залутский)", "( Russian : Пётр Залутский )"),
  ("\"Yes,\" he said...", "\" Yes , \" he said ..."),
  ("‘province’ and “Thermidor”", "‘ province ’ and “ Thermidor ”"),
  ("see https://example.org/a-b?c=1.", "see https://example.org/a-b?c=1 ."),
  ("He left home.He returned.", "He left home . He returned ."),
  ("Łódź and Lunéville", "Łódź and Lunéville"),
  ("AT&T and .NET", "AT&T and .NET"),
])
func marksAndOtherScriptsAreTokens(text: String, expected: String) {
  #expect(tokens(text) == expected)
}

@Test func tokensCoverEverythingButWhiteSpace() {
  let text = "= A =\n\nMr. O’Neil\u{A0}(née “Ó”)—born 1,200 B.C.—said:\r\n‘No!’… *x* @home {y} a\u{301}e 中文。"
  let reading = segmented(text)
  let scalars = ScalarText(text)
  var covered = Set<Int>()
  for token in reading.tokens {
    #expect(scalars[token.range] == token.form)
    for offset in token.range { #expect(covered.insert(offset).inserted) }
  }
  let body = text.unicodeScalars.enumerated().drop { $0.offset < 7 }.filter { !$0.element.isSpace }
  #expect(covered == Set(body.map(\.offset)))
}
