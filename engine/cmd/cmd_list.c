// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"

#include "engine/base/json.h"
#include "engine/term/screen.h"

#include <stdio.h>
#include <string.h>

static const EzOption options[] = {{NULL, '\0', NULL, NULL}};

// A line of the table, or an object of the list.
typedef struct Entry {
    const char *kind, *id, *code;
    const EzText *title;
    int cards;
    const EzExercise *exercise; // NULL for a deck or worksheet
} Entry;

static void add_exercise(EzJson *json, const EzExercise *exercise)
{
    ez_json_open_list(json, "people");
    ez_json_number(json, NULL, exercise->people.least);
    ez_json_number(json, NULL, exercise->people.most);
    ez_json_close(json);
    ez_json_number(json, "minutes", exercise->minutes);
}

static void show_json(const EzKit *kit, const Entry *entry)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "kind", entry->kind);
    ez_json_text(json, "id", entry->id);
    ez_json_text(json, "code", entry->code);
    ez_json_open_object(json, "title");
    for (int i = 0; i < kit->languages.count; i++)
        ez_json_text(json, kit->languages.names[i], ez_text_in(entry->title, i));
    ez_json_close(json);
    if (entry->exercise != NULL)
        add_exercise(json, entry->exercise);
    else
        ez_json_number(json, "cards", entry->cards);
    g_autofree char *line = ez_json_finish(json);
    printf("%s\n", line);
}

// ---- the table -------------------------------------------------------------------

enum { GAP = 2, NARROWEST_TITLE = 8 };

// The widths of the columns, each with the gap behind it.
typedef struct Widths {
    int id, code, title, kind;
} Widths;

static void pad(const char *text, int width)
{
    g_autofree char *safe = ez_screen_safe(text);
    printf("%s%*s", safe, MAX(0, width - ez_screen_columns(safe)), "");
}

// What does not fit ends with "…"; owned by the caller.
static char *shorten(const char *text, int columns)
{
    char *whole = g_strdup(text);
    if (ez_screen_columns(whole) <= columns)
        return whole;
    while (*whole != '\0' && ez_screen_columns(whole) > columns - 1)
        *g_utf8_find_prev_char(whole, whole + strlen(whole)) = '\0';
    g_autofree char *start = whole;
    return g_strconcat(g_strchomp(start), "…", NULL);
}

// What is behind the kind of a thing; owned by the caller.
static char *size_words(const Entry *entry)
{
    const EzExercise *exercise = entry->exercise;
    if (exercise != NULL)
        return g_strdup_printf("%d–%d people, %d min", exercise->people.least,
                               exercise->people.most, exercise->minutes);
    return entry->cards > 0 ? ez_count_words(entry->cards, "card", "cards") : g_strdup("");
}

static const char *code_of(const Entry *entry)
{
    return strcmp(entry->code, entry->id) != 0 ? entry->code : "";
}

static void widen(int *width, const char *text)
{
    *width = MAX(*width, ez_screen_columns(text) + GAP);
}

// As wide as what stands in them; in a terminal titles give way, so that each line is one row.
static Widths widths_of(const GArray *entries)
{
    Widths widths = {0};
    int size = 0, rows, columns;
    for (unsigned i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        g_autofree char *words = size_words(entry);
        widen(&widths.id, entry->id);
        widen(&widths.code, code_of(entry));
        widen(&widths.title, ez_text_in(entry->title, 0));
        widen(&widths.kind, entry->kind);
        widen(&size, words);
    }
    if (ez_terminal_size(&rows, &columns)) {
        int left = columns - (widths.id + widths.code + widths.kind + size - GAP);
        widths.title = MIN(widths.title, MAX(left, NARROWEST_TITLE + GAP));
    }
    return widths;
}

static void show_line(const Entry *entry, Widths widths)
{
    g_autofree char *size = size_words(entry);
    g_autofree char *title = shorten(ez_text_in(entry->title, 0), widths.title - GAP);
    pad(entry->id, widths.id);
    pad(code_of(entry), widths.code);
    pad(title, widths.title);
    pad(entry->kind, *size != '\0' ? widths.kind : 0);
    printf("%s\n", size);
}

// Of Entry, in the order of the kit.
static GArray *entries_of(const EzKit *kit)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    for (int i = 0; i < kit->n_decks; i++) {
        const EzDeck *deck = kit->decks[i];
        Entry entry = {"deck", deck->id, deck->code, deck->title, deck->n_cards, NULL};
        g_array_append_val(entries, entry);
    }
    for (int i = 0; i < kit->n_worksheets; i++) {
        const EzWorksheet *sheet = kit->worksheets[i];
        Entry entry = {"worksheet", sheet->id, sheet->code, sheet->title, 0, NULL};
        g_array_append_val(entries, entry);
    }
    for (int i = 0; i < kit->n_exercises; i++) {
        const EzExercise *exercise = kit->exercises[i];
        Entry entry = {"exercise", exercise->id, exercise->code, exercise->title, 0, exercise};
        g_array_append_val(entries, entry);
    }
    return entries;
}

static void show_kit(const EzKit *kit, bool json)
{
    g_autoptr(GArray) entries = entries_of(kit);
    Widths widths = widths_of(entries);
    if (!json) {
        ez_tell_line(stdout, "%s %s", ez_text_in(kit->title, 0), kit->version);
        printf("\n");
    }
    for (unsigned i = 0; i < entries->len; i++)
        if (json)
            show_json(kit, &g_array_index(entries, Entry, i));
        else
            show_line(&g_array_index(entries, Entry, i), widths);
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    if (!ez_site_init(&site, arguments))
        return EZ_EXIT_USAGE;
    EzBuildRequest request = ez_site_request(&site);
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(EzLoad) load = ez_load_new(request.folder, &request.load, diags, &error);
    if (load == NULL)
        return ez_exit_of(EZ_BUILD_MACHINE, error);
    if (ez_load_kit(load) != NULL)
        show_kit(ez_load_kit(load), ez_argument_given(arguments, "--json"));
    if (ez_diags_errors(diags) == 0)
        return EZ_EXIT_DONE;
    ez_show_diags(diags, arguments, &site, NULL, stderr);
    return EZ_EXIT_MISTAKES;
}

const EzCommand ez_command_list = {
    "list", NULL,    0,   "list decks, worksheets and exercises with id, code, title and size",
    NULL,   options, run,
};
