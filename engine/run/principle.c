// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/principle.h"

#include "engine/run/principle-private.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

enum {
    VERB_WITHIN = 5,  // words in which a verb is looked for
    WORDS_MOST = 20,  // that are not too long
    LONG_LETTERS = 6, // above which LIX calls a word long
    RED_FROM = 3,     // findings
    NAME_LETTERS = 3, // of the shortest word in a name that counts
};

static const char *const flag_names[] = {
    [EZ_PRINCIPLE_SPECIES] = "species", [EZ_PRINCIPLE_BIOLOGY] = "biology",
    [EZ_PRINCIPLE_JARGON] = "jargon",   [EZ_PRINCIPLE_NO_VERB] = "no_verb",
    [EZ_PRINCIPLE_LONG] = "long",       [EZ_PRINCIPLE_ABSOLUTE] = "absolute",
};

static const char *const light_names[] = {
    [EZ_PRINCIPLE_GREEN] = "green",
    [EZ_PRINCIPLE_ORANGE] = "orange",
    [EZ_PRINCIPLE_RED] = "red",
};

const char *ez_principle_flag_name(EzPrincipleFlag flag)
{
    return flag_names[flag];
}

const char *ez_principle_light_name(EzPrincipleLight light)
{
    return light_names[light];
}

// --- words ----------------------------------------------------------------------

// A part of a word: "doe-democratie" has two.
typedef struct Part {
    size_t start, end;        // bytes of the text
    char folded[EZ_WORD_MAX]; // empty when it is too long for any list
    int letters;
    bool joined;  // by a hyphen to the part before
    bool closing; // the first of a new sentence
} Part;

typedef struct Reader {
    const char *text;
    size_t length, at;
} Reader;

// 0 where no character stands.
static gunichar character_at(const Reader *reader, size_t at, size_t *size)
{
    *size = 1;
    if (at >= reader->length)
        return 0;
    unsigned char byte = (unsigned char)reader->text[at];
    if (byte < 0x80)
        return byte;
    const char *here = reader->text + at;
    gunichar c = g_utf8_get_char_validated(here, (gssize)MIN(reader->length - at, 6));
    if (c >= (gunichar)-2)
        return 0;
    *size = (size_t)(g_utf8_next_char(here) - here);
    return c;
}

static bool is_letter(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((int)c) : g_unichar_isalnum(c) || g_unichar_ismark(c);
}

// Soft hyphens and other signs that nobody sees.
static bool is_unseen(gunichar c)
{
    return c >= 0x80 && g_unichar_type(c) == G_UNICODE_FORMAT;
}

static bool is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool ends_sentence(gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

// A word in the making; `size` is EZ_WORD_MAX once it does not fit any more.
typedef struct Fold {
    char *bytes;
    size_t size;
} Fold;

static void fold_byte(Fold *fold, char byte)
{
    if (fold->size < EZ_WORD_MAX)
        fold->bytes[fold->size++] = byte;
}

// Without capitals and accents; "ĳ" and letters of double width as their plain ones.
static void fold_character(Fold *fold, gunichar c)
{
    if (c < 0x80) {
        fold_byte(fold, g_ascii_tolower((char)c));
        return;
    }
    gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize count = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
    for (gsize i = 0; i < count && fold->size < EZ_WORD_MAX; i++) {
        char bytes[6];
        int size = g_unichar_ismark(parts[i])
                       ? 0
                       : g_unichar_to_utf8(g_unichar_tolower(parts[i]), bytes);
        for (int b = 0; b < size; b++)
            fold_byte(fold, bytes[b]);
    }
}

// An apostrophe belongs to the word when the word goes on: foto's, don't.
static bool goes_on(const Reader *reader, gunichar c, size_t size)
{
    size_t next;
    return is_letter(c) || is_unseen(c) ||
           (is_apostrophe(c) && is_letter(character_at(reader, reader->at + size, &next)));
}

static void take_part(Reader *reader, Part *part)
{
    Fold fold = {part->folded, 0};
    part->start = reader->at;
    part->letters = 0;
    for (;;) {
        size_t size;
        gunichar c = character_at(reader, reader->at, &size);
        if (!goes_on(reader, c, size))
            break;
        reader->at += size;
        part->letters += is_letter(c) && (c < 0x80 || !g_unichar_ismark(c));
        if (is_apostrophe(c))
            fold_byte(&fold, '\'');
        else if (!is_unseen(c))
            fold_character(&fold, c);
    }
    part->end = reader->at;
    part->folded[fold.size < EZ_WORD_MAX ? fold.size : 0] = '\0';
}

// The next part of a word; false at the end.
static bool next_part(Reader *reader, Part *part)
{
    size_t begin = reader->at, size;
    gunichar before = 0, sign = 0;
    part->closing = false;
    while (reader->at < reader->length) {
        gunichar c = character_at(reader, reader->at, &size);
        if (is_letter(c))
            break;
        // "o.a." closes nothing until white space follows.
        part->closing = part->closing || (ends_sentence(before) && g_unichar_isspace(c));
        before = c;
        sign = reader->at == begin ? c : 0;
        reader->at += size;
    }
    part->joined = is_hyphen(sign) && begin > 0;
    if (reader->at >= reader->length)
        return false;
    take_part(reader, part);
    return true;
}

// --- lists ----------------------------------------------------------------------

// Each entry of a list begins with its word.
static int compare_entry(const void *word, const void *entry)
{
    return strcmp(word, *(const char *const *)entry);
}

static const void *find(const char *word, const void *list, size_t count, size_t size)
{
    return bsearch(word, list, count, size, compare_entry);
}

static bool is_in(EzWordList list, const char *word)
{
    return list.count > 0 && find(word, list.words, list.count, sizeof list.words[0]) != NULL;
}

static bool any_in(EzWordList list, const EzForms *forms)
{
    for (int i = 0; i < forms->count; i++)
        if (is_in(list, forms->form[i]))
            return true;
    return false;
}

static const EzPrincipleWords *words_of(const char *language)
{
    const EzPrincipleWords *words = ez_principle_words;
    while (words->language != NULL && strcmp(words->language, language) != 0)
        words++;
    return words;
}

static void noun_forms(const EzPrincipleWords *words, EzForms *forms, const char *word)
{
    forms->count = 0;
    if (words->noun_forms != NULL) {
        words->noun_forms(forms, word);
        return;
    }
    g_strlcpy(forms->form[0], word, EZ_WORD_MAX);
    forms->count = 1;
}

// --- names ----------------------------------------------------------------------

static bool names_nothing(const Part *part)
{
    if (part->letters < NAME_LETTERS || part->folded[0] == '\0')
        return true;
    for (const EzPrincipleWords *w = ez_principle_words; w->language != NULL; w++)
        if (is_in(w->plain, part->folded))
            return true;
    return false;
}

static void add_name(GHashTable *names, const EzPrincipleWords *words, const char *name)
{
    Reader reader = {name, strlen(name), 0};
    Part part;
    while (next_part(&reader, &part)) {
        if (names_nothing(&part))
            continue;
        EzForms forms;
        noun_forms(words, &forms, part.folded);
        for (int i = 0; i < forms.count; i++)
            if (strlen(forms.form[i]) >= NAME_LETTERS)
                g_hash_table_add(names, g_strdup(forms.form[i]));
    }
}

// NULL when there are none.
static GHashTable *read_names(const EzPrincipleWords *words, const char *const *names)
{
    if (names == NULL || names[0] == NULL)
        return NULL;
    GHashTable *set = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (; *names != NULL; names++)
        add_name(set, words, *names);
    return set;
}

static bool is_name(GHashTable *names, const EzForms *forms)
{
    for (int i = 0; names != NULL && i < forms->count; i++)
        if (g_hash_table_contains(names, forms->form[i]))
            return true;
    return false;
}

// --- the check ------------------------------------------------------------------

typedef struct Check {
    EzPrinciple *principle;
    const EzPrincipleWords *words;
    GHashTable *names;
    bool has_verb, after_article;
    int part;                // number of the part, from 1
    int first[EZ_PAIRS_MAX]; // the part where the first word of a pair stood last; 0 = none
    int sentences, open;     // words of the sentence that is not closed yet
    int long_words, letters; // of the word that is not closed yet
} Check;

static void raise_flag(Check *check, EzPrincipleFlag flag, const Part *part,
                       const char *instead)
{
    EzPrincipleFinding *finding = &check->principle->flags[flag];
    if (finding->count++ == 0) {
        finding->start = part->start;
        finding->length = part->end - part->start;
        finding->instead = instead;
    }
}

static bool is_biology(const Check *check, const char *word, const EzForms *forms)
{
    return any_in(check->words->biology, forms) ||
           (check->after_article && is_in(check->words->nouns, word));
}

static const EzWordInstead *find_jargon(const EzPrincipleWords *words, const EzForms *forms)
{
    const EzWordInstead *found = NULL;
    for (int i = 0; words->jargon.count > 0 && found == NULL && i < forms->count; i++)
        found = find(forms->form[i], words->jargon.words, words->jargon.count,
                     sizeof words->jargon.words[0]);
    return found;
}

static void check_alone(Check *check, const Part *part)
{
    EzForms forms;
    noun_forms(check->words, &forms, part->folded);
    const EzWordInstead *jargon;
    if (is_name(check->names, &forms))
        raise_flag(check, EZ_PRINCIPLE_SPECIES, part, NULL);
    else if (is_biology(check, part->folded, &forms))
        raise_flag(check, EZ_PRINCIPLE_BIOLOGY, part, NULL);
    else if ((jargon = find_jargon(check->words, &forms)) != NULL)
        raise_flag(check, EZ_PRINCIPLE_JARGON, part, jargon->instead);
    else if (is_in(check->words->absolutes, part->folded))
        raise_flag(check, EZ_PRINCIPLE_ABSOLUTE, part, NULL);
}

static bool closes_pair(const Check *check, size_t i, const char *word)
{
    const EzWordPair *pair = &check->words->pairs.words[i];
    int first = check->first[i];
    return first > 0 && check->part - first - 1 <= pair->between &&
           strcmp(word, pair->second) == 0;
}

static void check_pairs(Check *check, const Part *part)
{
    for (size_t i = 0; i < check->words->pairs.count; i++) {
        const EzWordPair *pair = &check->words->pairs.words[i];
        if (closes_pair(check, i, part->folded)) {
            raise_flag(check, pair->flag, part, pair->instead);
            check->first[i] = 0;
        }
        // "de schaal" is no verb; "de natuur" is nature, and "het draagvlak" what is to be created.
        bool noun = check->after_article && is_in(check->words->verbs, pair->first);
        if (!noun && strcmp(part->folded, pair->first) == 0)
            check->first[i] = check->part;
    }
}

static void check_verb(Check *check, const Part *part)
{
    if (check->words->verb_forms == NULL || check->has_verb || check->after_article ||
        check->principle->words > VERB_WITHIN)
        return;
    EzForms forms = {.count = 0};
    check->words->verb_forms(&forms, part->folded);
    check->has_verb = any_in(check->words->verbs, &forms);
}

static void close_word(Check *check)
{
    check->long_words += check->letters > LONG_LETTERS;
    check->letters = 0;
}

static void close_sentence(Check *check)
{
    check->sentences += check->open > 0;
    check->open = 0;
    check->after_article = false;
    memset(check->first, 0, sizeof check->first);
}

// A word is counted where it begins; its parts are looked up each.
static void count_word(Check *check, const Part *part)
{
    if (part->joined && check->principle->words > 0) {
        check->letters += part->letters;
        return;
    }
    close_word(check);
    if (part->closing)
        close_sentence(check);
    check->letters = part->letters;
    check->open++;
    if (++check->principle->words > WORDS_MOST) {
        EzPrincipleFinding *finding = &check->principle->flags[EZ_PRINCIPLE_LONG];
        finding->start = finding->count == 0 ? part->start : finding->start;
        finding->count = 1;
    }
}

static void check_part(Check *check, const Part *part)
{
    check->part++;
    count_word(check, part);
    if (part->folded[0] != '\0') {
        check_alone(check, part);
        check_pairs(check, part);
        check_verb(check, part);
    }
    check->after_article = is_in(check->words->articles, part->folded);
}

static void conclude(Check *check, size_t end)
{
    EzPrinciple *principle = check->principle;
    close_word(check);
    close_sentence(check);
    if (principle->words == 0)
        return;
    EzPrincipleFinding *too_long = &principle->flags[EZ_PRINCIPLE_LONG];
    too_long->length = too_long->count > 0 ? end - too_long->start : 0;
    bool judged = check->words->verb_forms != NULL;
    principle->flags[EZ_PRINCIPLE_NO_VERB].count = judged && !check->has_verb;
    for (int i = 0; i < EZ_PRINCIPLE_FLAGS; i++)
        principle->findings += principle->flags[i].count;
    principle->light = principle->findings >= RED_FROM       ? EZ_PRINCIPLE_RED
                       : principle->findings == RED_FROM - 1 ? EZ_PRINCIPLE_ORANGE
                                                             : EZ_PRINCIPLE_GREEN;
    principle->lix = (double)principle->words / check->sentences +
                     100.0 * check->long_words / principle->words;
}

void ez_principle_check(EzPrinciple *principle, const char *text, size_t length,
                        const char *language, const char *const *names)
{
    *principle = (EzPrinciple){.light = EZ_PRINCIPLE_GREEN};
    Check check = {.principle = principle, .words = words_of(language)};
    check.names = read_names(check.words, names);
    Reader reader = {text, length, 0};
    Part part;
    size_t end = 0;
    while (next_part(&reader, &part)) {
        check_part(&check, &part);
        end = part.end;
    }
    conclude(&check, end);
    g_clear_pointer(&check.names, g_hash_table_unref);
}
