#!/usr/bin/env python3
"""train_fact_confidence.py TRAINREADER SCORE.py FOLDER... [--report]: makes lexicons/fact-confidence.tsv.

FOLDER holds lives (.txt) with what a careful reader finds in them (.gold.json) for SCORE.py; a folder may be followed by a
colon and names that are left out of training ("lives:anna,ivan"). The facts that the Reader finds in them are right or
wrong by the score; counted by rule, fact type and step of coreference they give the table, and a logistic regression on
them the weights. Every fact's own verdict is left out of the counts that the regression sees for it. Weights that would
turn a good sign into a bad one are held at zero.

With --report the precision at thresholds is printed, for the lives of training and for those left out.
"""
import glob, json, math, os, subprocess, sys, tempfile
from collections import Counter, defaultdict

STRENGTH = 4.0                       # facts that a prior counts for
FEATURES = ['rule', 'step', 'attachment', 'name', 'purpose']

def judged(binary, score, lives):
    """The facts of the lives, each with its signs and whether it is right."""
    out = subprocess.run([binary, 'signs', *[g.replace('.gold.json', '.txt') for g in lives]], check=True,
                         capture_output=True, text=True).stdout
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', delete=False) as file: file.write(out)
    errors = subprocess.run([sys.executable, score, 'facts', '--errors', file.name, *lives], check=True,
                            capture_output=True, text=True).stdout
    missed = sum(line.startswith('fact missed') for line in errors.splitlines())
    wrong = Counter(tuple(l.split('\t')[1:]) for l in errors.splitlines() if l.startswith('fact wrong'))
    os.unlink(file.name)
    entities, titles, facts = {}, {}, []
    for line in out.splitlines():
        record = json.loads(line)
        if record['record'] == 'entity': entities[record['id']] = record['name']
        elif record['record'] == 'article': titles[record['id']] = record['title']
        elif record['record'] == 'fact': facts.append(record)
    name = lambda f, k: str(entities[f[k]]) if f.get(k) is not None else 'None'
    for f in facts:
        key = (titles[f['article']], f['type'], name(f, 'subject'), name(f, 'object'), str(f.get('value')),
               name(f, 'place'), str(f.get('start')), f['sentence']['text'].replace('\n', ' ')[:90])
        plain = key[:-1] + (f['sentence']['text'][:90],)
        f['right'] = 1
        for k in {key, plain}:
            if wrong[k] > 0: wrong[k] -= 1; f['right'] = 0; break
    left = sum(wrong.values())
    if left: sys.stderr.write(f'{left} wrong facts could not be told from the score\n')
    # What is inferred from other facts has no signs of its own.
    return [f for f in facts if 'rule' in f], missed

class Counts:
    def __init__(self, facts):
        self.rules, self.types, self.steps, self.all = (defaultdict(lambda: [0, 0]) for _ in range(4))
        for f in facts: self.add(f, 1)
    def add(self, f, n):
        wrong = 1 - f['right']
        self.rules[f['rule']][wrong] += n
        self.types[f['type']][wrong] += n
        self.all['all'][wrong] += n
        for s in set(f['steps']): self.steps[s][wrong] += n
    @staticmethod
    def share(counts, prior, strength): return (counts[0] + strength * prior) / (sum(counts) + strength)
    def features(self, f):
        general = self.share(self.all['all'], 0.8, 1)
        of_type = self.share(self.types[f['type']], general, STRENGTH)
        rule = self.share(self.rules[f['rule']], of_type * f['declared'], STRENGTH)
        step = min([self.share(self.steps[s], general, 2 * STRENGTH) for s in f['steps']] or [general])
        bounded = lambda x: min(max(x, 0.02), 0.98)
        logit = lambda x: math.log(bounded(x) / (1 - bounded(x)))
        return [logit(rule), logit(step), logit(f['attachment']), math.log(bounded(f['nameConfidence'])),
                -1.0 if f['purpose'] else 0.0]

def train(facts):
    counts, rows = Counts(facts), []
    for f in facts:
        counts.add(f, -1); rows.append((counts.features(f), f['right'])); counts.add(f, 1)
    weights, bias = [1.0, 0, 0, 0, 0], 0.0
    prior, ridge = [1.0, 0, 0, 0, 0], 2.0
    for step in range(4000):
        gradient, slope = [0.0] * 5, 0.0
        for x, y in rows:
            p = 1 / (1 + math.exp(-max(-30, min(30, bias + sum(w * v for w, v in zip(weights, x))))))
            slope += y - p
            for k in range(5): gradient[k] += (y - p) * x[k]
        rate = 2.0 / len(rows)
        bias += rate * slope
        weights = [max(0.0, w + rate * (g - ridge * (w - q))) for w, g, q in zip(weights, gradient, prior)]
    return counts, weights, bias

def confidence(counts, weights, bias, f):
    return 1 / (1 + math.exp(-(bias + sum(w * v for w, v in zip(weights, counts.features(f))))))

def report(name, facts, missed):
    print(f'| {name} | facts | share | precision | mean confidence |\n|---|---:|---:|---:|---:|')
    total = len(facts)
    for low in (0, .5, .6, .7, .8, .9, .95):
        kept = [f for f in facts if f['c'] >= low]
        right = sum(f['right'] for f in kept)
        recall = right / max(sum(f['right'] for f in facts) + missed, 1)
        precision = right / max(len(kept), 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f'| ≥ {low} | {len(kept)} | {len(kept)/total:.2f} | {precision:.3f} | {sum(f["c"] for f in kept)/max(len(kept),1):.3f} | F1 {f1:.4f} |')
    edges = [0, .6, .7, .8, .9, .95, 1.01]
    for low, high in zip(edges, edges[1:]):
        kept = [f for f in facts if low <= f['c'] < high]
        if kept: print(f'|   {low}–{high} | {len(kept)} | | {sum(f["right"] for f in kept)/len(kept):.3f} | {sum(f["c"] for f in kept)/len(kept):.3f} |')

def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith('--')]
    binary, score, folders = arguments[0], arguments[1], arguments[2:]
    train_lives, apart = [], []
    for folder in folders:
        folder, _, names = folder.partition(':')
        out = set(filter(None, names.split(',')))
        for gold in sorted(glob.glob(folder + '/*.gold.json')):
            (apart if os.path.basename(gold)[:-len('.gold.json')] in out else train_lives).append(gold)
    facts, missed = judged(binary, score, train_lives)
    counts, weights, bias = train(facts)
    if '--report' in sys.argv:
        # Cross-validated by fact: its own verdict does not count.
        for f in facts: counts.add(f, -1); f['c'] = confidence(counts, weights, bias, f); counts.add(f, 1)
        report('looked at', facts, missed)
        if apart:
            others, others_missed = judged(binary, score, apart)
            for f in others: f['c'] = confidence(counts, weights, bias, f)
            report('kept apart', others, others_missed)
    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../Sources/CResources/lexicons/fact-confidence.tsv')
    with open(target, 'w', encoding='utf-8') as table:
        table.write('# How often rules, fact types and steps of coreference were right on the development set, and the weights of a\n'
                    '# fact\'s confidence. Made by Scripts/train_fact_confidence.py; FactConfidence.swift says how they are used.\n'
                    '# columns: what it counts, its name, right, wrong; or weight, its name, the weight\n')
        for label, group in (('all', counts.all), ('type', counts.types), ('rule', counts.rules), ('step', counts.steps)):
            for key in sorted(group):
                right, wrong = group[key]
                if right + wrong: table.write(f'{label}\t{key}\t{right}\t{wrong}\n')
        table.write(f'weight\tstrength\t{STRENGTH:g}\nweight\tbias\t{bias:.3f}\n')
        for key, value in zip(FEATURES, weights): table.write(f'weight\t{key}\t{value:.3f}\n')

main()
