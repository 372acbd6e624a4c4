// SPDX-License-Identifier: EUPL-1.2
// From the text of a copy to words, and from words to atoms.
#include <string.h>

#include "engine/base/units.h"
#include "render/text-private.h"

typedef struct Reader {
    EzCopy *copy;
    const EzFace *face; // of the span being read
    GArray *fragments;  // of EzFragment
    GArray *parts;      // of EzPart
} Reader;

// ---- fragments -----------------------------------------------------------------

// What is drawn in the place of a span is a word of one letter.
static const EzWord *word_of_object(EzArena *arena, double width)
{
    EzWord *word = ez_arena_make(arena, EzWord);
    word->advance = width;
    word->letters = 1;
    return word;
}

static void add_fragment(Reader *reader, int span, int start, int end)
{
    EzCopy *copy = reader->copy;
    double object = copy->spans[span].object;
    EzFragment fragment = {.span = span,
                           .face = reader->face,
                           .text = copy->text + start,
                           .bytes = end - start,
                           .space_span = span};
    fragment.word = object > 0 ? word_of_object(copy->arena, object)
                               : ez_shaper_word(copy->typesetter, fragment.face, fragment.text,
                                                fragment.bytes, false);
    if (copy->missing == 0)
        copy->missing = fragment.word->missing;
    g_array_append_val(reader->fragments, fragment);
}

// Spaces hang on what is before them; those at the start of the text on nothing at all.
static void add_spaces(Reader *reader, int span, int start, int end)
{
    if (reader->fragments->len == 0)
        add_fragment(reader, span, start, start);
    EzFragment *last =
        &g_array_index(reader->fragments, EzFragment, reader->fragments->len - 1);
    if (last->spaces == 0) {
        last->space_span = span;
        last->space_face = reader->face;
    }
    last->spaces += end - start;
}

static int stretch_end(const char *text, int start, int end)
{
    bool space = text[start] == ' ';
    int at = start;
    while (at < end && (text[at] == ' ') == space)
        at++;
    return at;
}

static void read_span(Reader *reader, int span, int start, int end)
{
    if (end == start)
        return;
    reader->face = ez_shaper_face(reader->copy->typesetter, &reader->copy->spans[span]);
    if (reader->copy->spans[span].object > 0) {
        add_fragment(reader, span, start, end);
        return;
    }
    for (int at = start; at < end;) {
        int next = stretch_end(reader->copy->text, at, end);
        if (reader->copy->text[at] == ' ')
            add_spaces(reader, span, at, next);
        else
            add_fragment(reader, span, at, next);
        at = next;
    }
}

// ---- parts ---------------------------------------------------------------------

static void add_parts(Reader *reader, int fragment)
{
    const EzWord *word = g_array_index(reader->fragments, EzFragment, fragment).word;
    for (int from = -1; from < word->n_divisions; from++) {
        EzPart part = {fragment, from, from + 1};
        g_array_append_val(reader->parts, part);
    }
}

void ez_copy_read_words(EzCopy *copy)
{
    g_autoptr(GArray) fragments = g_array_sized_new(FALSE, FALSE, sizeof(EzFragment), 64);
    g_autoptr(GArray) parts = g_array_sized_new(FALSE, FALSE, sizeof(EzPart), 64);
    Reader reader = {copy, NULL, fragments, parts};
    for (int i = 0, start = 0; i < copy->n_spans; start = copy->ends[i++])
        read_span(&reader, i, start, copy->ends[i]);
    for (guint i = 0; i < fragments->len; i++)
        add_parts(&reader, (int)i);
    copy->fragments =
        ez_arena_copy(copy->arena, fragments->data, sizeof(EzFragment) * fragments->len);
    copy->n_fragments = (int)fragments->len;
    copy->parts = ez_arena_copy(copy->arena, parts->data, sizeof(EzPart) * parts->len);
    copy->n_parts = (int)parts->len;
}

// ---- atoms ---------------------------------------------------------------------

static gunichar first_char(const EzFragment *fragment)
{
    return fragment->bytes > 0 ? g_utf8_get_char(fragment->text) : 0;
}

static gunichar last_char(const EzFragment *fragment)
{
    return fragment->bytes > 0 ? g_utf8_get_char(g_utf8_find_prev_char(
                                     fragment->text, fragment->text + fragment->bytes))
                               : 0;
}

static bool opens(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_OPEN_PUNCTUATION || c == 0xAB;
}

static bool closes(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION || c == '!' || c == '?' ||
           c == ':' || c == ';' || c == ',' || c == '.' || c == 0xBB;
}

// As the Unicode line breaking algorithm has it (LB13, LB14): no line ends behind what opens,
// nor before what closes, spaces or not.
static EzJoint joint_behind(const EzCopy *copy, int fragment)
{
    const EzFragment *here = &copy->fragments[fragment];
    if (here->spaces == 0 || fragment + 1 == copy->n_fragments || here->bytes == 0 ||
        opens(last_char(here)) || closes(first_char(here + 1)))
        return EZ_JOINT_NONE;
    return EZ_JOINT_SPACE;
}

static double mm_of_em(const EzSpan *span, double size)
{
    return ez_mm_from_pt(span->size * size);
}

// Tracking lies between letters: behind the last of a line there is none.
static void end_atom(const EzCopy *copy, const EzPart *part, double size, EzAtom *atom)
{
    const EzFragment *fragment = &copy->fragments[part->fragment];
    const EzSpan *span = &copy->spans[fragment->span];
    double em = mm_of_em(span, size);
    atom->before = fragment->word->letters > 0 ? -ez_mm_from_pt(span->tracking) : 0;
    if (part->to < fragment->word->n_divisions) {
        const EzDivision *division = &fragment->word->divisions[part->to];
        atom->joint = division->hyphen ? EZ_JOINT_HYPHEN : EZ_JOINT_BARE;
        atom->before += division->before * em;
        if (division->hyphen)
            atom->before += ez_mm_from_pt(span->tracking);
        atom->after = division->after * em;
        return;
    }
    atom->joint = joint_behind(copy, part->fragment);
    if (fragment->spaces == 0)
        return;
    unsigned glyph;
    const EzSpan *space = &copy->spans[fragment->space_span];
    double advance = ez_face_space(fragment->space_face, &glyph) * mm_of_em(space, size);
    atom->space = fragment->spaces * (advance + ez_mm_from_pt(space->tracking));
}

static double advance_at(const EzWord *word, int division)
{
    if (division < 0)
        return 0;
    return division < word->n_divisions ? word->divisions[division].at : word->advance;
}

static int letters_at(const EzWord *word, int division)
{
    if (division < 0)
        return 0;
    return division < word->n_divisions ? word->divisions[division].letters : word->letters;
}

EzAtom *ez_copy_atoms(const EzCopy *copy, double size)
{
    EzAtom *atoms = g_new0(EzAtom, copy->n_parts);
    for (int i = 0; i < copy->n_parts; i++) {
        const EzPart *part = &copy->parts[i];
        const EzFragment *fragment = &copy->fragments[part->fragment];
        const EzWord *word = fragment->word;
        const EzSpan *span = &copy->spans[fragment->span];
        double em = advance_at(word, part->to) - advance_at(word, part->from);
        int letters = letters_at(word, part->to) - letters_at(word, part->from);
        atoms[i].width = em * mm_of_em(span, size) + letters * ez_mm_from_pt(span->tracking);
        end_atom(copy, part, size, &atoms[i]);
    }
    return atoms;
}
