// SPDX-License-Identifier: EUPL-1.2
// report: what a session leaves on the table.
#include "engine/base/file.h"
#include "engine/cmd/sessions.h"
#include "engine/report/report.h"
#include "engine/run/line.h"
#include "engine/run/shown.h"

#include <stdio.h>
#include <string.h>

static const EzOption options[] = {
    {"--format", '\0', "pdf|json|csv|md", "pdf without it"},
    {"--lang", '\0', "CODE", "nl or en; the language of the session without it"},
    {"--record", '\0', NULL, "leave out all that people wrote, for the archive"},
    {"--raw", '\0', NULL,
     "all that was put in, for who led the session; also what a step never shows"},
    {"--out", 'o', "FILE", "where it goes; beside the session without it"},
    {NULL, '\0', NULL, NULL},
};

// What an earlier session gave to this one holds what people wrote there; a parameter may be a text.
static char *start_of_record(const EzSession *session)
{
    g_autoptr(JsonNode) start = ez_value_new_object();
    static const char *const kept[] = {"seed", "date", "kit"};
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++) {
        JsonNode *value = ez_value_get(ez_session_start(session), kept[i]);
        if (value != NULL)
            ez_value_put(start, kept[i], json_node_ref(value));
    }
    return ez_value_text(start);
}

// The journal's lines, in its own vocabulary; a record has no values of people.
static char *write_json(const EzShown *shown, const EzReportOptions *asked)
{
    GString *out = g_string_new(NULL);
    int count;
    const EzRow *rows = ez_shown_rows(shown, &count);
    g_autofree char *start = start_of_record(ez_shown_session(shown));
    for (int i = 0; i < count; i++) {
        EzRow row = rows[i];
        if (!asked->raw && ez_shown_hides(&row))
            continue;
        if (asked->record && row.event == EZ_EVENT_INPUT)
            row.text = NULL;
        if (asked->record && row.event == EZ_EVENT_START)
            row.text = start;
        g_autofree char *line = ez_line_write(&row);
        g_string_append_printf(out, "%s\n", line);
    }
    return g_string_free(out, FALSE);
}

static EzExit write_file(const char *path, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    if (ez_file_write(path, bytes, &error) != EZ_WRITE_FAILED)
        return EZ_EXIT_DONE;
    ez_tell_line(stderr, "ezkit: %s", error->message);
    return EZ_EXIT_MACHINE;
}

static void on_page(int done, int total, void *data)
{
}

static void on_file(const char *path, EzFileState state, int pages, const char *problem,
                    void *data)
{
    if (problem != NULL)
        ez_tell_line(stderr, "ezkit: %s: %s", path, problem);
}

// Whether a kit has what a report looks like, in this language.
static bool shows_reports(const EzBuildRequest *request, const char *language)
{
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(EzLoad) load = ez_load_new(request->folder, &request->load, diags, NULL);
    const EzKit *kit = load != NULL ? ez_load_kit(load) : NULL;
    return kit != NULL && ez_diags_errors(diags) == 0 && kit->theme != NULL &&
           ez_theme_style(kit->theme, "report") != NULL && ez_kit_language(kit, language) >= 0;
}

static EzExit write_pdf(EzReport *report, const char *path, const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    if (!ez_site_init(&site, arguments))
        return EZ_EXIT_USAGE;
    const char *languages[] = {ez_report_language(report), NULL}, *day = ez_report_day(report);
    EzBuildRequest request = ez_site_request(&site);
    if (!shows_reports(&request, languages[0]))
        request.folder = site.house;
    request.sheet = ez_report_sheet(report);
    request.languages = languages;
    request.out = path;
    request.stamps = NULL;
    g_autofree char *began = day != NULL ? g_strconcat(day, "T00:00:00Z", NULL) : NULL;
    request.date = request.date != NULL ? request.date : began;
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    EzBuildListener listener = {.page = on_page, .file = on_file};
    EzBuildEnd end = ez_build_print(&request, &listener, diags, &error);
    ez_show_diags(diags, arguments, &site, NULL, stderr);
    return ez_exit_of(end, error);
}

static char *out_path(const EzArguments *arguments, const char *session, const char *format)
{
    const char *given = ez_argument(arguments, "--out");
    return given != NULL ? g_strdup(given) : ez_report_path(session, format);
}

const char *const ez_report_formats[] = {"pdf", "json", "csv", "md", NULL};

char *ez_report_path(const char *session, const char *format)
{
    bool named = g_str_has_suffix(session, ".ezsession");
    g_autofree char *stem =
        g_strndup(session, strlen(session) - (named ? strlen(".ezsession") : 0));
    return g_strdup_printf("%s.%s", stem, format);
}

static EzExit write_report(const EzShown *shown, const char *path, const char *format,
                           const EzArguments *arguments)
{
    const EzReportOptions asked = {.language = ez_argument(arguments, "--lang"),
                                   .record = ez_argument_given(arguments, "--record"),
                                   .raw = ez_argument_given(arguments, "--raw")};
    g_autoptr(EzReport) report = ez_report_new(ez_shown_session(shown), &asked);
    if (strcmp(format, "pdf") == 0)
        return write_pdf(report, path, arguments);
    g_autofree char *text = strcmp(format, "md") == 0    ? ez_report_markdown(report)
                            : strcmp(format, "csv") == 0 ? ez_report_csv(report)
                                                         : write_json(shown, &asked);
    return write_file(path, text);
}

static EzExit run(const EzArguments *arguments)
{
    const char *session = ez_operands(arguments)[0];
    const char *format = ez_argument(arguments, "--format");
    format = format != NULL ? format : "pdf";
    if (session == NULL)
        return ez_usage_error("which session? report FILE");
    if (ez_session_language(arguments) == NULL)
        return EZ_EXIT_USAGE;
    if (ez_argument_given(arguments, "--record") && ez_argument_given(arguments, "--raw"))
        return ez_usage_error("--record leaves out what --raw tells: give one of them");
    if (!g_strv_contains(ez_report_formats, format))
        return ez_usage_error("--format is pdf, json, csv or md, not %s", format);
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(session, &error);
    if (shown == NULL)
        return ez_session_exit(error, ez_session_language(arguments));
    g_autofree char *path = out_path(arguments, session, format);
    EzExit exit = write_report(shown, path, format, arguments);
    if (exit == EZ_EXIT_DONE && !ez_argument_given(arguments, "--quiet"))
        printf("%s\n", path);
    return exit;
}

const EzCommand ez_command_report = {
    "report",
    "FILE",
    1,
    "make the report of a session",
    "  The PDF is for the screen and can be read aloud. md and csv are for other\n"
    "  programs; json is the journal itself. Fewer than five anonymous scores, votes\n"
    "  or choices are told in none of them; only --raw --format json has them, which\n"
    "  --answers plays again.\n",
    options,
    run,
};
