// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the table of a deck: its cells, written out and read again, are the same cells; its cards are
// loaded, and what is told can be shown.
#include "engine/load/csv.h"
#include "engine/load/load.h"
#include "tests/fuzz/kit_folder.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static EzFuzzFile files[] = {
    {"kit/faces/x.lua", "return face { front = function(c) return text { c.title } end }"},
    {"kit/decks/x.lua",
     "return deck { id = \"x\", code = \"X\", title = \"X\", size = \"a7\", face = \"x\", "
     "fields = { a = field.text { max = 20, optional = true }, n = field.number { optional = "
     "true "
     "}, list = field.list { field.group { ref = field.plain {} } }, other = field.ref \"x\" "
     "}, "
     "cards = csv \"x.csv\" }"},
    {NULL, NULL},
};

// ---- cells -------------------------------------------------------------------------------------

static void put_cell(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *p = text; *p != '\0'; p++)
        g_string_append_len(out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
    g_string_append_c(out, '"');
}

// All rows as CSV in which every cell is quoted, in the same arena.
static GString *write_rows(EzCsv *csv, size_t size)
{
    GString *out = g_string_new(NULL);
    int count;
    for (const EzCsvCell *cells; (cells = ez_csv_next(csv, &count)) != NULL;) {
        g_assert_cmpint(count, >, 0);
        for (int i = 0; i < count; i++) {
            g_assert_true(cells[i].start <= cells[i].end && cells[i].end <= size);
            if (i > 0)
                g_string_append_c(out, ',');
            put_cell(out, cells[i].text);
        }
        g_string_append_c(out, '\n');
    }
    return out;
}

static GString *read_and_write(const char *text, size_t size, bool *whole)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    g_autoptr(EzSource) source = ez_source_new("x.csv", text, size);
    g_autoptr(EzCsv) csv = ez_csv_new(source, arena);
    size_t at;
    GString *out = write_rows(csv, size);
    *whole = ez_csv_problem(csv, &at) == NULL;
    g_assert_true(*whole || at <= size);
    return out;
}

static void check_cells(const char *text, size_t size)
{
    bool whole, again;
    GString *once = read_and_write(text, size, &whole);
    GString *twice = read_and_write(once->str, once->len, &again);
    g_assert_true(again);
    g_assert_cmpstr(once->str, ==, twice->str);
    g_string_free(once, TRUE);
    g_string_free(twice, TRUE);
}

// ---- cards -------------------------------------------------------------------------------------

static void check_cards(const uint8_t *data, size_t size)
{
    static const EzLoadLimits limits = {100 * 1000, 50 * 1000, INT64_MAX / 2, 2 * 1024 * 1024};
    EzLoadOptions options = {.limits = &limits};
    const char *folder = ez_fuzz_kit(files, "kit/decks/x.csv", data, size);
    EzDiags *diags = ez_diags_new();
    EzLoad *load = ez_load_new(folder, &options, diags, NULL);
    ez_diags_sort(diags);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        g_autofree char *text = ez_diag_format(ez_diags_get(diags, i), "", false);
        g_assert_true(g_utf8_validate(text, -1, NULL));
        g_assert_null(strpbrk(text, "\033\007\r\t"));
    }
    ez_load_free(load);
    ez_diags_free(diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    check_cells((const char *)data, size);
    check_cards(data, size);
    return 0;
}
