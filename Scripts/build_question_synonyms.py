#!/usr/bin/env python3
"""Writes Sources/CResources/lexicons/question-synonyms.tsv: verbs that share a frequent sense with a trigger verb.

Reads WordNet 3.0 (Debian's wordnet-base, /usr/share/wordnet). A verb is a synonym if both it and the trigger stand in
one synset, among the first two senses of each.
"""
import pathlib, sys

root = pathlib.Path(__file__).resolve().parent.parent
lexicons = root / "Sources/CResources/lexicons"
wordnet = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")

triggers = []
for line in (lexicons / "question-verbs.tsv").read_text().splitlines():
    if line.startswith("#"):
        continue
    words = line.split("\t")[0].split()
    if len(words) == 1 or len(words) == 2:
        triggers += [w for w in words[0].split("|") if w not in triggers]

synsets, senses = {}, {}
for line in (wordnet / "data.verb").read_text().splitlines():
    if line.startswith("  "):
        continue
    fields = line.split()
    count = int(fields[3], 16)
    synsets[fields[0]] = [fields[4 + 2 * i] for i in range(count)]
for line in (wordnet / "index.verb").read_text().splitlines():
    if line.startswith("  "):
        continue
    fields = line.split()
    senses[fields[0]] = fields[-int(fields[2]):]

light = set("believe follow report can catch be have do make get take give go come put let set hold keep run turn bring".split())
found = {}
for trigger in triggers:
    if trigger in light:
        continue
    for rank, synset in enumerate(senses.get(trigger, [])[:2]):
        for verb in synsets[synset]:
            if "_" in verb or verb in triggers or verb in light or not verb.islower():
                continue
            place = senses[verb].index(synset)
            if place < 2:
                found.setdefault(verb, []).append((place + rank, trigger))
with open(lexicons / "question-synonyms.tsv", "w") as out:
    out.write("# Verbs that share a frequent sense of WordNet 3.0 with a trigger: verb <TAB> triggers, nearest first.\n")
    out.write("# Written by Scripts/build_question_synonyms.py.\n")
    for verb in sorted(found):
        names = []
        for _, trigger in sorted(found[verb]):
            if trigger not in names:
                names.append(trigger)
        out.write(verb + "\t" + " ".join(names[:3]) + "\n")
