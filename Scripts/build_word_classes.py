#!/usr/bin/env python3
"""Writes Sources/CResources/lexicons/word-classes.tsv: English nouns and what kinds of thing they name.

    Scripts/build_word_classes.py [--wordnet /usr/share/wordnet]

A class is the closure of hyponyms of some synsets of WordNet 3.0 (ROOTS), with corrections by hand from
gazetteers/word-classes.tsv. A noun is in a class when its first sense is, or when senses that are in the class make
up a quarter of its uses in WordNet's sense-tagged texts. Names ("@i" instances) are left out. Standard library only.
"""
import argparse
import collections
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / 'Sources/CResources/lexicons/word-classes.tsv'

# In the order of the bits of `WordClasses`; a root is lemma.sense as WordNet numbers them, "-" takes a branch out.
ROOTS = {
    'person': 'person.1',
    'role': 'worker.1 professional.1 leader.1 expert.1 creator.2 entertainer.1 performer.1 athlete.1 intellectual.1 scientist.1 '
            'official.1 official.2 ruler.1 serviceman.1 soldier.1 clergyman.1 spiritual_leader.1 communicator.1 explorer.1 '
            'adjudicator.1 capitalist.2 politician.1 student.1 educator.1 defender.1 combatant.1 contestant.1 '
            'nobleman.1 employee.1 incumbent.1 religious.1 -criminal.1',
    'leader': 'leader.1 head.4 ruler.1 -guru.1',
    'official': 'official.1 official.2 politician.1 politician.2 diplomat.1 administrator.1 lawgiver.1 incumbent.1',
    'nobility': 'aristocrat.1 ruler.1 sovereign.1 noble.1',
    'soldier': 'serviceman.1 soldier.1 military_officer.1 military_personnel.1 warrior.1 combatant.1',
    'clergy': 'clergyman.1 spiritual_leader.1 religious.1 priest.1',
    'scholar': 'scientist.1 scholar.1 intellectual.1 mathematician.1',
    'writer': 'writer.1 writer.2 journalist.1 editor.1 poet.1',
    'artist': 'artist.1 musician.1 musician.2 performer.1 entertainer.1 composer.1',
    'athlete': 'athlete.1 player.1 contestant.1',
    'teacher': 'educator.1 trainer.1',
    'student': 'student.1 alumnus.1 disciple.1',
    'associate': 'associate.1 friend.1 ally.2 collaborator.1 supporter.1 companion.1 confidant.1 protege.1 follower.1',
    'opponent': 'adversary.1 enemy.2 opponent.2 rival.1 critic.3 dissenter.1',
    'criminal': 'criminal.1 wrongdoer.1 prisoner.1',
    'kin': 'relative.1 spouse.1 kinsman.1',
    'female': 'female.2 woman.1 kinswoman.1 female_sibling.1 wife.1',
    'male': 'male.2 man.1 kinsman.1 male_sibling.1 husband.1',
    'organisation': 'organization.1 institution.1 unit.3 movement.4 musical_organization.1 force.4 nongovernmental_organization.1',
    'party': 'party.1 faction.1 faction.2 movement.4',
    'government': 'government.1 ministry.2 ministry.3 legislature.1 agency.1 executive_department.1 government_department.1',
    'court': 'court.1 court.2 tribunal.1',
    'committee': 'committee.1 council.1 board.1 assembly.4 jury.1 jury.2',
    'militaryUnit': 'military_unit.1 military_service.1 army.1 navy.1 army_unit.1 fleet.3 armed_service.1 militia.1',
    'company': 'company.1 business.1 enterprise.2 firm.1 publisher.1 bank.2',
    'school': 'school.1 educational_institution.1 university.3 university.2 school.3 academy.2 academy.3',
    'periodical': 'periodical.1 newspaper.1 newspaper.2 magazine.1 magazine.2 journal.2',
    'team': 'team.1 club.2',
    'religiousBody': 'church.1 religion.2 denomination.1 religious_order.1 diocese.1 congregation.1 sect.1',
    'ensemble': 'musical_organization.1 company.4',
    'place': 'location.1 region.1 region.3 geological_formation.1 body_of_water.1 building.1 structure.1 land.4 way.6 -line.11',
    'settlement': 'municipality.1 village.1 town.1 city.1 settlement.6 hamlet.3 suburb.1 city_district.1',
    'country': 'state.4 country.1 country.2 kingdom.2 empire.2',
    'region': 'administrative_district.1 geographical_area.1 district.1',
    'water': 'body_of_water.1',
    'landform': 'geological_formation.1 island.1 land.4 forest.2 desert.1',
    'building': 'building.1 house_of_worship.1 place_of_worship.1 castle.2 monastery.1 palace.1 palace.2 theater.1 stadium.1 bridge.1 tower.1 museum.1',
    'dwelling': 'dwelling.1 housing.1 residence.2 apartment.1 house.1 mansion.2 hotel.1 villa.2',
    'road': 'road.1 thoroughfare.1 square.2 way.6',
    'prison': 'prison.1 correctional_institution.1 penal_institution.1',
    'event': 'social_event.1 war.1 military_action.1 contest.1 meeting.1 ceremony.1 calamity.1 revolution.2 '
             'battle.1 election.1 trial.4 expedition.2 expedition.1 conflict.1 coup.1 siege.1',
    'war': 'war.1 war.2 military_action.1 battle.1 campaign.2 siege.1 invasion.1',
    'uprising': 'rebellion.2 revolution.2 insurgency.1 coup_d\'etat.1 strike.1 protest.2 riot.1 mutiny.1',
    'contest': 'contest.1 tournament.1 championship.1 game.1 race.2 game.2 series.4 playoff.1',
    'meeting': 'meeting.1 conference.1 congress.2 convention.1 synod.1 council.3 gathering.1',
    'trial': 'trial.4 legal_proceeding.1 proceeding.1 litigation.1',
    'election': 'election.1 vote.2 referendum.1',
    'festival': 'celebration.2 festival.1 festival.2 exhibition.2 exposition.1 ceremony.1 ceremonial.1',
    'work': 'creation.2 writing.2 music.1 musical_composition.1 show.3 movie.1 publication.1 dramatic_composition.1 '
            'theorem.1 law.1 theory.1 broadcast.2',
    'book': 'book.1 book.2 literary_composition.1 literary_work.1 fiction.1 publication.1 treatise.1 poem.1 essay.1 '
            'article.1 -periodical.1 -newspaper.1',
    'musicWork': 'musical_composition.1 music.1 album.1 song.1',
    'show': 'movie.1 play.1 show.3 dramatic_composition.1 broadcast.2 broadcast.1 serial.1',
    'artwork': 'art.1 painting.1 sculpture.1 picture.1 drawing.2 statue.1 graphic_art.1',
    'award': 'award.1 award.2 trophy.2 medal.1 scholarship.1 grant.1 decoration.2 prize.1',
    'degree': 'academic_degree.1',
    'illness': 'illness.1 disease.1 injury.1 wound.1',
    'discipline': 'discipline.1 art.3 craft.1 profession.2 sport.1 sport.2',
    'language': 'natural_language.1',
    'timePeriod': 'time_period.1 time_unit.1',
}


def load(directory):
    children, lemmas = collections.defaultdict(list), {}
    for line in open(directory / 'data.noun', encoding='latin-1'):
        if line.startswith('  '):
            continue
        fields = line.split(' | ')[0].split()
        offset, count = fields[0], int(fields[3], 16)
        lemmas[offset] = [fields[4 + 2 * i] for i in range(count)]
        pointers = fields[4 + 2 * count:]
        for i in range(int(pointers[0])):
            symbol, target, part = pointers[1 + 4 * i], pointers[2 + 4 * i], pointers[3 + 4 * i]
            if symbol == '@' and part == 'n':
                children[target].append(offset)
    senses = {}
    for line in open(directory / 'index.noun', encoding='latin-1'):
        if line.startswith('  '):
            continue
        fields = line.split()
        senses[fields[0]] = fields[-int(fields[2]):]
    counts = collections.Counter()
    for line in open(directory / 'cntlist.rev', encoding='latin-1'):
        key, number, count = line.split()
        lemma, rest = key.split('%')
        if rest.startswith('1:'):
            counts[lemma, int(number)] = int(count)
    return children, lemmas, senses, counts


def closure(root, children):
    found, queue = set(), [root]
    while queue:
        synset = queue.pop()
        if synset not in found:
            found.add(synset)
            queue += children[synset]
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--wordnet', default='/usr/share/wordnet', type=pathlib.Path)
    children, lemmas, senses, counts = load(parser.parse_args().wordnet)
    names = list(ROOTS)
    inside = {}
    for name, roots in ROOTS.items():
        synsets, taken = set(), set()
        for root in roots.split():
            lemma, number = root.lstrip('-').rsplit('.', 1)
            offset = senses[lemma][int(number) - 1]
            (taken if root.startswith('-') else synsets).update(closure(offset, children))
        inside[name] = synsets - taken
    table = collections.defaultdict(int)
    for lemma, offsets in senses.items():
        if lemma.count('_') > 2 or any(c.isdigit() for c in lemma):
            continue
        weights = [counts[lemma, i + 1] + 0.5 / (i + 1) for i in range(len(offsets))]
        written = [lemma in lemmas[o] for o in offsets]
        total = sum(w for w, ok in zip(weights, written) if ok)
        for bit, name in enumerate(names):
            share = sum(w for w, o, ok in zip(weights, offsets, written) if ok and o in inside[name])
            if share and (share >= 0.25 * total or offsets[0] in inside[name] and written[0]):
                table[lemma.replace('_', ' ')] |= 1 << bit
    for line in open(HERE / 'gazetteers/word-classes.tsv', encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            name, words = line.rstrip('\n').split('\t')
            bit = 1 << names.index(name.lstrip('+-'))
            for word in words.split(', '):
                table[word] = table[word] & ~bit if name[0] == '-' else table[word] | bit
    rows = sorted((k.encode(), v) for k, v in table.items() if v)
    with open(OUT, 'wb') as out:
        out.write(b'#\t' + ' '.join(names).encode() + b'\n')
        for key, bits in rows:
            out.write(b'%s\t%x\n' % (key, bits))
    print(f'{OUT.name}: {len(rows)} nouns, {OUT.stat().st_size} bytes')


if __name__ == '__main__':
    main()
