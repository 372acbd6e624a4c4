// SPDX-License-Identifier: EUPL-1.2
#include "tests/diag/case.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char MARK[] = "--! ";

// ---- reading a book --------------------------------------------------------------

static void free_case(gpointer data)
{
    Case *c = data;
    g_free(c->name);
    g_free(c->base);
    g_free(c);
}

// "=== name base:two hurried"
static Case *read_header(Book *book, int line)
{
    g_auto(GStrv) words = g_strsplit((const char *)book->lines->pdata[line] + 4, " ", -1);
    Case *c = g_new0(Case, 1);
    c->book = book;
    c->name = g_strdup(words[0]);
    c->base = g_strdup("small");
    c->first = line;
    for (char **word = words + 1; *word != NULL; word++) {
        if (g_str_has_prefix(*word, "base:")) {
            g_free(c->base);
            c->base = g_strdup(*word + 5);
        }
        c->hurried = c->hurried || strcmp(*word, "hurried") == 0;
    }
    return c;
}

Book *book_read(const char *path)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    Book *book = g_new0(Book, 1);
    book->path = g_strdup(path);
    book->name = g_path_get_basename(path);
    *strrchr(book->name, '.') = '\0';
    book->lines = g_ptr_array_new_with_free_func(g_free);
    book->cases = g_ptr_array_new_with_free_func(free_case);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL && (lines[i][0] != '\0' || lines[i + 1] != NULL); i++)
        g_ptr_array_add(book->lines, g_strdup(lines[i]));
    Case *last = NULL;
    for (int i = 0; i < (int)book->lines->len; i++) {
        if (!g_str_has_prefix(book->lines->pdata[i], "=== "))
            continue;
        if (last != NULL)
            last->last = i;
        last = read_header(book, i);
        g_ptr_array_add(book->cases, last);
    }
    if (last != NULL)
        last->last = (int)book->lines->len;
    return book;
}

void book_free(Book *book)
{
    g_ptr_array_unref(book->lines);
    g_ptr_array_unref(book->cases);
    g_free(book->path);
    g_free(book->name);
    g_free(book);
}

// ---- composing files ---------------------------------------------------------------

// A block of the case: "--- PATH [MODE]" and the lines under it.
typedef struct Block {
    char *path, *mode; // mode "" for a whole file
    int first, last;   // lines of the book
} Block;

// A line of a composed file, and where in the book it stands (-1: in the base).
typedef struct Line {
    char *text;
    int at;
} Line;

typedef struct File {
    char *path;
    const Block *block; // the last that made it
    GArray *lines;      // of Line
} File;

static void clear_block(gpointer data)
{
    g_free(((Block *)data)->path);
    g_free(((Block *)data)->mode);
}

static GArray *read_blocks(const Case *c)
{
    GArray *blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_array_set_clear_func(blocks, clear_block);
    for (int i = c->first + 1; i < c->last; i++) {
        const char *line = c->book->lines->pdata[i];
        if (!g_str_has_prefix(line, "--- "))
            continue;
        if (blocks->len > 0)
            g_array_index(blocks, Block, blocks->len - 1).last = i;
        g_auto(GStrv) words = g_strsplit(line + 4, " ", 2);
        Block block = {g_strdup(words[0]), g_strdup(words[1] != NULL ? words[1] : ""), i + 1,
                       c->last};
        g_array_append_val(blocks, block);
    }
    // Empty lines between cases belong to none.
    if (blocks->len > 0) {
        Block *last = &g_array_index(blocks, Block, blocks->len - 1);
        while (last->last > last->first &&
               *(char *)c->book->lines->pdata[last->last - 1] == '\0')
            last->last--;
    }
    return blocks;
}

static bool is_file(const Block *block)
{
    return strcmp(block->path, "expect") != 0 && strcmp(block->path, "output") != 0;
}

static char *without_mark(const char *line)
{
    const char *mark = strstr(line, MARK);
    return mark != NULL ? g_strchomp(g_strndup(line, (size_t)(mark - line))) : g_strdup(line);
}

static void clear_line(gpointer data)
{
    g_free(((Line *)data)->text);
}

static void add_line(GArray *lines, int place, const char *text, int at)
{
    Line line = {without_mark(text), at};
    g_array_insert_val(lines, (unsigned)place, line);
}

static void add_block(const Case *c, const Block *block, GArray *lines, int place)
{
    for (int i = block->first; i < block->last; i++)
        add_line(lines, place++, c->book->lines->pdata[i], i);
}

static char *base_path(const Case *c, const char *path)
{
    const char *top = g_getenv("EZ_SOURCE") != NULL ? g_getenv("EZ_SOURCE") : ".";
    return g_build_filename(top, "tests/diag/base", c->base, path, NULL);
}

static void add_base(const Case *c, const char *path, GArray *lines)
{
    g_autofree char *full = base_path(c, path), *text = NULL;
    if (!g_file_get_contents(full, &text, NULL, NULL))
        return;
    g_auto(GStrv) all = g_strsplit(text, "\n", -1);
    for (int i = 0; all[i] != NULL && (all[i][0] != '\0' || all[i + 1] != NULL); i++)
        add_line(lines, i, all[i], -1);
}

// The line of the base that ends in "-- @slot" gives way to the block.
static void fill_slot(const Case *c, const Block *block, GArray *lines)
{
    g_autofree char *slot = g_strdup_printf("-- %s", block->mode);
    for (int i = 0; i < (int)lines->len; i++) {
        if (!g_str_has_suffix(g_array_index(lines, Line, i).text, slot))
            continue;
        g_array_remove_index(lines, (unsigned)i);
        add_block(c, block, lines, i);
        return;
    }
    g_error("case %s: %s has no slot %s", c->name, block->path, block->mode);
}

static File *find_file(GPtrArray *files, const char *path)
{
    for (unsigned i = 0; i < files->len; i++)
        if (strcmp(((File *)files->pdata[i])->path, path) == 0)
            return files->pdata[i];
    return NULL;
}

static void free_file(gpointer data)
{
    File *file = data;
    g_array_unref(file->lines);
    g_free(file->path);
    g_free(file);
}

static GPtrArray *compose(const Case *c, const GArray *blocks)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(free_file);
    for (unsigned i = 0; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (!is_file(block))
            continue;
        bool slot = block->mode[0] == '@';
        File *file = find_file(files, block->path);
        if (file == NULL) {
            file = g_new0(File, 1);
            file->path = g_strdup(block->path);
            file->lines = g_array_new(FALSE, FALSE, sizeof(Line));
            g_array_set_clear_func(file->lines, clear_line);
            if (slot)
                add_base(c, block->path, file->lines);
            g_ptr_array_add(files, file);
        }
        file->block = block;
        if (slot)
            fill_slot(c, block, file->lines);
        else
            add_block(c, block, file->lines, (int)file->lines->len);
    }
    return files;
}

// ---- writing the kit ----------------------------------------------------------------

static void write_text(const char *path, const char *text, size_t length)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_path_get_dirname(path);
    g_mkdir_with_parents(folder, 0777);
    g_file_set_contents_full(path, text, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0666,
                             &error);
    g_assert_no_error(error);
}

static char *text_of(const GArray *lines)
{
    GString *text = g_string_new(NULL);
    for (unsigned i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s\n", g_array_index(lines, Line, i).text);
    return g_string_free(text, FALSE);
}

// \377 and \n in the block stand for bytes; NUL is \000.
static void write_bytes(const char *path, char *text)
{
    if (text[0] != '\0')
        text[strlen(text) - 1] = '\0';
    GString *bytes = g_string_new(NULL);
    g_auto(GStrv) parts = g_strsplit(text, "\\000", -1);
    for (char **part = parts; *part != NULL; part++) {
        g_autofree char *plain = g_strcompress(*part);
        if (part != parts)
            g_string_append_c(bytes, '\0');
        g_string_append(bytes, plain);
    }
    write_text(path, bytes->str, bytes->len);
    g_string_free(bytes, TRUE);
}

static void write_file(const File *file, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, file->path, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    g_autofree char *text = text_of(file->lines);
    const char *mode = file->block->mode;
    int failed = 0;
    g_mkdir_with_parents(parent, 0777);
    g_unlink(path);
    if (strcmp(mode, "folder") == 0)
        failed = g_mkdir(path, 0777);
    else if (strcmp(mode, "pipe") == 0)
        failed = mkfifo(path, 0666);
    else if (strcmp(mode, "link") == 0)
        failed = symlink("small.lua", path);
    else if (strcmp(mode, "bytes") == 0)
        write_bytes(path, text);
    else if (strcmp(mode, "none") != 0)
        write_text(path, text, strlen(text));
    g_assert_cmpint(failed, ==, 0);
}

static const char *const base_files[] = {"kit/kit.lua", "kit/theme.lua", "kit/decks/small.lua",
                                         "kit/faces/small.lua"};

void case_write(const Case *c, const char *folder)
{
    for (size_t i = 0; i < G_N_ELEMENTS(base_files); i++) {
        g_autofree char *from = base_path(c, base_files[i]), *text = NULL;
        g_autofree char *to = g_build_filename(folder, base_files[i], NULL);
        size_t length;
        if (g_file_get_contents(from, &text, &length, NULL))
            write_text(to, text, length);
    }
    g_autoptr(GArray) blocks = read_blocks(c);
    g_autoptr(GPtrArray) files = compose(c, blocks);
    for (unsigned i = 0; i < files->len; i++)
        write_file(files->pdata[i], folder);
}

// ---- expectations -------------------------------------------------------------------

char *case_line(const EzDiag *diag)
{
    g_autofree char *message = ez_diag_full_message(diag);
    return g_strdup_printf(
        "%s:%d:%d: %s[%s]: %s%s%s", diag->file != NULL ? diag->file : "", diag->line,
        diag->column, diag->severity == EZ_ERROR ? "error" : "warning",
        ez_diag_kind(diag->code)->code, message, diag->hint != NULL ? " | " : "",
        diag->hint != NULL ? diag->hint : "");
}

static int compare(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// A line may hold several: text  --! 5 error…  --! 9 error…
static void add_marks(const Case *c, const char *path, int number, int at, GPtrArray *expected)
{
    const char *mark = at >= 0 ? strstr(c->book->lines->pdata[at], MARK) : NULL;
    if (mark == NULL)
        return;
    g_auto(GStrv) marks = g_strsplit(mark + strlen(MARK), MARK, -1);
    for (char **one = marks; *one != NULL; one++) {
        g_strchomp(*one);
        const char *rest = strchr(*one, ' ');
        g_assert_nonnull(rest);
        g_ptr_array_add(expected,
                        g_strdup_printf("%s:%d:%d: %s", path, number, atoi(*one), rest + 1));
    }
}

GPtrArray *case_expected(const Case *c)
{
    GPtrArray *expected = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) blocks = read_blocks(c);
    g_autoptr(GPtrArray) files = compose(c, blocks);
    for (unsigned i = 0; i < files->len; i++) {
        const File *file = files->pdata[i];
        for (unsigned k = 0; k < file->lines->len; k++)
            add_marks(c, file->path, (int)k + 1, g_array_index(file->lines, Line, k).at,
                      expected);
    }
    for (unsigned i = 0; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        for (int k = block->first; strcmp(block->path, "expect") == 0 && k < block->last; k++)
            g_ptr_array_add(expected, g_strdup(c->book->lines->pdata[k]));
    }
    g_ptr_array_sort(expected, compare);
    return expected;
}

char *case_output(const Case *c)
{
    g_autoptr(GArray) blocks = read_blocks(c);
    for (unsigned i = 0; i < blocks->len; i++) {
        const Block *block = &g_array_index(blocks, Block, i);
        if (strcmp(block->path, "output") != 0)
            continue;
        GString *text = g_string_new(NULL);
        for (int k = block->first; k < block->last; k++)
            g_string_append_printf(text, "%s\n", (char *)c->book->lines->pdata[k]);
        return g_string_free(text, FALSE);
    }
    return NULL;
}

// ---- writing expectations anew ---------------------------------------------------------

// The file and line that this line of the book becomes; NULL when it is none.
static const char *landing(const GPtrArray *files, int at, int *number)
{
    for (unsigned i = 0; i < files->len; i++) {
        const File *file = files->pdata[i];
        for (unsigned k = 0; k < file->lines->len; k++) {
            *number = (int)k + 1;
            if (g_array_index(file->lines, Line, k).at == at &&
                strcmp(file->block->mode, "bytes") != 0)
                return file->path;
        }
    }
    return NULL;
}

static void add_expected(GString *out, const char *path, int number, const EzDiags *diags,
                         bool *told)
{
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        if (g_strcmp0(diag->file, path) != 0 || diag->line != number)
            continue;
        g_autofree char *line = case_line(diag);
        const char *severity = strchr(line + strlen(path) + 1, ' ');
        g_string_append_printf(out, "  %s%d%s", MARK, diag->column, severity);
        told[i] = true;
    }
}

static void add_rest(GString *out, const EzDiags *diags, const bool *told)
{
    bool first = true;
    for (int i = 0; i < ez_diags_count(diags); i++) {
        if (told[i])
            continue;
        g_autofree char *line = case_line(ez_diags_get(diags, i));
        g_string_append_printf(out, "%s%s\n", first ? "--- expect\n" : "", line);
        first = false;
    }
}

char *case_rewritten(const Case *c, const EzDiags *diags, const char *output)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GArray) blocks = read_blocks(c);
    g_autoptr(GPtrArray) files = compose(c, blocks);
    g_autofree bool *told = g_new0(bool, ez_diags_count(diags) + 1);
    bool had_output = false, dropping = false;
    for (int i = c->first; i < c->last; i++) {
        const char *line = c->book->lines->pdata[i];
        if (g_str_has_prefix(line, "--- ")) {
            dropping =
                g_str_has_prefix(line, "--- expect") || g_str_has_prefix(line, "--- output");
            had_output = had_output || g_str_has_prefix(line, "--- output");
        }
        if (dropping ||
            (line[0] == '\0' && i >= g_array_index(blocks, Block, blocks->len - 1).last))
            continue;
        g_autofree char *bare = without_mark(line);
        int number;
        const char *path = landing(files, i, &number);
        g_string_append(out, bare);
        if (path != NULL)
            add_expected(out, path, number, diags, told);
        g_string_append_c(out, '\n');
    }
    add_rest(out, diags, told);
    if (had_output)
        g_string_append_printf(out, "--- output\n%s", output);
    if (c->last < (int)c->book->lines->len)
        g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
