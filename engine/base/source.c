// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/source.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// On a line longer than LONGEST_LINE bytes no column is counted and no excerpt is made.
enum { EXCERPT_COLUMNS = 80, TAB = 4, LONGEST_LINE = 8 * 1024, LONGEST_CARET = 512 };

EzSource *ez_source_new(const char *name, const char *text, size_t length)
{
    EzSource *source = g_new0(EzSource, 1);
    source->name = g_strdup(name);
    source->text = g_strndup(text, length);
    source->length = length;
    source->lines = g_array_new(FALSE, FALSE, sizeof(size_t));
    size_t start = length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    g_array_append_val(source->lines, start);
    for (const char *at = source->text; (at = memchr(at, '\n', source->text + length - at));) {
        start = (size_t)(++at - source->text);
        g_array_append_val(source->lines, start);
    }
    return source;
}

void ez_source_free(EzSource *source)
{
    if (source == NULL)
        return;
    g_free(source->name);
    g_free(source->text);
    g_array_unref(source->lines);
    g_free(source);
}

int ez_source_line_count(const EzSource *source)
{
    return (int)source->lines->len;
}

size_t ez_source_line_start(const EzSource *source, int line)
{
    if (line < 1 || line > ez_source_line_count(source))
        return source->length;
    return g_array_index(source->lines, size_t, line - 1);
}

static size_t line_end(const EzSource *source, int line)
{
    size_t start = ez_source_line_start(source, line);
    size_t end = ez_source_line_start(source, line + 1);
    while (end > start && (source->text[end - 1] == '\r' || source->text[end - 1] == '\n'))
        end--;
    return end;
}

int ez_source_line_at(const EzSource *source, size_t offset)
{
    const size_t *starts = (const size_t *)(void *)source->lines->data;
    int low = 1, high = ez_source_line_count(source);
    while (low < high) {
        int middle = (low + high + 1) / 2;
        if (starts[middle - 1] <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

// Characters in a stretch that need not be valid UTF-8: every byte that begins one counts.
static int characters(const char *text, size_t length)
{
    const uint64_t ones = 0x0101010101010101u;
    int count = (int)length;
    for (; length >= 8; length -= 8, text += 8) {
        uint64_t bytes;
        memcpy(&bytes, text, 8);
        bytes = bytes >> 7 & ~bytes >> 6 & ones; // one for each that continues a character
        count -= (int)(bytes * ones >> 56);
    }
    for (size_t i = 0; i < length; i++)
        count -= ((unsigned char)text[i] & 0xc0) == 0x80;
    return count;
}

EzPlace ez_source_place(const EzSource *source, size_t start, size_t end)
{
    start = MIN(start, source->length);
    EzPlace place = {.source = source, .line = ez_source_line_at(source, start)};
    size_t begin = ez_source_line_start(source, place.line);
    start = MAX(start, begin); // a byte order mark
    if (start - begin > LONGEST_LINE)
        return place;
    size_t stop = line_end(source, place.line);
    stop = MIN(MAX(end, start), MAX(stop, start));
    stop = MIN(stop, start + LONGEST_CARET);
    place.column = characters(source->text + begin, start - begin) + 1;
    place.length = MAX(1, characters(source->text + start, stop - start));
    return place;
}

char *ez_source_line(const EzSource *source, int line)
{
    if (line < 1 || line > ez_source_line_count(source))
        return NULL;
    size_t start = ez_source_line_start(source, line);
    return g_strndup(source->text + start, line_end(source, line) - start);
}

EzPlace ez_source_whole_line(const EzSource *source, int line)
{
    if (line < 1 || line > ez_source_line_count(source))
        return (EzPlace){.source = source, .line = MAX(line, 0)};
    size_t start = ez_source_line_start(source, line), end = line_end(source, line);
    while (start < end && g_ascii_isspace(source->text[start]))
        start++;
    EzPlace place = ez_source_place(source, start, end);
    place.line = line;
    return place;
}

// --- excerpts ---------------------------------------------------------------

// One character as the terminal may see it: its text and how many columns it takes.
typedef struct Cell {
    char text[8];
    int width;
} Cell;

static Cell cell_of(gunichar c)
{
    Cell cell = {.width = 1};
    if (c == '\t') {
        strcpy(cell.text, "    ");
        cell.width = TAB;
        return cell;
    }
    if (c < 0x20)
        c = 0x2400 + c; // ␀ … ␟
    else if (c == 0x7f)
        c = 0x2421; // ␡
    else if ((c > 0x7f && c < 0xa0) || g_unichar_type(c) == G_UNICODE_FORMAT || c == 0x2028 ||
             c == 0x2029 || c == 0xffff)
        c = 0xfffd; // invisible, bidirectional or broken: shown, never sent
    else if (g_unichar_iszerowidth(c))
        cell.width = 0;
    else if (g_unichar_iswide(c))
        cell.width = 2;
    cell.text[g_unichar_to_utf8(c, cell.text)] = '\0';
    return cell;
}

static GArray *cells_of(const char *line)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    const char *end = line + strlen(line);
    while (line < end) {
        gunichar c = g_utf8_get_char_validated(line, end - line);
        bool broken = c == (gunichar)-1 || c == (gunichar)-2;
        Cell cell = cell_of(broken ? 0xffff : c);
        g_array_append_val(cells, cell);
        line = broken ? line + 1 : g_utf8_next_char(line);
    }
    return cells;
}

char *ez_source_shown(const char *text)
{
    g_autoptr(GArray) cells = cells_of(text);
    GString *out = g_string_sized_new(cells->len);
    for (unsigned i = 0; i < cells->len; i++)
        g_string_append(out, g_array_index(cells, Cell, i).text);
    return g_string_free(out, FALSE);
}

static int width_at(const GArray *cells, int i)
{
    return g_array_index(cells, Cell, i).width;
}

static int width_of(const GArray *cells, int from, int to)
{
    int width = 0;
    for (int i = MAX(from, 0); i < to && i < (int)cells->len; i++)
        width += width_at(cells, i);
    return width;
}

// The stretch [first, last) of cells that is shown: all, or what fits around the caret.
static void window_of(const GArray *cells, int caret, int *first, int *last)
{
    *first = 0;
    *last = (int)cells->len;
    int all = width_of(cells, 0, *last), behind = width_of(cells, caret, *last);
    while (all > EXCERPT_COLUMNS && *last > caret + 1 && behind > EXCERPT_COLUMNS / 2) {
        (*last)--;
        all -= width_at(cells, *last);
        behind -= width_at(cells, *last);
    }
    while (all > EXCERPT_COLUMNS)
        all -= width_at(cells, (*first)++);
}

char *ez_source_excerpt(EzPlace place)
{
    if (place.source == NULL || place.line < 1 ||
        place.line > ez_source_line_count(place.source))
        return NULL;
    size_t start = ez_source_line_start(place.source, place.line);
    if (place.source->length == 0 || line_end(place.source, place.line) - start > LONGEST_LINE)
        return NULL;
    g_autofree char *line = ez_source_line(place.source, place.line);
    g_autoptr(GArray) cells = cells_of(line);
    int caret = MIN(MAX(place.column - 1, 0), (int)cells->len), length = MAX(place.length, 1);
    int first, last;
    window_of(cells, caret, &first, &last);
    g_autofree char *number = g_strdup_printf("%d", place.line);
    int gutter = (int)strlen(number);
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, " %*s |\n %s | %s", gutter, "", number, first > 0 ? "…" : "");
    for (int i = first; i < last; i++)
        g_string_append(out, g_array_index(cells, Cell, i).text);
    g_string_append(out, last < (int)cells->len ? "…\n" : "\n");
    g_string_append_printf(out, " %*s | %*s", gutter, "",
                           width_of(cells, first, caret) + (first > 0), "");
    int carets = MAX(1, width_of(cells, caret, MIN(caret + length, last)));
    for (int i = 0; i < carets; i++)
        g_string_append_c(out, '^');
    return g_string_free(out, FALSE);
}
