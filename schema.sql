-- BioStore: what biographies say, and the sentences that say it.
--
-- An article is cut into sections and sentences. Its words refer to entities: people, places, organisations,
-- events and works. A fact links entities, a value and a date; its evidence is the sentence that asserts it and the
-- rule that read it there. A fact without a sentence cannot exist.
--
--     articles ─< sections ─< sentences ─< evidence >─ facts >─ fact_types
--         └────< appearances ─< mentions                 │ subject, object, place
--                     └──────> entities <────────────────┘
--                                 ├─ people, places, organisations, events, works
--                                 └─< names
--
-- Start with the views at the end of this file: SELECT * FROM shared_residences; SELECT * FROM timeline;
--
-- Offsets (start_offset, end_offset) count Unicode scalars of the article's text from 0, end exclusive:
-- substr(text, start_offset + 1, end_offset - start_offset) is the passage.
-- Dates are YYYY, YYYY-MM or YYYY-MM-DD as far as the article fixes them; 850 is the year 850, -44 is 44 BC.

-- "BioS": tells BioStore's files from other SQLite databases.
PRAGMA application_id = 0x42696f53;
-- The version of this schema. Newer programs bring older files forward when they open them for writing.
PRAGMA user_version = 2;

-- ---------------------------------------------------------------------------------------------------------------
-- What was read
-- ---------------------------------------------------------------------------------------------------------------

-- The texts, exactly as given: every offset in this database points into `text`.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  -- Where it came from: a file's name, or - for standard input.
  source TEXT NOT NULL,
  -- The name that the source gives it, if any.
  identifier TEXT,
  url TEXT,
  -- Tells articles apart that one source gives the same identifier or title: 1 for the first, 2 for the second.
  occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
  text TEXT NOT NULL,
  -- SHA-256 of the text in UTF-8: an article whose hash is known need not be read again.
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  -- The program, rules and model that read it: facts of an older reader may be worth reading again.
  reader_version TEXT NOT NULL
) STRICT;

-- Importing a source again finds its articles by this key and replaces what has changed.
CREATE UNIQUE INDEX articles_by_key ON articles (source, ifnull(identifier, title), occurrence);
CREATE INDEX articles_by_hash ON articles (text_hash);

-- The parts of an article under one heading each, so that a sentence can be found again in its context.
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  -- 0 for the first section of the article.
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  -- NULL for the text before the first heading.
  heading TEXT,
  -- 1 for the lead, 2 for a section, 3 for a part of a section.
  level INTEGER NOT NULL CHECK (level >= 1),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  UNIQUE (article_id, ordinal),
  CHECK (end_offset >= start_offset)
) STRICT;

-- The sentences in order: the evidence for everything else.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  section_id INTEGER REFERENCES sections (id) ON DELETE CASCADE,
  -- 0 for the first sentence of the article.
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  -- 0 for the first paragraph of the section.
  paragraph INTEGER NOT NULL DEFAULT 0 CHECK (paragraph >= 0),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article_id, ordinal),
  CHECK (end_offset > start_offset)
) STRICT;

CREATE INDEX sentences_by_section ON sentences (section_id);

-- ---------------------------------------------------------------------------------------------------------------
-- Who and what
-- ---------------------------------------------------------------------------------------------------------------

-- Everyone and everything that facts are about. One row for one person, however many articles know them.
CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation', 'event', 'work')),
  -- The usual full name, or the description of something without a name ("apartment").
  name TEXT NOT NULL CHECK (name <> ''),
  -- 0 for what is known by a description only.
  is_named INTEGER NOT NULL DEFAULT 1 CHECK (is_named IN (0, 1))
) STRICT;

CREATE INDEX entities_by_kind ON entities (kind, name);

-- The five kinds, each with what readers expect to see of it. The dates and places here are those that the most
-- and surest evidence supports; facts holds every claim side by side.
CREATE TABLE people (
  id INTEGER PRIMARY KEY REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  given_name TEXT,
  surname TEXT,
  gender TEXT CHECK (gender IN ('female', 'male')),
  birth_date TEXT,
  birth_place_id INTEGER REFERENCES entities (id) ON DELETE SET NULL,
  death_date TEXT,
  death_place_id INTEGER REFERENCES entities (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX people_by_surname ON people (surname, given_name);
CREATE INDEX people_by_birth_place ON people (birth_place_id) WHERE birth_place_id IS NOT NULL;
CREATE INDEX people_by_death_place ON people (death_place_id) WHERE death_place_id IS NOT NULL;

-- Countries, regions, cities, buildings and other places.
CREATE TABLE places (
  id INTEGER PRIMARY KEY REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- What it lies in.
  located_in_id INTEGER REFERENCES entities (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX places_by_location ON places (located_in_id) WHERE located_in_id IS NOT NULL;

-- Parties, schools, companies, armies, newspapers and other bodies.
CREATE TABLE organisations (
  id INTEGER PRIMARY KEY REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  founding_date TEXT,
  -- Where it is.
  located_in_id INTEGER REFERENCES entities (id) ON DELETE SET NULL,
  -- The larger body that it belongs to.
  part_of_id INTEGER REFERENCES entities (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX organisations_by_location ON organisations (located_in_id) WHERE located_in_id IS NOT NULL;
CREATE INDEX organisations_by_whole ON organisations (part_of_id) WHERE part_of_id IS NOT NULL;

-- Wars, congresses, trials and other events.
CREATE TABLE events (
  id INTEGER PRIMARY KEY REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT,
  place_id INTEGER REFERENCES entities (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX events_by_place ON events (place_id) WHERE place_id IS NOT NULL;

-- Books, films, buildings, theories and other works.
CREATE TABLE works (
  id INTEGER PRIMARY KEY REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  creation_date TEXT
) STRICT;

-- Every proper name by which an entity is known, in all articles together.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Lower case, without diacritics, other signs as spaces: what a question's name is compared with.
  folded TEXT NOT NULL,
  -- 1 for the name that entities shows.
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  UNIQUE (entity_id, name)
) STRICT;

CREATE INDEX names_by_folded ON names (folded);

-- An entity as one article knows it. Joining the appearances of many articles into one entity is a judgement that
-- can be wrong and can be undone, so what each article says by itself is kept.
CREATE TABLE appearances (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  -- 0 for the article's first entity.
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  entity_id INTEGER NOT NULL REFERENCES entities (id),
  -- The fullest form that the article uses.
  name TEXT NOT NULL CHECK (name <> ''),
  -- The other proper-name forms that the article uses: a JSON array of strings.
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  is_named INTEGER NOT NULL DEFAULT 1 CHECK (is_named IN (0, 1)),
  -- 1 if the article is about it: its title names it.
  is_subject INTEGER NOT NULL DEFAULT 0 CHECK (is_subject IN (0, 1)),
  -- What the title adds in brackets to tell namesakes apart: "painter" of "Ivan Ivanov (painter)".
  qualifier TEXT,
  gender TEXT CHECK (gender IN ('female', 'male')),
  -- The birth and death that this article gives, and the first and last year in which it has the entity do something:
  -- namesakes are told apart by them.
  birth_date TEXT,
  death_date TEXT,
  first_year INTEGER,
  last_year INTEGER,
  UNIQUE (article_id, ordinal)
) STRICT;

CREATE INDEX appearances_by_entity ON appearances (entity_id);

-- The words that refer to an entity: names, descriptions and pronouns, and the step that decided whom they mean.
CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  appearance_id INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
  -- NULL for words outside sentences, such as a heading.
  sentence_id INTEGER REFERENCES sentences (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('name', 'description', 'pronoun')),
  -- The step of coreference, such as exact-name or pronoun.
  step TEXT NOT NULL,
  CHECK (end_offset > start_offset)
) STRICT;

CREATE INDEX mentions_by_appearance ON mentions (appearance_id);
CREATE INDEX mentions_by_sentence ON mentions (sentence_id);

-- ---------------------------------------------------------------------------------------------------------------
-- What happened
-- ---------------------------------------------------------------------------------------------------------------

-- The kinds of fact that BioStore reads, in words, for people and for programs that exchange data with Wikidata.
CREATE TABLE fact_types (
  name TEXT PRIMARY KEY,
  description TEXT NOT NULL,
  -- The kinds of entity to expect, separated by commas; NULL where the type has no object.
  subject_kinds TEXT NOT NULL,
  object_kinds TEXT,
  -- What the value holds, such as a title; NULL where the type has none.
  value_meaning TEXT,
  -- 1 if it holds in both directions and is stored once, the entity with the smaller id as the subject.
  is_symmetric INTEGER NOT NULL CHECK (is_symmetric IN (0, 1)),
  -- The nearest Wikidata property, if there is one.
  wikidata_property TEXT CHECK (wikidata_property GLOB 'P[1-9]*'),
  -- 1 if Wikidata's property runs from the object to the subject.
  wikidata_is_inverse INTEGER NOT NULL DEFAULT 0 CHECK (wikidata_is_inverse IN (0, 1))
) STRICT, WITHOUT ROWID;

INSERT INTO fact_types
  (name, description, subject_kinds, object_kinds, value_meaning, is_symmetric, wikidata_property,
   wikidata_is_inverse)
VALUES
  ('born', 'was born', 'person', NULL, NULL, 0, 'P569', 0),
  ('died', 'died', 'person', NULL, 'manner of death', 0, 'P570', 0),
  ('parent', 'is the child of', 'person', 'person', NULL, 0, 'P8810', 0),
  ('sibling', 'is a brother or sister of', 'person', 'person', NULL, 1, 'P3373', 0),
  ('spouse', 'was married to', 'person', 'person', NULL, 1, 'P26', 0),
  ('partner', 'was the partner of, unmarried', 'person', 'person', NULL, 1, 'P451', 0),
  ('relative', 'is related to', 'person', 'person', 'kind of kin', 1, 'P1038', 0),
  ('nationality', 'is by citizenship, nationality or origin', 'person', NULL, 'nationality', 0, 'P27', 0),
  ('occupation', 'is or works as', 'person', NULL, 'occupation', 0, 'P106', 0),
  ('religion', 'professes', 'person', NULL, 'religion', 0, 'P140', 0),
  ('educated_at', 'studied or trained at', 'person', 'organisation,place', 'degree or field', 0, 'P69', 0),
  ('student_of', 'was taught or influenced by', 'person', 'person', NULL, 0, 'P1066', 0),
  ('employed_by', 'worked, played or served for', 'person', 'organisation', NULL, 0, 'P108', 0),
  ('position', 'held a position at', 'person', 'organisation,place', 'title', 0, 'P39', 0),
  ('member_of', 'belonged to', 'person', 'organisation', NULL, 0, 'P463', 0),
  ('expelled_from', 'was removed from', 'person', 'organisation', NULL, 0, NULL, 0),
  ('left', 'resigned or retired from', 'person', 'organisation', NULL, 0, NULL, 0),
  ('founded', 'founded', 'person,organisation', 'organisation,work', NULL, 0, 'P112', 1),
  ('created', 'wrote, made, discovered or performed in', 'person', 'work', 'role', 0, 'P800', 0),
  ('received', 'was given an award or honour', 'person', 'organisation,work', 'award', 0, 'P166', 0),
  ('participated_in', 'took part in', 'person,organisation', 'event', 'role', 0, 'P1344', 0),
  ('resided_in', 'lived in', 'person', 'place', NULL, 0, 'P551', 0),
  ('moved_to', 'moved or was sent to; place is where from', 'person', 'place', NULL, 0, NULL, 0),
  ('shared_residence', 'shared a home with', 'person', 'person', NULL, 1, NULL, 0),
  ('associated_with', 'worked or stood together with', 'person', 'person', 'relation', 1, 'P3342', 0),
  ('met', 'met', 'person', 'person', NULL, 1, NULL, 0),
  ('supported', 'supported', 'person', 'person,organisation', NULL, 0, NULL, 0),
  ('opposed', 'opposed', 'person,organisation', 'person,organisation,event', NULL, 0, NULL, 0),
  ('arrested', 'was arrested', 'person', NULL, 'by whom', 0, NULL, 0),
  ('tried', 'was put on trial', 'person', 'organisation', NULL, 0, NULL, 0),
  ('convicted', 'was found guilty', 'person', 'organisation', 'sentence', 0, 'P1399', 0),
  ('imprisoned', 'was held prisoner in', 'person', 'place', NULL, 0, 'P2632', 0),
  ('exiled', 'was exiled to', 'person', 'place', NULL, 0, NULL, 0),
  ('released', 'was freed', 'person', NULL, NULL, 0, NULL, 0),
  ('rehabilitated', 'was cleared or readmitted', 'person', NULL, NULL, 0, NULL, 0),
  ('injured', 'was wounded or fell ill', 'person', NULL, 'cause', 0, NULL, 0),
  ('killed', 'killed', 'person,organisation', 'person', NULL, 0, 'P157', 1),
  ('happened', 'took place', 'event', NULL, NULL, 0, 'P585', 0),
  ('located_in', 'lies in', 'place,organisation', 'place', NULL, 0, 'P131', 0),
  ('part_of', 'is a part of', 'organisation,event', 'organisation,event', NULL, 0, 'P361', 0);

-- What the articles assert. Claims are added, never overwritten: two that disagree stand side by side, two that
-- agree are one fact with two rows of evidence.
CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL REFERENCES fact_types (name),
  subject_id INTEGER NOT NULL REFERENCES entities (id),
  object_id INTEGER REFERENCES entities (id),
  -- A short string from the article: a title, a manner, a role.
  value TEXT CHECK (value <> ''),
  place_id INTEGER REFERENCES entities (id),
  -- A point in time has a start only.
  start TEXT CHECK (
    CAST(start AS INTEGER) <> 0
    AND start IN (
      CAST(CAST(start AS INTEGER) AS TEXT),
      printf('%d-%02d', CAST(start AS INTEGER),
        min(12, max(1, CAST(substr(start, length(CAST(start AS INTEGER)) + 2, 2) AS INTEGER)))),
      printf('%d-%02d-%02d', CAST(start AS INTEGER),
        min(12, max(1, CAST(substr(start, length(CAST(start AS INTEGER)) + 2, 2) AS INTEGER))),
        min(31, max(1, CAST(substr(start, length(CAST(start AS INTEGER)) + 5, 2) AS INTEGER)))))),
  "end" TEXT CHECK (
    CAST("end" AS INTEGER) <> 0
    AND "end" IN (
      CAST(CAST("end" AS INTEGER) AS TEXT),
      printf('%d-%02d', CAST("end" AS INTEGER),
        min(12, max(1, CAST(substr("end", length(CAST("end" AS INTEGER)) + 2, 2) AS INTEGER)))),
      printf('%d-%02d-%02d', CAST("end" AS INTEGER),
        min(12, max(1, CAST(substr("end", length(CAST("end" AS INTEGER)) + 2, 2) AS INTEGER))),
        min(31, max(1, CAST(substr("end", length(CAST("end" AS INTEGER)) + 5, 2) AS INTEGER)))))),
  -- How exact the words are: "c. 1320" is circa; "before 1320" has an end only.
  precision TEXT NOT NULL DEFAULT 'exact' CHECK (precision IN ('exact', 'circa', 'before', 'after')),
  -- From 0 to 1: that of the best evidence.
  confidence REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
  -- 1 if no sentence says it by itself and it follows from others.
  is_inferred INTEGER NOT NULL DEFAULT 0 CHECK (is_inferred IN (0, 1)),
  -- Dates as numbers that sort and compare, years before Christ included: 1934-12-08 is 19341208. The start counts
  -- as its first day (1934 is 19340000), the end as its last (1934 is 19349999).
  start_order INTEGER GENERATED ALWAYS AS (
    CAST(start AS INTEGER) * 10000
    + CAST(substr(start, length(CAST(start AS INTEGER)) + 2, 2) AS INTEGER) * 100
    + CAST(substr(start, length(CAST(start AS INTEGER)) + 5, 2) AS INTEGER)) VIRTUAL,
  end_order INTEGER GENERATED ALWAYS AS (
    CAST("end" AS INTEGER) * 10000
    + iif(length("end") < length(CAST("end" AS INTEGER)) + 3, 99,
      CAST(substr("end", length(CAST("end" AS INTEGER)) + 2, 2) AS INTEGER)) * 100
    + iif(length("end") < length(CAST("end" AS INTEGER)) + 6, 99,
      CAST(substr("end", length(CAST("end" AS INTEGER)) + 5, 2) AS INTEGER))) VIRTUAL
) STRICT;

-- The same claim is one row.
CREATE UNIQUE INDEX facts_by_content ON facts (
  subject_id, type, ifnull(object_id, 0), ifnull(value, ''), ifnull(place_id, 0), ifnull(start, ''),
  ifnull("end", ''), precision);
CREATE INDEX facts_by_object ON facts (object_id, type) WHERE object_id IS NOT NULL;
CREATE INDEX facts_by_place ON facts (place_id, type) WHERE place_id IS NOT NULL;
-- The dates stand in the index, so that "in 1700" is decided without reading the facts.
CREATE INDEX facts_by_type ON facts (type, start_order, end_order);

-- Why a fact is believed: the sentence that asserts it, and the rule that read it there.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  fact_id INTEGER NOT NULL REFERENCES facts (id) ON DELETE CASCADE,
  sentence_id INTEGER NOT NULL REFERENCES sentences (id) ON DELETE CASCADE,
  -- The name of the rule.
  rule TEXT NOT NULL CHECK (rule <> ''),
  -- 0 for the sentence of the article that says it best.
  rank INTEGER NOT NULL DEFAULT 0 CHECK (rank >= 0),
  confidence REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
  is_inferred INTEGER NOT NULL DEFAULT 0 CHECK (is_inferred IN (0, 1)),
  -- The words that say when, such as "the same day".
  date_words TEXT,
  -- Whom this article means: when an identity is decided anew, the fact follows its evidence.
  subject_appearance_id INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
  object_appearance_id INTEGER REFERENCES appearances (id) ON DELETE CASCADE,
  place_appearance_id INTEGER REFERENCES appearances (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX evidence_by_fact ON evidence (fact_id);
CREATE INDEX evidence_by_sentence ON evidence (sentence_id);
CREATE INDEX evidence_by_subject ON evidence (subject_appearance_id);
CREATE INDEX evidence_by_object ON evidence (object_appearance_id) WHERE object_appearance_id IS NOT NULL;
CREATE INDEX evidence_by_place ON evidence (place_appearance_id) WHERE place_appearance_id IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------------------
-- Who is who across articles
-- ---------------------------------------------------------------------------------------------------------------

-- Under which keys an appearance can be found by another article that may mean the same one: "person:ivan ivanov".
CREATE TABLE identity_keys (
  key TEXT NOT NULL,
  appearance_id INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
  PRIMARY KEY (key, appearance_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX identity_keys_by_appearance ON identity_keys (appearance_id);

-- Why an appearance was joined with the entity that other articles know, or kept apart from it.
CREATE TABLE identity_decisions (
  id INTEGER PRIMARY KEY,
  appearance_id INTEGER NOT NULL REFERENCES appearances (id) ON DELETE CASCADE,
  -- With `same`, the entity of the appearance; with `different`, the one that comes nearest to it.
  entity_id INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  -- How alike they are: 0.5 and more is taken for the same.
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_by TEXT NOT NULL CHECK (decided_by IN ('rule', 'user'))
) STRICT;

CREATE INDEX identity_decisions_by_appearance ON identity_decisions (appearance_id);
CREATE INDEX identity_decisions_by_entity ON identity_decisions (entity_id);

-- What the user decided. It names articles and names rather than rows, so that it outlives a new import.
CREATE TABLE identity_choices (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation', 'event', 'work')),
  -- The name that the article uses, and the article as source, then identifier or title.
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  article TEXT NOT NULL,
  other_name TEXT NOT NULL,
  other_source TEXT NOT NULL,
  other_article TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different'))
) STRICT;

-- ---------------------------------------------------------------------------------------------------------------
-- Questions kept
-- ---------------------------------------------------------------------------------------------------------------

-- Queries worth keeping. In the sqlite3 shell: SELECT name, description FROM saved_queries;
CREATE TABLE saved_queries (
  name TEXT PRIMARY KEY CHECK (name <> ''),
  description TEXT NOT NULL DEFAULT '',
  sql TEXT NOT NULL CHECK (sql <> ''),
  -- 1 for those that come with BioStore.
  is_shipped INTEGER NOT NULL DEFAULT 0 CHECK (is_shipped IN (0, 1))
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------------------------------------------------------
-- Full-text search
-- ---------------------------------------------------------------------------------------------------------------

-- Words of sentences: SELECT s.text FROM search_sentences JOIN sentences AS s ON s.id = search_sentences.rowid
-- WHERE search_sentences MATCH 'apartment';
CREATE VIRTUAL TABLE search_sentences USING fts5 (
  text, content = 'sentences', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');

-- Words of names, the beginnings of words included.
CREATE VIRTUAL TABLE search_names USING fts5 (
  name, content = 'names', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

-- ---------------------------------------------------------------------------------------------------------------
-- Views: names instead of numbers
-- ---------------------------------------------------------------------------------------------------------------

-- Every fact in words, with the sentence that says it best.
CREATE VIEW all_facts AS
SELECT
  f.id AS fact_id, f.type, s.name AS subject, s.kind AS subject_kind, o.name AS object, o.kind AS object_kind,
  f.value, p.name AS place, f.start, f."end", f.precision, f.confidence, f.is_inferred,
  sentence.text AS sentence, a.title AS article, f.subject_id, f.object_id, f.place_id, f.start_order, f.end_order
FROM facts AS f
JOIN entities AS s ON s.id = f.subject_id
LEFT JOIN entities AS o ON o.id = f.object_id
LEFT JOIN entities AS p ON p.id = f.place_id
JOIN evidence AS e ON e.id = (
  SELECT best.id FROM evidence AS best WHERE best.fact_id = f.id
  ORDER BY best.rank, best.confidence DESC, best.id LIMIT 1)
JOIN sentences AS sentence ON sentence.id = e.sentence_id
JOIN articles AS a ON a.id = sentence.article_id;

-- Every fact with each sentence that says it: one row for each piece of evidence.
CREATE VIEW fact_sentences AS
SELECT
  f.id AS fact_id, f.type, s.name AS subject, o.name AS object, f.value, p.name AS place, f.start, f."end",
  f.precision, e.date_words, e.confidence, e.is_inferred, e.rule, sentence.text AS sentence, a.title AS article,
  sentence.ordinal AS sentence_number
FROM facts AS f
JOIN evidence AS e ON e.fact_id = f.id
JOIN sentences AS sentence ON sentence.id = e.sentence_id
JOIN articles AS a ON a.id = sentence.article_id
JOIN entities AS s ON s.id = f.subject_id
LEFT JOIN entities AS o ON o.id = f.object_id
LEFT JOIN entities AS p ON p.id = f.place_id;

-- Who lived together, where and when; each pair once.
CREATE VIEW shared_residences AS
SELECT
  subject AS person, object AS other_person, place, start, "end", sentence, article, confidence
FROM all_facts WHERE type = 'shared_residence';

-- Who lived or moved where.
CREATE VIEW residences AS
SELECT
  subject AS person,
  CASE type WHEN 'resided_in' THEN 'lived in' WHEN 'moved_to' THEN 'moved to'
    WHEN 'imprisoned' THEN 'imprisoned in' ELSE 'exiled to' END AS how,
  object AS place, iif(type = 'moved_to', place, NULL) AS from_place, start, "end", sentence, article, confidence
FROM all_facts WHERE type IN ('resided_in', 'moved_to', 'imprisoned', 'exiled');

-- Who belonged to which body, and how it ended.
CREATE VIEW memberships AS
SELECT
  subject AS person,
  CASE type WHEN 'member_of' THEN 'member of' WHEN 'employed_by' THEN 'worked for' WHEN 'left' THEN 'left'
    WHEN 'expelled_from' THEN 'expelled from' ELSE 'founded' END AS how,
  object AS organisation, start, "end", sentence, article, confidence
FROM all_facts
WHERE type IN ('member_of', 'employed_by', 'left', 'expelled_from', 'founded') AND subject_kind = 'person';

-- Who held which title, where and when.
CREATE VIEW positions AS
SELECT
  subject AS person, value AS title, object AS body, place, start, "end", sentence, article, confidence
FROM all_facts WHERE type = 'position';

-- Schools, degrees and teachers.
CREATE VIEW education AS
SELECT
  subject AS person, iif(type = 'student_of', 'student of', 'educated at') AS how, object AS school_or_teacher,
  value AS degree_or_field, place, start, "end", sentence, article, confidence
FROM all_facts WHERE type IN ('educated_at', 'student_of');

-- Kin: each pair once.
CREATE VIEW family AS
SELECT
  subject AS person,
  CASE type WHEN 'parent' THEN 'child of' WHEN 'sibling' THEN 'brother or sister of' WHEN 'spouse' THEN 'married to'
    WHEN 'partner' THEN 'partner of' ELSE ifnull(value || ' of', 'related to') END AS relation,
  object AS relative, start, "end", sentence, article, confidence
FROM all_facts WHERE type IN ('parent', 'sibling', 'spouse', 'partner', 'relative');

-- Friends, allies, patrons and enemies.
CREATE VIEW relationships AS
SELECT
  subject AS person,
  CASE type WHEN 'associated_with' THEN ifnull(value || ' of', 'associated with') WHEN 'met' THEN 'met'
    ELSE type END AS relation,
  object AS other, place, start, "end", sentence, article, confidence
FROM all_facts WHERE type IN ('associated_with', 'met', 'supported', 'opposed', 'killed');

-- Arrests, trials, sentences, prisons, exile, release, rehabilitation and killings by others.
CREATE VIEW arrests_and_trials AS
SELECT
  subject AS person, type AS what, value AS detail, object AS court_or_prison, place, start, "end", sentence, article,
  confidence
FROM all_facts
WHERE type IN
  ('arrested', 'tried', 'convicted', 'imprisoned', 'exiled', 'released', 'rehabilitated');

-- Books, films, buildings, theories, and who made them.
CREATE VIEW works_created AS
SELECT subject AS person, object AS work, value AS role, start AS date, sentence, article, confidence
FROM all_facts WHERE type = 'created' OR (type = 'founded' AND object_kind = 'work');

-- Prizes, titles and honours.
CREATE VIEW awards AS
SELECT subject AS person, ifnull(value, object) AS award, start AS date, sentence, article, confidence
FROM all_facts WHERE type = 'received';

-- Who took part in which event.
CREATE VIEW participants AS
SELECT
  f.subject AS participant, f.object AS event, f.value AS role, ifnull(f.start, v.start_date) AS start,
  ifnull(f."end", v.end_date) AS "end", f.place, f.sentence, f.article, f.confidence
FROM all_facts AS f LEFT JOIN events AS v ON v.id = f.object_id
WHERE f.type = 'participated_in';

-- Everything that has a date, in order of time.
CREATE VIEW timeline AS
SELECT
  ifnull(f.start, f."end") AS date,
  CASE f.precision WHEN 'exact' THEN '' WHEN 'circa' THEN 'about' ELSE f.precision END AS precision,
  f."end" AS until, f.subject AS who, t.description AS what, f.object AS whom_or_what, f.value AS detail, f.place,
  f.sentence, f.article, f.confidence
FROM all_facts AS f JOIN fact_types AS t ON t.name = f.type
WHERE f.start IS NOT NULL OR f."end" IS NOT NULL
ORDER BY ifnull(f.start_order, f.end_order), f.fact_id;

-- One line for each named person: life, nationality, occupations, and in how many articles and facts they stand.
CREATE VIEW people_cards AS
SELECT
  p.id AS person_id, p.name, p.birth_date, birth.name AS birth_place, p.death_date, death.name AS death_place,
  (SELECT group_concat(value, ', ') FROM (
    SELECT DISTINCT value FROM facts WHERE subject_id = p.id AND type = 'nationality' ORDER BY value)) AS nationality,
  (SELECT group_concat(value, ', ') FROM (
    SELECT DISTINCT value FROM facts WHERE subject_id = p.id AND type = 'occupation' ORDER BY value)) AS occupations,
  (SELECT group_concat(name, '; ') FROM (
    SELECT name FROM names WHERE entity_id = p.id AND is_primary = 0 ORDER BY name)) AS other_names,
  (SELECT count(*) FROM appearances WHERE entity_id = p.id) AS articles,
  (SELECT count(*) FROM facts WHERE subject_id = p.id) + (SELECT count(*) FROM facts WHERE object_id = p.id) AS facts
FROM people AS p
JOIN entities AS e ON e.id = p.id
LEFT JOIN entities AS birth ON birth.id = p.birth_place_id
LEFT JOIN entities AS death ON death.id = p.death_place_id
WHERE e.is_named = 1;

-- Every mention with the entity that it means and the step that decided so.
CREATE VIEW entity_mentions AS
SELECT
  e.id AS entity_id, e.kind, e.name AS entity, m.text AS mention, m.form, m.step, s.text AS sentence,
  a.title AS article, m.start_offset, m.end_offset
FROM mentions AS m
JOIN appearances AS p ON p.id = m.appearance_id
JOIN entities AS e ON e.id = p.entity_id
JOIN articles AS a ON a.id = p.article_id
LEFT JOIN sentences AS s ON s.id = m.sentence_id;

-- Which articles' people, places and other entities were taken for the same as others', or not, and why.
CREATE VIEW identities AS
SELECT p.name, a.title AS article, d.verdict || ' as' AS verdict, e.name AS entity, e.kind, d.score, d.reason,
  d.decided_by, d.entity_id
FROM identity_decisions AS d
JOIN appearances AS p ON p.id = d.appearance_id
JOIN articles AS a ON a.id = p.article_id
JOIN entities AS e ON e.id = d.entity_id;
