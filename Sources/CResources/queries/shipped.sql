-- The queries that every new database holds in `saved_queries`. Each begins with a line `-- query NAME: DESCRIPTION`.

-- query homes: Who lived together, with everyone who shared the same home in one line
SELECT ifnull(place, 'a home') AS home, group_concat(DISTINCT person) AS people, min(start) AS start, max("end") AS "end",
  group_concat(DISTINCT article) AS articles
FROM (
  SELECT person, place, start, "end", article FROM shared_residences
  UNION ALL SELECT other_person, place, start, "end", article FROM shared_residences)
GROUP BY place, article ORDER BY start IS NULL, CAST(start AS INTEGER), home;

-- query colleagues: Who belonged to the same body at overlapping times
SELECT a.name AS person, b.name AS other_person, o.name AS body, x.type AS person_was, y.type AS other_was,
  x.start AS person_start, x."end" AS person_end, y.start AS other_start, y."end" AS other_end
FROM facts AS x
JOIN facts AS y ON y.object_id = x.object_id AND y.subject_id > x.subject_id
  AND y.type IN ('member_of', 'position', 'employed_by')
JOIN entities AS a ON a.id = x.subject_id AND a.kind = 'person'
JOIN entities AS b ON b.id = y.subject_id AND b.kind = 'person'
JOIN entities AS o ON o.id = x.object_id AND o.kind = 'organisation'
WHERE x.type IN ('member_of', 'position', 'employed_by')
  AND (x.start_order IS NULL OR y.end_order IS NULL OR x.start_order <= y.end_order)
  AND (y.start_order IS NULL OR x.end_order IS NULL OR y.start_order <= x.end_order)
ORDER BY body, person, other_person;

-- query most-positions: Who held the most positions
SELECT person, count(*) AS positions, group_concat(DISTINCT title) AS titles
FROM positions GROUP BY person ORDER BY positions DESC, person;

-- query lifespans: Born, died and how old each person became
SELECT name, birth_date, death_date,
  CAST(death_date AS INTEGER) - CAST(birth_date AS INTEGER)
    - (CAST(birth_date AS INTEGER) < 0 AND CAST(death_date AS INTEGER) > 0)
    - (length(birth_date) > 7 AND length(death_date) > 7 AND substr(death_date, -5) < substr(birth_date, -5)) AS age
FROM people WHERE birth_date IS NOT NULL AND death_date IS NOT NULL
ORDER BY CAST(birth_date AS INTEGER), birth_date, name;

-- query born-in: How many people were born in each place
SELECT p.name AS place, count(*) AS people, group_concat(x.name, ', ') AS names
FROM people AS x JOIN entities AS p ON p.id = x.birth_place_id
GROUP BY p.id ORDER BY people DESC, place;

-- query same-school: Who studied at the same school
SELECT school_or_teacher AS school, count(DISTINCT person) AS people, group_concat(DISTINCT person) AS names
FROM education WHERE how = 'educated at'
GROUP BY school HAVING people > 1 ORDER BY people DESC, school;

-- query persecuted: Who was arrested, tried, imprisoned, exiled or killed, in order of time
SELECT * FROM (
  SELECT coalesce(start, "end") AS date, object AS victim, 'killed by ' || subject AS what, NULL AS detail, sentence,
    article
  FROM all_facts WHERE type = 'killed'
  UNION ALL
  SELECT coalesce(start, "end"), person, what, detail, sentence, article FROM arrests_and_trials)
ORDER BY date IS NULL, CAST(date AS INTEGER), date, victim;

-- query allies-and-enemies: Whom each person stood with and against
SELECT person, relation, group_concat(DISTINCT other) AS others
FROM relationships GROUP BY person, relation ORDER BY person, relation;

-- query most-connected: Who is linked with the most other people
SELECT e.name AS person, count(DISTINCT l.other) AS others, count(*) AS links
FROM (
  SELECT subject_id AS one, object_id AS other FROM facts
  UNION ALL SELECT object_id, subject_id FROM facts WHERE object_id IS NOT NULL) AS l
JOIN entities AS e ON e.id = l.one AND e.kind = 'person'
JOIN entities AS o ON o.id = l.other AND o.kind = 'person'
GROUP BY e.id ORDER BY others DESC, links DESC, person LIMIT 50;

-- query well-attested: Facts that more than one sentence says
SELECT f.type, f.subject, f.object, f.value, f.start, count(*) AS sentences, count(DISTINCT f.article) AS articles
FROM fact_sentences AS f GROUP BY f.fact_id HAVING sentences > 1 ORDER BY articles DESC, sentences DESC, f.subject;

-- query disagreements: People of whom different birth or death dates are claimed
SELECT subject AS person, type, count(DISTINCT start) AS dates, group_concat(start || ' (' || article || ')', '; ') AS claims
FROM all_facts WHERE type IN ('born', 'died') AND start IS NOT NULL
GROUP BY subject_id, type HAVING dates > 1 ORDER BY person, type;

-- query doubtful: The facts to check first: the least sure, and those that are inferred
SELECT confidence, iif(is_inferred, 'inferred', 'said') AS how, subject, type, object, value, start, sentence, article
FROM all_facts WHERE confidence < 0.7 OR is_inferred = 1
ORDER BY confidence, subject, type LIMIT 200;

-- query in-several-articles: Whom and what more than one article mentions
SELECT e.kind, e.name, count(DISTINCT p.article_id) AS articles, group_concat(DISTINCT a.title) AS titles
FROM entities AS e JOIN appearances AS p ON p.entity_id = e.id JOIN articles AS a ON a.id = p.article_id
WHERE e.is_named = 1 GROUP BY e.id HAVING articles > 1 ORDER BY articles DESC, e.kind, e.name;

-- query what-is-here: How many rows each table holds
SELECT 'articles' AS "table", count(*) AS rows FROM articles
UNION ALL SELECT 'sentences', count(*) FROM sentences
UNION ALL SELECT 'people', count(*) FROM people
UNION ALL SELECT 'places', count(*) FROM places
UNION ALL SELECT 'organisations', count(*) FROM organisations
UNION ALL SELECT 'events', count(*) FROM events
UNION ALL SELECT 'works', count(*) FROM works
UNION ALL SELECT 'facts', count(*) FROM facts
UNION ALL SELECT 'evidence', count(*) FROM evidence
UNION ALL SELECT 'mentions', count(*) FROM mentions;
