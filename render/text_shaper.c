// SPDX-License-Identifier: EUPL-1.2
#include "render/text_shaper.h"

#include <hb.h>
#include <string.h>

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
    bool hyphen; // behind it
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
    guint hash = 2166136261u ^ (guint)((guintptr)key->face >> 4) ^ (guint)key->hyphen;
    for (int i = 0; i < key->bytes; i++)
        hash = (hash ^ (unsigned char)key->text[i]) * 16777619u;
    return hash;
}

static gboolean same_key(gconstpointer a, gconstpointer b)
{
    const Key *one = a, *two = b;
    return one->face == two->face && one->bytes == two->bytes && one->hyphen == two->hyphen &&
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

static Entry *shape(EzTypesetter *typesetter, const EzFace *face, const char *text, int bytes,
                    bool hyphen)
{
    Key key = {face, text, bytes, hyphen};
    Entry *entry = g_hash_table_lookup(typesetter->words, &key);
    if (entry != NULL)
        return entry;
    entry = ez_arena_make(typesetter->arena, Entry);
    key.text = ez_arena_copy(typesetter->arena, text, (size_t)bytes);
    entry->key = key;
    ez_shaping_word(&face->how, typesetter->arena, key.text, bytes, hyphen, &entry->word);
    g_hash_table_insert(typesetter->words, &entry->key, entry);
    return entry;
}

// ---- divisions -----------------------------------------------------------------

// How far the text of a word was read, and the first cluster behind that.
typedef struct Walk {
    const Entry *entry;
    int byte, shown;           // read; how many of them make glyphs
    int shape, cluster, glyph; // of the cluster; the last two counted within the shape
    int letters, bytes;        // before it
} Walk;

static void walk_to(Walk *walk, int byte)
{
    const EzWord *word = &walk->entry->word;
    walk->shown += ez_shown_bytes(walk->entry->key.text + walk->byte, byte - walk->byte);
    walk->byte = byte;
    while (walk->shape < word->n_shapes) {
        const EzShape *shape = &word->shapes[walk->shape];
        if (walk->cluster == shape->n_clusters) {
            walk->shape++;
            walk->cluster = walk->glyph = 0;
            continue;
        }
        const EzCluster *cluster = &shape->clusters[walk->cluster];
        if (walk->bytes + cluster->bytes > walk->shown)
            return;
        walk->bytes += cluster->bytes;
        walk->glyph += cluster->glyphs;
        walk->cluster++;
        walk->letters++;
    }
}

static double place_of(const Walk *walk)
{
    const EzWord *word = &walk->entry->word;
    return walk->shape < word->n_shapes ? word->shapes[walk->shape].glyphs[walk->glyph].x
                                        : word->advance;
}

static double advance_of(EzTypesetter *typesetter, const EzFace *face, const char *text,
                         int bytes, bool hyphen)
{
    return shape(typesetter, face, text, bytes, hyphen)->word.advance;
}

static EzDivision measure_division(EzTypesetter *typesetter, const Walk *walk, bool hyphen)
{
    const Key *key = &walk->entry->key;
    int byte = walk->byte;
    EzDivision division = {
        .byte = byte, .hyphen = hyphen, .letters = walk->letters, .at = place_of(walk)};
    if (key->bytes > LONG_WORD) {
        division.before = hyphen ? advance_of(typesetter, key->face, "", 0, true) : 0;
        return division;
    }
    division.before = advance_of(typesetter, key->face, key->text, byte, hyphen) - division.at;
    division.after =
        advance_of(typesetter, key->face, key->text + byte, key->bytes - byte, false) -
        (walk->entry->word.advance - division.at);
    return division;
}

// Divisions come from the first to the last.
static void add_division(EzTypesetter *typesetter, Walk *walk, GArray *out, int byte,
                         bool hyphen)
{
    walk_to(walk, byte);
    EzDivision division = measure_division(typesetter, walk, hyphen);
    g_array_append_val(out, division);
}

static void divide_word(EzTypesetter *typesetter, Entry *entry)
{
    const Key *key = &entry->key;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(EzDivision));
    int places[EZ_HYPHENS_MOST], n = 0;
    Walk walk = {.entry = entry};
    entry->divided = true;
    if (ez_has_signs(key->text, key->bytes)) {
        g_autoptr(GArray) breaks = ez_sign_breaks(key->text, key->bytes);
        for (guint i = 0; i < breaks->len; i++) {
            const EzSignBreak *at = &g_array_index(breaks, EzSignBreak, i);
            add_division(typesetter, &walk, found, at->byte, at->hyphen);
        }
    }
    if (found->len == 0 && key->face->hyphenated && typesetter->hyphens != NULL)
        n = ez_hyphens_find(typesetter->hyphens, key->face->how.language, key->text, key->bytes,
                            places);
    for (int i = 0; i < n; i++)
        add_division(typesetter, &walk, found, places[i], true);
    entry->word.divisions =
        ez_arena_copy(typesetter->arena, found->data, sizeof(EzDivision) * found->len);
    entry->word.n_divisions = (int)found->len;
}

const EzWord *ez_shaper_word(EzTypesetter *typesetter, const EzFace *face, const char *text,
                             int bytes, bool hyphen)
{
    Entry *entry = shape(typesetter, face, text, bytes, hyphen);
    if (!entry->divided)
        divide_word(typesetter, entry);
    return &entry->word;
}
