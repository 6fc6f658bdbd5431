// Holds the schema, the lexicons, the rules and the model, byte for byte as they stand in the repository.
// To add a file: one RESOURCE block and one line in the table at the end.
#include "CResources.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema[] = {
#embed "../../schema.sql"
};

static const unsigned char shipped_queries[] = {
#embed "queries/shipped.sql"
};

static const unsigned char names[] = {
#embed "lexicons/names.tsv"
};

static const unsigned char work_verbs[] = {
#embed "lexicons/work-verbs.txt"
};

static const unsigned char verb_forms[] = {
#embed "lexicons/verb-forms.tsv"
};

static const unsigned char intransitive_verbs[] = {
#embed "lexicons/intransitive-verbs.txt"
};

static const unsigned char title_joins[] = {
#embed "lexicons/title-joins.tsv"
};

static const unsigned char event_heads[] = {
#embed "lexicons/event-heads.txt"
};

static const unsigned char work_headings[] = {
#embed "lexicons/work-headings.txt"
};

static const unsigned char infobox_keys[] = {
#embed "lexicons/infobox-keys.tsv"
};

static const unsigned char kind_cues[] = {
#embed "lexicons/kind-cues.tsv"
};

static const unsigned char work_cues[] = {
#embed "lexicons/work-cues.tsv"
};

static const unsigned char ordinals[] = {
#embed "lexicons/ordinals.txt"
};

static const unsigned char letters[] = {
#embed "lexicons/letters.tsv"
};

static const unsigned char word_classes[] = {
#embed "lexicons/word-classes.tsv"
};

static const unsigned char lexicon_identity[] = {
#embed "lexicons/identity.tsv"
};

static const unsigned char lexicon_abbreviations[] = {
#embed "lexicons/abbreviations.tsv"
};

static const unsigned char lexicon_aside_words[] = {
#embed "lexicons/aside-words.tsv"
};

static const unsigned char lexicon_clause_openers[] = {
#embed "lexicons/clause-openers.txt"
};

static const unsigned char lexicon_attached_prefixes[] = {
#embed "lexicons/attached-prefixes.txt"
};

static const unsigned char lexicon_clitics[] = {
#embed "lexicons/clitics.txt"
};

static const unsigned char lexicon_contractions[] = {
#embed "lexicons/contractions.tsv"
};

static const unsigned char lexicon_plain_starters[] = {
#embed "lexicons/plain-starters.txt"
};

static const unsigned char lexicon_sentence_starters[] = {
#embed "lexicons/sentence-starters.txt"
};

static const unsigned char lexicon_time_words[] = {
#embed "lexicons/time-words.tsv"
};

static const unsigned char lexicon_units[] = {
#embed "lexicons/units.txt"
};

static const unsigned char lexicon_fact_phrases[] = {
#embed "lexicons/fact-phrases.tsv"
};

// Coreference.
static const unsigned char pronouns[] = {
#embed "lexicons/pronouns.tsv"
};
static const unsigned char person_nouns[] = {
#embed "lexicons/person-nouns.tsv"
};
static const unsigned char name_parts[] = {
#embed "lexicons/name-parts.tsv"
};
static const unsigned char nicknames[] = {
#embed "lexicons/nicknames.tsv"
};
static const unsigned char groups[] = {
#embed "lexicons/groups.tsv"
};
static const unsigned char alias_cues[] = {
#embed "lexicons/alias-cues.tsv"
};
static const unsigned char name_variants[] = {
#embed "lexicons/name-variants.tsv"
};
static const unsigned char name_spellings[] = {
#embed "lexicons/name-spellings.tsv"
};
static const unsigned char name_complements[] = {
#embed "lexicons/name-complements.txt"
};
static const unsigned char coreference_words[] = {
#embed "lexicons/coreference-words.tsv"
};
static const unsigned char unique_relations[] = {
#embed "lexicons/unique-relations.txt"
};
static const unsigned char salience[] = {
#embed "lexicons/salience.tsv"
};
static const unsigned char place_kinds[] = {
#embed "lexicons/place-kinds.txt"
};

static const unsigned char question_classes[] = {
#embed "lexicons/question-classes.tsv"
};

static const unsigned char question_forms[] = {
#embed "lexicons/question-forms.tsv"
};

static const unsigned char question_nouns[] = {
#embed "lexicons/question-nouns.tsv"
};

static const unsigned char question_suggestions[] = {
#embed "lexicons/question-suggestions.txt"
};

static const unsigned char question_synonyms[] = {
#embed "lexicons/question-synonyms.tsv"
};

static const unsigned char question_verbs[] = {
#embed "lexicons/question-verbs.tsv"
};

static const unsigned char question_words[] = {
#embed "lexicons/question-words.tsv"
};

static const unsigned char fact_confidence[] = {
#embed "lexicons/fact-confidence.tsv"
};

static const unsigned char lexicon_prepositions[] = {
#embed "lexicons/prepositions.txt"
};

static const unsigned char lexicon_role_verbs[] = {
#embed "lexicons/role-verbs.tsv"
};

static const unsigned char lexicon_post_nouns[] = {
#embed "lexicons/post-nouns.txt"
};

static const unsigned char lexicon_governors[] = {
#embed "lexicons/governors.tsv"
};

static const unsigned char lexicon_light_verbs[] = {
#embed "lexicons/light-verbs.tsv"
};

static const unsigned char lexicon_event_nouns[] = {
#embed "lexicons/event-nouns.tsv"
};

static const unsigned char lexicon_of_verbs[] = {
#embed "lexicons/of-verbs.txt"
};

static const unsigned char lexicon_transparent_nouns[] = {
#embed "lexicons/transparent-nouns.txt"
};

static const unsigned char lexicon_field_titles[] = {
#embed "lexicons/field-titles.txt"
};

static const unsigned char lexicon_unreal_modifiers[] = {
#embed "lexicons/unreal-modifiers.txt"
};

static const unsigned char lexicon_value_words[] = {
#embed "lexicons/value-words.tsv"
};

static const unsigned char rules_creation[] = {
#embed "rules/creation.rules"
};

static const unsigned char rules_education[] = {
#embed "rules/education.rules"
};

static const unsigned char rules_events_and_places[] = {
#embed "rules/events-and-places.rules"
};

static const unsigned char rules_family[] = {
#embed "rules/family.rules"
};

static const unsigned char rules_law[] = {
#embed "rules/law.rules"
};

static const unsigned char rules_life[] = {
#embed "rules/life.rules"
};

static const unsigned char rules_politics_and_organisations[] = {
#embed "rules/politics-and-organisations.rules"
};

static const unsigned char rules_relations[] = {
#embed "rules/relations.rules"
};

static const unsigned char rules_residence_and_travel[] = {
#embed "rules/residence-and-travel.rules"
};

static const unsigned char rules_work_and_office[] = {
#embed "rules/work-and-office.rules"
};

static const unsigned char lexicon_bracket_words[] = {
#embed "lexicons/bracket-words.tsv"
};

static const unsigned char rules_service_and_office[] = {
#embed "rules/service-and-office.rules"
};

static const unsigned char rules_deeds[] = {
#embed "rules/deeds.rules"
};

static const unsigned char rules_sport[] = {
#embed "rules/sport.rules"
};

static const unsigned char lexicon_modality[] = {
#embed "lexicons/modality.tsv"
};

#if __has_embed("model/reader.model")
static _Alignas(64) const unsigned char reader_model[] = {
#embed "model/reader.model"
};
#endif

#define RESOURCE(name, bytes) {name, bytes, sizeof bytes}

static const biostore_resource table[] = {
    RESOURCE("schema.sql", schema),
    RESOURCE("lexicons/question-classes.tsv", question_classes),
    RESOURCE("lexicons/question-forms.tsv", question_forms),
    RESOURCE("lexicons/question-nouns.tsv", question_nouns),
    RESOURCE("lexicons/question-suggestions.txt", question_suggestions),
    RESOURCE("lexicons/question-synonyms.tsv", question_synonyms),
    RESOURCE("lexicons/question-verbs.tsv", question_verbs),
    RESOURCE("lexicons/question-words.tsv", question_words),
    RESOURCE("lexicons/identity.tsv", lexicon_identity),
    RESOURCE("queries/shipped.sql", shipped_queries),
    RESOURCE("lexicons/letters.tsv", letters),
    RESOURCE("lexicons/ordinals.txt", ordinals),
    RESOURCE("lexicons/work-verbs.txt", work_verbs),
    RESOURCE("lexicons/kind-cues.tsv", kind_cues),
    RESOURCE("lexicons/work-cues.tsv", work_cues),
    RESOURCE("lexicons/work-headings.txt", work_headings),
    RESOURCE("lexicons/event-heads.txt", event_heads),
    RESOURCE("lexicons/title-joins.tsv", title_joins),
    RESOURCE("lexicons/verb-forms.tsv", verb_forms),
    RESOURCE("lexicons/intransitive-verbs.txt", intransitive_verbs),
    RESOURCE("lexicons/infobox-keys.tsv", infobox_keys),
    RESOURCE("lexicons/names.tsv", names),
    RESOURCE("lexicons/word-classes.tsv", word_classes),
    RESOURCE("lexicons/abbreviations.tsv", lexicon_abbreviations),
    RESOURCE("lexicons/aside-words.tsv", lexicon_aside_words),
    RESOURCE("lexicons/clause-openers.txt", lexicon_clause_openers),
    RESOURCE("lexicons/attached-prefixes.txt", lexicon_attached_prefixes),
    RESOURCE("lexicons/clitics.txt", lexicon_clitics),
    RESOURCE("lexicons/contractions.tsv", lexicon_contractions),
    RESOURCE("lexicons/plain-starters.txt", lexicon_plain_starters),
    RESOURCE("lexicons/sentence-starters.txt", lexicon_sentence_starters),
    RESOURCE("lexicons/time-words.tsv", lexicon_time_words),
    RESOURCE("lexicons/units.txt", lexicon_units),
    RESOURCE("lexicons/fact-phrases.tsv", lexicon_fact_phrases),
    RESOURCE("lexicons/pronouns.tsv", pronouns),
    RESOURCE("lexicons/person-nouns.tsv", person_nouns),
    RESOURCE("lexicons/name-parts.tsv", name_parts),
    RESOURCE("lexicons/nicknames.tsv", nicknames),
    RESOURCE("lexicons/groups.tsv", groups),
    RESOURCE("lexicons/alias-cues.tsv", alias_cues),
    RESOURCE("lexicons/name-variants.tsv", name_variants),
    RESOURCE("lexicons/name-spellings.tsv", name_spellings),
    RESOURCE("lexicons/name-complements.txt", name_complements),
    RESOURCE("lexicons/coreference-words.tsv", coreference_words),
    RESOURCE("lexicons/unique-relations.txt", unique_relations),
    RESOURCE("lexicons/salience.tsv", salience),
    RESOURCE("lexicons/place-kinds.txt", place_kinds),
    RESOURCE("lexicons/fact-confidence.tsv", fact_confidence),
    RESOURCE("lexicons/prepositions.txt", lexicon_prepositions),
    RESOURCE("lexicons/role-verbs.tsv", lexicon_role_verbs),
    RESOURCE("lexicons/post-nouns.txt", lexicon_post_nouns),
    RESOURCE("lexicons/governors.tsv", lexicon_governors),
    RESOURCE("lexicons/light-verbs.tsv", lexicon_light_verbs),
    RESOURCE("lexicons/event-nouns.tsv", lexicon_event_nouns),
    RESOURCE("lexicons/of-verbs.txt", lexicon_of_verbs),
    RESOURCE("lexicons/transparent-nouns.txt", lexicon_transparent_nouns),
    RESOURCE("lexicons/field-titles.txt", lexicon_field_titles),
    RESOURCE("lexicons/unreal-modifiers.txt", lexicon_unreal_modifiers),
    RESOURCE("lexicons/value-words.tsv", lexicon_value_words),
    RESOURCE("rules/creation.rules", rules_creation),
    RESOURCE("rules/deeds.rules", rules_deeds),
    RESOURCE("rules/education.rules", rules_education),
    RESOURCE("rules/events-and-places.rules", rules_events_and_places),
    RESOURCE("rules/family.rules", rules_family),
    RESOURCE("rules/law.rules", rules_law),
    RESOURCE("rules/life.rules", rules_life),
    RESOURCE("rules/politics-and-organisations.rules", rules_politics_and_organisations),
    RESOURCE("rules/relations.rules", rules_relations),
    RESOURCE("rules/residence-and-travel.rules", rules_residence_and_travel),
    RESOURCE("rules/work-and-office.rules", rules_work_and_office),
    RESOURCE("lexicons/bracket-words.tsv", lexicon_bracket_words),
    RESOURCE("rules/service-and-office.rules", rules_service_and_office),
    RESOURCE("rules/sport.rules", rules_sport),
    RESOURCE("lexicons/modality.tsv", lexicon_modality),
#if __has_embed("model/reader.model")
    RESOURCE("model/reader.model", reader_model),
#endif
};

const biostore_resource *const biostore_resources = table;
const size_t biostore_resource_count = sizeof table / sizeof table[0];
