#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How likely a fact is right, from how often its rule was right on the development set and from what speaks for it here.
///
/// A logistic regression with few weights, none of which can turn a good sign into a bad one:
///
///     logit c = bias + rule · logit p(rule) + step · logit p(step) + attachment · logit a + name · log n − purpose
///
/// `p(rule)` is the rule's precision, smoothed towards that of its fact type, which is smoothed towards that of all facts;
/// `p(step)` that of the least certain step of coreference; `a` the least certain attachment of the words it hangs on; `n`
/// the least certain name. Counts and weights stand in `lexicons/fact-confidence.tsv`, which
/// `Scripts/train_fact_confidence.py` makes.
struct FactConfidence: Sendable {
  private struct Counts: Sendable {
    var right = 0.0
    var wrong = 0.0

    /// The share of right ones, as if `strength` more had been seen with the share `prior`.
    func precision(prior: Double, strength: Double) -> Double {
      (right + strength * prior) / (right + wrong + strength)
    }
  }

  private var rules: [String: Counts] = [:]
  private var types: [String: Counts] = [:]
  private var steps: [String: Counts] = [:]
  private var all = Counts()
  private var weights: [String: Double] = [:]

  /// Reads the embedded table. Without one every fact is as certain as its rule says.
  static let standard = FactConfidence()

  private init() {
    for row in LexiconFile.rows("lexicons/fact-confidence.tsv") {
      if row.count >= 4, let right = Double(row[2]), let wrong = Double(row[3]) {
        let counts = Counts(right: right, wrong: wrong)
        switch row[0] {
        case "rule": rules[String(row[1])] = counts
        case "type": types[String(row[1])] = counts
        case "step": steps[String(row[1])] = counts
        default: all = counts
        }
      } else if row.count == 3, row[0] == "weight" {
        weights[String(row[1])] = Double(row[2])
      }
    }
  }

  /// From 0 to 1; never less for a sign that is better.
  func confidence(of signs: FactSigns, type: FactType) -> Double {
    guard !weights.isEmpty else { return signs.declared }
    let bounded = { (share: Double) in min(max(share, 0.02), 0.98) }
    let logit = { (share: Double) in log(bounded(share) / (1 - bounded(share))) }
    var sum = weight("bias") + weight("rule") * logit(precision(of: signs, type: type))
    sum += weight("step") * logit(precision(ofSteps: signs.steps))
    sum += weight("attachment") * logit(signs.attachment)
    sum += weight("name") * log(bounded(signs.name))
    if signs.isPurpose { sum -= weight("purpose") }
    return 1 / (1 + exp(-sum))
  }

  private func weight(_ name: String) -> Double { weights[name] ?? 0 }

  private func precision(of signs: FactSigns, type: FactType) -> Double {
    let general = all.precision(prior: 0.8, strength: 1)
    let ofType = (types[type.rawValue] ?? Counts()).precision(prior: general, strength: weight("strength"))
    let prior = ofType * signs.declared
    return (rules[signs.rule] ?? Counts()).precision(prior: prior, strength: weight("strength"))
  }

  private func precision(ofSteps names: [String]) -> Double {
    let general = all.precision(prior: 0.8, strength: 1)
    return names.map { (steps[$0] ?? Counts()).precision(prior: general, strength: 2 * weight("strength")) }
      .min() ?? general
  }
}
