// SPDX-License-Identifier: EUPL-1.2
#include "render/text_shaper.h"

#include <hb.h>
#include <string.h>

#include "render/fonts_pango.h"
#include "render/text_shape.h"
#include "render/typesetter.h"

enum {
    MOST_KEPT = 32 * 1024 * 1024, // bytes of words
    // A longer word is not measured anew at each of its divisions: that takes the square of it.
    LONG_WORD = 200,
};

struct EzFace {
    EzShaping how;
    const char *features;
    bool tracked, hyphenated;
    double space;
    unsigned space_glyph;
};

typedef struct Key {
    const EzFace *face;
    const char *text;
    int bytes;
} Key;

typedef struct Entry {
    Key key;
    EzWord word;
    bool divided; // its divisions are known
} Entry;

struct EzTypesetter {
    EzFonts *fonts;
    EzHyphens *hyphens;
    GPtrArray *faces;  // of EzFace
    EzArena *arena;    // of the words
    GHashTable *words; // Key * -> Entry *, in the arena
};

// ---- life ----------------------------------------------------------------------

static guint hash_key(gconstpointer data)
{
    const Key *key = data;
    guint hash = 2166136261u ^ (guint)((guintptr)key->face >> 4);
    for (int i = 0; i < key->bytes; i++)
        hash = (hash ^ (unsigned char)key->text[i]) * 16777619u;
    return hash;
}

static gboolean same_key(gconstpointer a, gconstpointer b)
{
    const Key *one = a, *two = b;
    return one->face == two->face && one->bytes == two->bytes &&
           memcmp(one->text, two->text, (size_t)one->bytes) == 0;
}

static void free_face(gpointer data)
{
    EzFace *face = data;
    ez_shaping_clear(&face->how);
    g_free(face);
}

EzTypesetter *ez_typesetter_new(EzFonts *fonts, EzHyphens *hyphens)
{
    EzTypesetter *typesetter = g_new0(EzTypesetter, 1);
    typesetter->fonts = fonts;
    typesetter->hyphens = hyphens;
    typesetter->faces = g_ptr_array_new_with_free_func(free_face);
    typesetter->arena = ez_arena_new();
    typesetter->words = g_hash_table_new(hash_key, same_key);
    return typesetter;
}

void ez_typesetter_free(EzTypesetter *typesetter)
{
    if (typesetter == NULL)
        return;
    g_hash_table_unref(typesetter->words);
    ez_arena_free(typesetter->arena);
    g_ptr_array_unref(typesetter->faces);
    g_free(typesetter);
}

EzFonts *ez_typesetter_fonts(const EzTypesetter *typesetter)
{
    return typesetter->fonts;
}

void ez_shaper_tidy(EzTypesetter *typesetter)
{
    if (ez_arena_used(typesetter->arena) < MOST_KEPT)
        return;
    g_hash_table_remove_all(typesetter->words);
    ez_arena_free(typesetter->arena);
    typesetter->arena = ez_arena_new();
}

// ---- faces ---------------------------------------------------------------------

static bool is_of(const EzFace *face, const EzSpan *span)
{
    return face->how.font == span->font && face->tracked == (span->tracking != 0) &&
           face->hyphenated == span->hyphenate &&
           g_strcmp0(face->features, span->features) == 0 &&
           strcmp(face->how.language, span->language) == 0;
}

static EzFace *new_face(EzTypesetter *typesetter, const EzSpan *span)
{
    EzFace *face = g_new0(EzFace, 1);
    face->tracked = span->tracking != 0;
    face->hyphenated = span->hyphenate;
    face->features = g_intern_string(span->features);
    ez_shaping_init(&face->how, typesetter->fonts, span, face->tracked);
    face->space = ez_shaping_space(&face->how, &face->space_glyph);
    g_ptr_array_add(typesetter->faces, face);
    return face;
}

const EzFace *ez_shaper_face(EzTypesetter *typesetter, const EzSpan *span)
{
    for (guint i = 0; i < typesetter->faces->len; i++)
        if (is_of(typesetter->faces->pdata[i], span))
            return typesetter->faces->pdata[i];
    return new_face(typesetter, span);
}

double ez_face_space(const EzFace *face, unsigned *glyph)
{
    *glyph = face->space_glyph;
    return face->space;
}

// ---- words ---------------------------------------------------------------------

static Entry *shape(EzTypesetter *typesetter, const EzFace *face, const char *text, int bytes)
{
    Key key = {face, text, bytes};
    Entry *entry = g_hash_table_lookup(typesetter->words, &key);
    if (entry != NULL)
        return entry;
    entry = ez_arena_make(typesetter->arena, Entry);
    key.text = ez_arena_copy(typesetter->arena, text, (size_t)bytes + 1);
    ((char *)key.text)[bytes] = '\0';
    entry->key = key;
    ez_shaping_word(&face->how, typesetter->arena, key.text, bytes, &entry->word);
    g_hash_table_insert(typesetter->words, &entry->key, entry);
    return entry;
}

// ---- divisions -----------------------------------------------------------------

static int letters_before(const EzWord *word, int shown_bytes)
{
    int bytes = 0, letters = 0;
    for (int s = 0; s < word->n_shapes; s++)
        for (int i = 0; i < word->shapes[s].n_clusters; i++) {
            bytes += word->shapes[s].clusters[i].bytes;
            if (bytes > shown_bytes)
                return letters;
            letters++;
        }
    return letters;
}

// Where the glyph of the n-th cluster stands.
static double place_of(const EzWord *word, int letters)
{
    for (int s = 0; s < word->n_shapes; s++) {
        const EzShape *shape = &word->shapes[s];
        if (letters >= shape->n_clusters) {
            letters -= shape->n_clusters;
            continue;
        }
        int glyph = 0;
        for (int i = 0; i < letters; i++)
            glyph += shape->clusters[i].glyphs;
        return shape->glyphs[glyph].x;
    }
    return word->advance;
}

static double advance_of_part(EzTypesetter *typesetter, const EzFace *face, const char *text,
                              int bytes, bool hyphen)
{
    static const char SOFT_HYPHEN[] = "\u00AD";
    if (!hyphen)
        return shape(typesetter, face, text, bytes)->word.advance;
    g_autofree char *part = g_strdup_printf("%.*s%s", bytes, text, SOFT_HYPHEN);
    return shape(typesetter, face, part, (int)strlen(part))->word.advance;
}

static EzDivision measure_division(EzTypesetter *typesetter, const Entry *entry, int byte,
                                   bool hyphen)
{
    const Key *key = &entry->key;
    const EzWord *word = &entry->word;
    EzDivision division = {.byte = byte, .hyphen = hyphen};
    division.letters = letters_before(word, ez_shown_bytes(key->text, byte));
    division.at = place_of(word, division.letters);
    if (key->bytes > LONG_WORD)
        return division;
    division.before =
        advance_of_part(typesetter, key->face, key->text, byte, hyphen) - division.at;
    division.after =
        advance_of_part(typesetter, key->face, key->text + byte, key->bytes - byte, false) -
        (word->advance - division.at);
    return division;
}

static void add_division(EzTypesetter *typesetter, const Entry *entry, GArray *out, int byte,
                         bool hyphen)
{
    EzDivision division = measure_division(typesetter, entry, byte, hyphen);
    g_array_append_val(out, division);
}

static void divide_word(EzTypesetter *typesetter, Entry *entry)
{
    const Key *key = &entry->key;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(EzDivision));
    int places[EZ_HYPHENS_MOST], n = 0;
    entry->divided = true;
    if (ez_has_signs(key->text, key->bytes)) {
        g_autoptr(GArray) breaks = ez_sign_breaks(key->text, key->bytes);
        for (guint i = 0; i < breaks->len; i++) {
            const EzSignBreak *at = &g_array_index(breaks, EzSignBreak, i);
            add_division(typesetter, entry, found, at->byte, at->hyphen);
        }
    }
    if (found->len == 0 && key->face->hyphenated && typesetter->hyphens != NULL)
        n = ez_hyphens_find(typesetter->hyphens, key->face->how.language, key->text, key->bytes,
                            places);
    for (int i = 0; i < n; i++)
        add_division(typesetter, entry, found, places[i], true);
    entry->word.divisions =
        ez_arena_copy(typesetter->arena, found->data, sizeof(EzDivision) * found->len);
    entry->word.n_divisions = (int)found->len;
}

const EzWord *ez_shaper_word(EzTypesetter *typesetter, const EzFace *face, const char *text,
                             int bytes)
{
    Entry *entry = shape(typesetter, face, text, bytes);
    if (!entry->divided)
        divide_word(typesetter, entry);
    return &entry->word;
}
