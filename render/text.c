// SPDX-License-Identifier: EUPL-1.2
#include "render/text.h"

#include <string.h>

#include "render/text-private.h"
#include "render/typesetter.h"

// Bytes that are set at once: what a copy needs grows with its text.
enum { PIECE = 32 * 1024 };

// ---- joining -------------------------------------------------------------------

// Whatever would end the line or the paragraph, or jump to a tab stop.
static bool is_break(gunichar c)
{
    return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 ||
           c == 0x2028 || c == 0x2029;
}

static void append_text(GString *out, const char *text)
{
    g_autofree char *valid =
        g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    const char *from = valid != NULL ? valid : text; // not yet appended
    const char *p = from;
    for (; *p != '\0'; p = g_utf8_next_char(p)) {
        if (!is_break(g_utf8_get_char(p)))
            continue;
        g_string_append_len(out, from, p - from);
        g_string_append_c(out, ' ');
        from = g_utf8_next_char(p);
    }
    g_string_append_len(out, from, p - from);
}

// The space at the very end would count as width, as no line is wrapped behind it.
static void trim_end(GString *text, int *ends, int n)
{
    while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    for (int i = 0; i < n; i++)
        ends[i] = MIN(ends[i], (int)text->len);
}

static void join_spans(EzCopy *copy)
{
    g_autoptr(GString) text = g_string_sized_new(256);
    copy->ends = ez_arena_array(copy->arena, int, copy->n_spans);
    for (int i = 0; i < copy->n_spans; i++) {
        append_text(text, copy->spans[i].text);
        copy->ends[i] = (int)text->len;
    }
    trim_end(text, copy->ends, copy->n_spans);
    copy->text = ez_arena_copy(copy->arena, text->str, text->len + 1);
    copy->length = (int)text->len;
}

const EzCopy *ez_copy_new(EzTypesetter *typesetter, EzArena *arena, const EzSpan *spans,
                          int n_spans)
{
    EzCopy *copy = ez_arena_make(arena, EzCopy);
    *copy =
        (EzCopy){.typesetter = typesetter, .arena = arena, .spans = spans, .n_spans = n_spans};
    ez_shaper_tidy(typesetter);
    if (n_spans > 0)
        join_spans(copy);
    copy->bidi = ez_text_is_bidi(copy->text, copy->length);
    copy->is_long = copy->length > PIECE;
    if (!copy->bidi && !copy->is_long)
        ez_copy_read_words(copy);
    return copy;
}

// ---- setting -------------------------------------------------------------------

static const EzParagraph *set_short(const EzCopy *copy, double size, double width,
                                    EzSetting setting)
{
    g_autofree EzAtom *atoms = ez_copy_atoms(copy, size);
    g_autofree int *ends = g_new(int, copy->n_parts);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, copy->n_parts);
    bool justified = setting == EZ_SETTING_JUSTIFY && width > 0;
    if (setting == EZ_SETTING_BALANCE && width > 0)
        width = ez_break_balance(breaker, width);
    int lines = setting == EZ_SETTING_PRETTY ? ez_break_even(breaker, width, ends)
                : justified                  ? ez_break_justified(breaker, width, ends)
                                             : ez_break_first_fit(breaker, width, ends);
    return ez_copy_assemble(copy, size, breaker, ends, lines, justified ? width : 0);
}

// Sets it, and forgets it.
static int count_set_lines(const EzCopy *copy, double size, double width, double *widest)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzCopy trial = *copy;
    trial.arena = arena;
    const EzParagraph *set = ez_copy_set(&trial, size, width, EZ_SETTING_PLAIN);
    *widest = set->width;
    return set->n_lines;
}

int ez_copy_lines(const EzCopy *copy, double size, double width, double *widest)
{
    *widest = 0;
    if (copy->bidi || copy->is_long)
        return count_set_lines(copy, size, width, widest);
    g_autofree EzAtom *atoms = ez_copy_atoms(copy, size);
    g_autofree int *ends = g_new(int, copy->n_parts);
    g_autoptr(EzBreaker) breaker = ez_breaker_new(atoms, copy->n_parts);
    int lines = ez_break_first_fit(breaker, width, ends);
    for (int i = 0, first = 0; i < lines; first = ends[i++] + 1)
        *widest = MAX(*widest, ez_breaker_width(breaker, first, ends[i]));
    return lines;
}

// ---- long texts ----------------------------------------------------------------

// The part of the text from `start` on that is set next, cut behind a space where there is one.
static EzCopy next_piece(const EzCopy *whole, int start)
{
    EzCopy piece = *whole;
    piece.text += start;
    piece.length = MIN(whole->length - start, PIECE);
    if (start + piece.length < whole->length) {
        const char *end = g_utf8_find_prev_char(piece.text, piece.text + PIECE);
        const char *space = g_strrstr_len(piece.text, end - piece.text, " ");
        piece.length = (int)((space != NULL ? space + 1 : end) - piece.text);
    }
    piece.ends = ez_arena_array(whole->arena, int, whole->n_spans);
    for (int i = 0; i < whole->n_spans; i++)
        piece.ends[i] = CLAMP(whole->ends[i] - start, 0, piece.length);
    piece.is_long = false;
    ez_shaper_tidy(whole->typesetter);
    if (!piece.bidi)
        ez_copy_read_words(&piece);
    return piece;
}

// The first byte of the piece that stands on its last line.
static int last_line_start(const EzCopy *piece, const EzParagraph *set)
{
    int bytes = 0;
    for (int i = 0; i < set->n_lines - 1; i++)
        bytes += set->lines[i].bytes;
    return MIN(bytes, piece->length);
}

// Adds the lines of the piece that starts at `start` but the last, which the next piece may
// make longer. Where the next piece starts.
static int set_piece(const EzCopy *whole, int start, double size, double width, GArray *lines,
                     gunichar *missing)
{
    EzCopy piece = next_piece(whole, start);
    const EzParagraph *set = ez_copy_set(&piece, size, width, EZ_SETTING_PLAIN);
    bool all = start + piece.length == whole->length || set->n_lines <= 1;
    int kept = all ? set->n_lines : set->n_lines - 1;
    g_array_append_vals(lines, set->lines, (guint)kept);
    if (*missing == 0)
        *missing = set->missing;
    return start + (all ? piece.length : last_line_start(&piece, set));
}

static const EzParagraph *set_long(const EzCopy *whole, double size, double width)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(EzLine));
    EzParagraph *paragraph = ez_arena_make(whole->arena, EzParagraph);
    for (int start = 0; start < whole->length;)
        start = set_piece(whole, start, size, width, lines, &paragraph->missing);
    for (guint i = 0; i < lines->len; i++)
        paragraph->width = MAX(paragraph->width, g_array_index(lines, EzLine, i).width);
    paragraph->n_lines = (int)lines->len;
    paragraph->lines = ez_arena_copy(whole->arena, lines->data, sizeof(EzLine) * lines->len);
    return paragraph;
}

// All of a long text on one line.
static const EzParagraph *set_unbroken(const EzCopy *whole, double size)
{
    EzCopy copy = *whole;
    copy.is_long = false;
    if (!copy.bidi)
        ez_copy_read_words(&copy);
    return ez_copy_set(&copy, size, 0, EZ_SETTING_PLAIN);
}

// ---- the contract --------------------------------------------------------------

const EzParagraph *ez_copy_set(const EzCopy *copy, double size, double width, EzSetting setting)
{
    if (copy->length == 0)
        return ez_arena_make(copy->arena, EzParagraph);
    if (copy->is_long)
        return width > 0 ? set_long(copy, size, width) : set_unbroken(copy, size);
    return copy->bidi ? ez_bidi_set(copy, size, width) : set_short(copy, size, width, setting);
}

const EzParagraph *ez_paragraph_set(EzTypesetter *typesetter, EzArena *arena,
                                    const EzSpan *spans, int n_spans, double width,
                                    EzSetting setting)
{
    return ez_copy_set(ez_copy_new(typesetter, arena, spans, n_spans), 1, width, setting);
}
