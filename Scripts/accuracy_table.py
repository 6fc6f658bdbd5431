"""accuracy_table.py FOLDER FILE: writes the figures that Scripts/score left in FOLDER into FILE, between the markers."""
import json
import pathlib
import sys

BEGIN, END = "<!-- score:begin -->", "<!-- score:end -->"
folder, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def load(name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def three(row):
    return f"{row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f}"


def share(text):
    """The scorer's `right/all`, perhaps with a figure behind it, as a figure."""
    right, _, total = str(text).split(" ")[0].partition("/")
    return f"{int(right) / int(total):.3f}" if total and int(total) else "–"


def find(rows, start):
    return next((row for key, row in rows.items() if key.strip().startswith(start)), None)


def facts_table():
    yield "| lives | facts P | R | F1 | start dates F1 | entities P | R | F1 | right kind | in one piece |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    for name, title in [
        ("zalutsky", "zalutsky"),
        ("bios", "eleven biographies"),
        ("bios-open", "– the eight that were looked at"),
        ("bios-apart", "– the three kept apart"),
        ("leads", "56 short lives"),
        ("leads-first", "– the 36 that were looked at"),
        ("leads-last", "– the last twenty, kept apart"),
    ]:
        rows = load(f"facts-{name}")
        start = find(rows, "start")
        yield (
            f"| {title} | {three(rows['facts'])} | {start['f1']:.3f} | {three(rows['entities'])}"
            f" | {share(rows['entity kind right'])} | {share(rows['entity in one piece'])} |"
            if start
            else f"| {title} | {three(rows['facts'])} | – | {three(rows['entities'])}"
            f" | {share(rows['entity kind right'])} | {share(rows['entity in one piece'])} |"
        )


def names_table():
    yield "| redocred/dev, from raw text | P | R | F1 |"
    yield "|---|---:|---:|---:|"
    mentions = load("mentions")
    for key, title in [("PER", "names of people"), ("LOC", "of places"), ("ORG", "of organisations"), ("all", "all names")]:
        yield f"| {title} | {three(mentions[key])} |"
    yield f"| relations | {three(load('relations')['all'])} |"


def answers_table():
    yield "| questions | asked | right | partly | wrong | no answer |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, title in [
        ("zalutsky", "zalutsky"),
        ("bios", "eleven biographies"),
        ("leads-first", "36 short lives that were looked at"),
        ("leads-last", "the last twenty, kept apart"),
    ]:
        row = load(f"answers-{name}")
        total = row["questions"] or 1
        cells = [f"{row[key] / total:.3f}" for key in ("right", "partly", "wrong", "silent")]
        yield f"| {title} | {row['questions']} | " + " | ".join(cells) + " |"


parts = ["\n".join(table()) for table in (facts_table, names_table, answers_table)]
block = BEGIN + "\n" + "\n\n".join(parts) + "\n" + END
text = target.read_text(encoding="utf-8") if target.exists() else f"# Accuracy\n\n{BEGIN}\n{END}\n"
if BEGIN not in text:
    text = text.rstrip("\n") + f"\n\n{BEGIN}\n{END}\n"
head, rest = text.split(BEGIN, 1)
tail = rest.split(END, 1)[1]
target.write_text(head + block + tail, encoding="utf-8")
print("\n\n".join(parts))
