#!/usr/bin/env python3
"""Writes Sources/TrainReader/Resources/word-clusters.txt: Brown clusters of frequent English words, for TrainReader.

    pip download --no-deps spacy-lookups-data==1.0.5
    Scripts/build_word_clusters.py spacy_lookups_data-1.0.5-py2.py3-none-any.whl

A line is a cluster: its number (the low bits are the first steps of the binary tree of clusters), a tab, its words.
Words that are rarer than LIMIT others or hold anything but letters, hyphens, apostrophes and full stops are left
out. Standard library only. Source: spacy-lookups-data (MIT licence).
"""
import collections
import gzip
import json
import pathlib
import re
import sys
import zipfile

OUT = pathlib.Path(__file__).resolve().parent.parent / 'Sources/TrainReader/Resources/word-clusters.txt'
LIMIT = 100_000
FOLDER = 'spacy_lookups_data/data/'


def main():
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        def table(name):
            return json.loads(gzip.decompress(wheel.read(f'{FOLDER}en_lexeme_{name}.json.gz')))
        clusters, log_probabilities = table('cluster'), table('prob')
    usable = [word for word, cluster in clusters.items()
              if cluster > 0 and re.fullmatch(r"[^\W\d_]+([-'.][^\W\d_]+)*\.?", word) and word in log_probabilities]
    usable.sort(key=lambda word: (-log_probabilities[word], word))
    words = collections.defaultdict(list)
    for word in usable[:LIMIT]:
        words[clusters[word]].append(word)
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open('w', encoding='utf-8') as file:
        for cluster in sorted(words):
            file.write(f'{cluster}\t{" ".join(sorted(words[cluster]))}\n')


main()
