import Foundation
import Testing

private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

/// The worked example of Pradhan et al., "Scoring Coreference Partitions of Predicted Mentions", ACL 2014, section 4.
@Test func scorersGiveThePublishedFiguresForMissingAndSpuriousMentions() {
  let scorer = CoreferenceScorer(
    key: [[1, 2, 3], [4, 5, 6, 7]], response: [[1, 2], [3, 4], [6, 7, 8, 9]])
  #expect(rounded(scorer.muc.recallRate) == 0.4)
  #expect(rounded(scorer.muc.precisionRate) == 0.4)
  #expect(rounded(scorer.bCubed.recallRate) == 0.42)
  #expect(rounded(scorer.bCubed.precisionRate) == 0.5)
  #expect(rounded(scorer.ceafMentions.recallRate) == 0.57)
  #expect(rounded(scorer.ceafMentions.precisionRate) == 0.5)
  #expect(rounded(scorer.ceafMentions.f1) == 0.53)
  #expect(rounded(scorer.ceafEntities.recallRate) == 0.65)
  #expect(rounded(scorer.ceafEntities.precisionRate) == 0.43)
  #expect(rounded(scorer.ceafEntities.f1) == 0.52)
}

/// The example of Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", 1998: two wrong links of
/// different weight, which MUC does not tell apart.
@Test func scorersGiveThePublishedFiguresForWrongLinks() {
  let key: [Set<Int>] = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
  let small = CoreferenceScorer(key: key, response: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
  let large = CoreferenceScorer(key: key, response: [[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]])
  #expect(rounded(small.muc.precisionRate) == 0.9)
  #expect(rounded(large.muc.precisionRate) == 0.9)
  #expect(rounded(small.muc.f1) == 0.95)
  #expect(rounded(small.bCubed.precisionRate) == 0.76)
  #expect(rounded(large.bCubed.precisionRate) == 0.58)
  #expect(small.bCubed.recallRate == 1)
}

@Test func equalPartitionsScoreOne() {
  let entities: [Set<Int>] = [[1, 4], [2, 3, 5], [6]]
  let scorer = CoreferenceScorer(key: entities, response: entities.reversed())
  for score in [scorer.muc, scorer.bCubed, scorer.ceafEntities, scorer.ceafMentions] {
    #expect(score.f1 == 1)
  }
}

@Test func assignmentFindsTheGreatestSum() {
  #expect(Assignment.greatestSum([[7, 5, 11], [5, 4, 1], [9, 3, 2]]) == 24)
  #expect(Assignment.greatestSum([[1, 2]]) == 2)
  #expect(Assignment.greatestSum([]) == 0)
}
