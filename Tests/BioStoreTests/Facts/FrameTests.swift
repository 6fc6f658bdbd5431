import Testing

@testable import BioStore

/// A sentence in short: "form lemma TAG XPOS head relation" a word, heads from 1, 0 for the root.
private func reading(_ words: String) throws -> Reading {
  let lines = words.split(separator: "\n").enumerated().map { number, line in
    let column = line.split(separator: " ").map(String.init)
    return
      "\(number + 1)\t\(column[0])\t\(column[1])\t\(column[2])\t\(column[3])\t_\t\(column[4])\t\(column[5])\t_\t_"
  }
  return Reading(conllu: try CoNLLU.parse(lines.joined(separator: "\n") + "\n\n"))
}

/// The forms of the arguments of the token that has this form, by role.
private func arguments(_ form: String, _ role: String, in reading: Reading) -> [String] {
  let engine = RuleEngine(rules: .standard)
  let frames = engine.frames(of: reading)
  guard let predicate = reading.tokens.firstIndex(where: { $0.form == form }),
    let wanted = engine.rules.lexicon.roles.role(role)
  else { return ["?"] }
  return frames.arguments(of: predicate).filter { $0.role == wanted }
    .map { $0.token < 0 ? "(elided)" : reading.tokens[$0.token].form }
}

private func factuality(_ form: String, in reading: Reading) -> Factuality? {
  let frames = RuleEngine(rules: .standard).frames(of: reading)
  return reading.tokens.firstIndex { $0.form == form }.map { frames.frames[$0].factuality }
}

@Test func passiveAgentIsTheSubject() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    taught teach VERB VBN 0 root
    by by ADP IN 5 case
    Ivan Ivan PROPN NNP 3 obl:agent
    """)
  #expect(arguments("taught", "subject", in: reading) == ["Ivan"])
  #expect(arguments("taught", "object", in: reading) == ["Ana"])
}

@Test func relativePronounsGiveWayToTheirNoun() throws {
  let reading = try reading(
    """
    Ivan Ivan PROPN NNP 6 nsubj
    , , PUNCT , 4 punct
    who who PRON WP 4 nsubj
    taught teach VERB VBD 1 acl:relcl
    Ana Ana PROPN NNP 4 obj
    left leave VERB VBD 0 root
    """)
  #expect(arguments("taught", "subject", in: reading).contains("Ivan"))
  #expect(!arguments("taught", "subject", in: reading).contains("who"))
}

@Test func coordinatedVerbsShareSubjectAndObject() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 2 nsubj
    founded found VERB VBD 0 root
    and and CCONJ CC 4 cc
    led lead VERB VBD 2 conj
    Zora Zora PROPN NNP 2 obj
    """)
  #expect(arguments("led", "subject", in: reading) == ["Ana"])
  #expect(arguments("led", "object", in: reading) == ["Zora"])
}

@Test func controlledInfinitivesHaveTheSubjectOfTheirVerb() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 2 nsubj
    helped help VERB VBD 0 root
    to to PART TO 4 mark
    found found VERB VB 2 xcomp
    Zora Zora PROPN NNP 4 obj
    """)
  #expect(arguments("found", "subject", in: reading) == ["Ana"])
  #expect(factuality("found", in: reading) == .asserted)
}

@Test func whatIsOnlyWantedIsNotAsserted() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 2 nsubj
    wanted want VERB VBD 0 root
    to to PART TO 4 mark
    leave leave VERB VB 2 xcomp
    """)
  #expect(factuality("wanted", in: reading) == .asserted)
  #expect(factuality("leave", in: reading) == .planned)
}

@Test func nominalsHaveTheirBearerFromCopulaAndCoordination() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 4 nsubj
    was be AUX VBD 4 cop
    a a DET DT 4 det
    poet poet NOUN NN 0 root
    and and CCONJ CC 6 cc
    painter painter NOUN NN 4 conj
    """)
  #expect(arguments("poet", "bearer", in: reading) == ["Ana"])
  #expect(arguments("painter", "bearer", in: reading) == ["Ana"])
}

@Test func verbsOfBecomingTellWhoBearsTheRole() throws {
  let reading = try reading(
    """
    Ana Ana PROPN NNP 3 nsubj:pass
    was be AUX VBD 3 aux:pass
    appointed appoint VERB VBN 0 root
    secretary secretary NOUN NN 3 xcomp
    """)
  #expect(arguments("secretary", "bearer", in: reading) == ["Ana"])
}

@Test func eventNounsHaveTheArgumentsOfTheirVerb() throws {
  let reading = try reading(
    """
    The the DET DT 2 det
    arrest arrest NOUN NN 0 root
    of of ADP IN 4 case
    Ana Ana PROPN NNP 2 nmod
    """)
  #expect(arguments("arrest", "object", in: reading) == ["Ana"])
}

@Test func sentencesWithoutSubjectHaveAnElidedOne() throws {
  let reading = try reading(
    """
    Studied study VERB VBD 0 root
    law law NOUN NN 1 obj
    """)
  #expect(arguments("Studied", "subject", in: reading) == ["(elided)"])
}

@Test func negationAndModalsWithholdAssertion() throws {
  let denied = try reading(
    """
    Ana Ana PROPN NNP 3 nsubj
    never never ADV RB 3 advmod
    left leave VERB VBD 0 root
    """)
  #expect(factuality("left", in: denied) == .negated)
  let doubted = try reading(
    """
    Ana Ana PROPN NNP 4 nsubj
    may may AUX MD 4 aux
    have have AUX VB 4 aux
    left leave VERB VBN 0 root
    """)
  #expect(factuality("left", in: doubted) == .modal)
}
