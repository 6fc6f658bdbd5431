/// Scores of coreference: how well the entities found agree with the annotated ones.
///
/// Mentions are numbers; an entity is a set of them. MUC after Vilain et al. (1995), B³ after Bagga and Baldwin (1998),
/// CEAF after Luo (2005); system mentions that the key does not have count as Pradhan et al. (2014) count them.
struct CoreferenceScorer {
  struct Score: Equatable {
    /// Numerators and denominators; those of several documents may be added.
    var recall: (Double, Double) = (0, 0)
    var precision: (Double, Double) = (0, 0)

    var recallRate: Double { recall.1 > 0 ? recall.0 / recall.1 : 0 }
    var precisionRate: Double { precision.1 > 0 ? precision.0 / precision.1 : 0 }
    var f1: Double {
      let sum = recallRate + precisionRate
      return sum > 0 ? 2 * recallRate * precisionRate / sum : 0
    }

    static func == (first: Self, second: Self) -> Bool {
      first.recall == second.recall && first.precision == second.precision
    }

    static func += (first: inout Self, second: Self) {
      first.recall.0 += second.recall.0
      first.recall.1 += second.recall.1
      first.precision.0 += second.precision.0
      first.precision.1 += second.precision.1
    }
  }

  let key: [Set<Int>]
  let response: [Set<Int>]

  // MARK: MUC

  /// The links that are needed and found.
  var muc: Score {
    Score(recall: Self.links(of: key, in: response), precision: Self.links(of: response, in: key))
  }

  private static func links(of entities: [Set<Int>], in others: [Set<Int>]) -> (Double, Double) {
    var found = 0
    var needed = 0
    for entity in entities {
      var parts = 0
      var rest = entity
      for other in others {
        let common = entity.intersection(other)
        if common.isEmpty { continue }
        parts += 1
        rest.subtract(common)
      }
      found += entity.count - parts - rest.count
      needed += entity.count - 1
    }
    return (Double(found), Double(needed))
  }

  // MARK: B³

  /// For each mention, how much of its entity is in the other side's entity of that mention.
  var bCubed: Score {
    Score(recall: Self.overlap(of: key, with: response), precision: Self.overlap(of: response, with: key))
  }

  private static func overlap(of entities: [Set<Int>], with others: [Set<Int>]) -> (Double, Double) {
    var sum = 0.0
    var count = 0.0
    for entity in entities {
      for other in others {
        let common = Double(entity.intersection(other).count)
        sum += common * common / Double(entity.count)
      }
      count += Double(entity.count)
    }
    return (sum, count)
  }

  // MARK: CEAF

  /// Entities matched one to one so that the likeness is greatest; counted in entities.
  var ceafEntities: Score {
    let total = bestMatch { common, first, second in 2 * common / (first + second) }
    return Score(recall: (total, Double(key.count)), precision: (total, Double(response.count)))
  }

  /// The same, counted in mentions.
  var ceafMentions: Score {
    let total = bestMatch { common, _, _ in common }
    let (keys, responses) = (key.map(\.count).reduce(0, +), response.map(\.count).reduce(0, +))
    return Score(recall: (total, Double(keys)), precision: (total, Double(responses)))
  }

  private func bestMatch(_ likeness: (Double, Double, Double) -> Double) -> Double {
    let values = key.map { first in
      response.map { second in
        let common = Double(first.intersection(second).count)
        return common == 0 ? 0 : likeness(common, Double(first.count), Double(second.count))
      }
    }
    return Assignment.greatestSum(values)
  }
}

/// The assignment problem, after Kuhn and Munkres in the form with potentials; cubic.
enum Assignment {
  /// The greatest sum of values with at most one from each row and each column.
  static func greatestSum(_ values: [[Double]]) -> Double {
    let size = max(values.count, values.first?.count ?? 0)
    guard size > 0 else { return 0 }
    func cost(_ row: Int, _ column: Int) -> Double {
      row < values.count && column < values[row].count ? -values[row][column] : 0
    }
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = rowPotential
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    var way = rowOfColumn
    for row in 1...size {
      rowOfColumn[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var (delta, next) = (Double.infinity, 0)
        for other in 1...size where !isUsed[other] {
          let reduced = cost(current - 1, other - 1) - rowPotential[current] - columnPotential[other]
          if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
          if least[other] < delta { (delta, next) = (least[other], other) }
        }
        for other in 0...size {
          if isUsed[other] {
            rowPotential[rowOfColumn[other]] += delta
            columnPotential[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        rowOfColumn[column] = rowOfColumn[way[column]]
        column = way[column]
      } while column != 0
    }
    return (1...size).reduce(0) { $0 - cost(rowOfColumn[$1] - 1, $1 - 1) }
  }
}
