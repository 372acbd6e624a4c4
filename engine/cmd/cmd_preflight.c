// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/json.h"
#include "engine/cmd/common.h"
#include "print/preflight.h"

#include <stdio.h>
#include <string.h>

static const EzOption options[] = {
    {"--for", '\0', "screen|press", "what it is meant for (else what the file says of itself)"},
    {"--ui-lang", '\0', "nl|en", "the language of the messages (en)"},
    {NULL, '\0', NULL, NULL},
};

// ---- words ----------------------------------------------------------------------

typedef enum Word {
    WORD_ERROR,
    WORD_WARNING,
    WORD_NOTE,
    WORD_FILE,
    WORD_PAGE,
    WORD_TIMES,
    WORD_OTHERS,
    WORD_CUT,
    WORD_HUMAN,
    WORD_NOTHING,
    WORD_UNDECLARED,
    WORD_SCREEN,
    WORD_PRESS,
    WORD_BOTH,
    WORDS
} Word;

static const char *const words[WORDS][2] = {
    [WORD_ERROR] = {"error", "fout"},
    [WORD_WARNING] = {"warning", "let op"},
    [WORD_NOTE] = {"note", "noot"},
    [WORD_FILE] = {"file", "bestand"},
    [WORD_PAGE] = {"page", "pagina"},
    [WORD_OTHERS] = {"; so on %d other pages", "; zo ook op %d andere pagina's"},
    [WORD_TIMES] = {"times", "keer"},
    [WORD_CUT] = {"There is more than is listed here.", "Er is meer dan hier staat."},
    [WORD_HUMAN] = {"Not checked by machine; look yourself:",
                    "Niet door de machine gekeken; kijk zelf:"},
    [WORD_NOTHING] = {"nothing found", "niets gevonden"},
    [WORD_UNDECLARED] =
        {"The file does not say what it is meant for: all rules were tried. With "
         "--for screen or --for press they count.",
         "Het bestand zegt niet waarvoor het is: alle regels zijn geprobeerd. Met "
         "--for screen of --for press tellen ze mee."},
    [WORD_SCREEN] = {"for screens and screen readers", "voor schermen en schermlezers"},
    [WORD_PRESS] = {"for a press", "voor een drukkerij"},
    [WORD_BOTH] = {"for screens and for a press", "voor schermen en voor een drukkerij"},
};

static const char *const fault_words[][2] = {
    [EZ_PREFLIGHT_NO_PDF] = {"%s is not a PDF", "%s is geen PDF"},
    [EZ_PREFLIGHT_DAMAGED] = {"%s is damaged and cannot be read as a PDF; make it again",
                              "%s is beschadigd en niet als PDF te lezen; maak het opnieuw"},
    [EZ_PREFLIGHT_LOCKED] = {"%s is locked with a password; save it without one",
                             "%s zit op slot met een wachtwoord; bewaar het zonder"},
    [EZ_PREFLIGHT_NO_PAGES] = {"%s has no pages", "%s heeft geen pagina's"},
};

static const char *const weight_ids[] = {"note", "warning", "error"};
static const Word weight_words[] = {WORD_NOTE, WORD_WARNING, WORD_ERROR};
static const Word kind_words[] = {
    [EZ_PREFLIGHT_SCREEN] = WORD_SCREEN,
    [EZ_PREFLIGHT_PRESS] = WORD_PRESS,
    [EZ_PREFLIGHT_BOTH] = WORD_BOTH,
};

// ---- for people -----------------------------------------------------------------

static char *where_of(const EzPreflightFinding *finding, EzPreflightLanguage language)
{
    if (finding->page == 0)
        return g_strdup(words[WORD_FILE][language]);
    if (finding->label == NULL)
        return g_strdup_printf("%s %d", words[WORD_PAGE][language], finding->page);
    return g_strdup_printf("%s %d (%s)", words[WORD_PAGE][language], finding->page,
                           finding->label);
}

// What is wrong in the same way on other pages stands in one line.
static void show_finding(const EzPreflightFinding *finding, int others,
                         EzPreflightLanguage language)
{
    g_autofree char *where = where_of(finding, language);
    g_autofree char *sentence = ez_preflight_sentence(finding, language);
    g_autoptr(GString) text = g_string_new(sentence);
    g_autofree char *place = ez_preflight_place(finding, language);
    if (place != NULL)
        g_string_append_printf(text, "; %s", place);
    if (finding->count > 1)
        g_string_append_printf(text, " (%d %s)", finding->count, words[WORD_TIMES][language]);
    if (others > 0)
        g_string_append_printf(text, words[WORD_OTHERS][language], others);
    printf("%-9s%-20s%s%*s  %s\n", words[weight_words[finding->weight]][language],
           finding->rule->id, where, (int)MAX(0, 26 - g_utf8_strlen(where, -1)), "", text->str);
}

static bool is_same(const EzPreflightFinding *one, const EzPreflightFinding *two)
{
    return one->rule == two->rule && g_strcmp0(one->detail, two->detail) == 0;
}

// Those of one weight, each with the number of pages behind its first.
static void show_findings(const GPtrArray *findings, EzPreflightWeight weight,
                          EzPreflightLanguage language)
{
    for (guint i = 0; i < findings->len; i++) {
        const EzPreflightFinding *finding = g_ptr_array_index(findings, i);
        int before = 0, behind = 0;
        for (guint j = 0; j < findings->len; j++)
            if (j != i && is_same(finding, g_ptr_array_index(findings, j)))
                ++*(j < i ? &before : &behind);
        if (finding->weight == weight && before == 0)
            show_finding(finding, behind, language);
    }
}

static void show_human(const EzPreflightReport *report, EzPreflightLanguage language)
{
    printf("\n%s\n", words[WORD_HUMAN][language]);
    for (int kind = EZ_PREFLIGHT_SCREEN; kind <= EZ_PREFLIGHT_PRESS; kind++) {
        const char *const *all = ez_preflight_human((EzPreflightKind)kind, language);
        for (int i = 0; ((int)report->kind & kind) != 0 && all[i] != NULL; i++)
            printf("  - %s\n", all[i]);
    }
}

static void show_end(const char *path, const EzPreflightReport *report,
                     EzPreflightLanguage language)
{
    bool none = report->findings->len == 0;
    g_autofree char *found =
        language == EZ_PREFLIGHT_NL
            ? g_strdup_printf("%d fouten, %d waarschuwingen, %d noten", report->errors,
                              report->warnings, report->notes)
            : g_strdup_printf("%d errors, %d warnings, %d notes", report->errors,
                              report->warnings, report->notes);
    const char *kind = words[kind_words[report->kind]][language];
    printf("%s: %s; ", path, none ? words[WORD_NOTHING][language] : found);
    if (language == EZ_PREFLIGHT_NL)
        printf("%d pagina's, bekeken met onze eigen regels %s; dit is geen certificaat\n",
               report->pages, kind);
    else
        printf("%d pages, checked by our own rules %s; this is no certificate\n", report->pages,
               kind);
}

static void show_all(const char *path, const EzPreflightReport *report,
                     EzPreflightLanguage language, bool quiet)
{
    for (int weight = EZ_PREFLIGHT_ERROR; weight >= EZ_PREFLIGHT_NOTE; weight--)
        show_findings(report->findings, (EzPreflightWeight)weight, language);
    if (report->cut)
        printf("%s\n", words[WORD_CUT][language]);
    if (quiet)
        return;
    show_end(path, report, language);
    if (!report->declared)
        printf("%s\n", words[WORD_UNDECLARED][language]);
    show_human(report, language);
}

// ---- for programs ---------------------------------------------------------------

static void show_json_finding(const EzPreflightFinding *finding, EzPreflightLanguage language)
{
    g_autofree char *sentence = ez_preflight_sentence(finding, language);
    EzJson *json = ez_json_new();
    ez_json_text(json, "rule", finding->rule->id);
    ez_json_text(json, "severity", weight_ids[finding->weight]);
    ez_json_text(json, "clause", finding->rule->clause);
    ez_json_number(json, "page", finding->page);
    ez_json_text(json, "label", finding->label);
    if (finding->placed) {
        ez_json_number(json, "x", finding->x);
        ez_json_number(json, "y", finding->y);
    }
    ez_json_number(json, "count", finding->count);
    ez_json_text(json, "message", sentence);
    ez_json_text(json, "detail", finding->detail);
    g_autofree char *line = ez_json_finish(json);
    printf("%s\n", line);
}

static void show_json_human(const EzPreflightReport *report, EzPreflightLanguage language)
{
    for (int kind = EZ_PREFLIGHT_SCREEN; kind <= EZ_PREFLIGHT_PRESS; kind++) {
        const char *const *all = ez_preflight_human((EzPreflightKind)kind, language);
        for (int i = 0; ((int)report->kind & kind) != 0 && all[i] != NULL; i++) {
            EzJson *json = ez_json_new();
            ez_json_text(json, "rule", "human");
            ez_json_text(json, "severity", "unchecked");
            ez_json_text(json, "message", all[i]);
            g_autofree char *line = ez_json_finish(json);
            printf("%s\n", line);
        }
    }
}

// ---- the command ----------------------------------------------------------------

static bool take_kind(const EzArguments *arguments, EzPreflightKind *kind)
{
    const char *name = ez_argument(arguments, "--for");
    *kind = EZ_PREFLIGHT_OWN;
    if (g_strcmp0(name, "screen") == 0)
        *kind = EZ_PREFLIGHT_SCREEN;
    else if (g_strcmp0(name, "press") == 0)
        *kind = EZ_PREFLIGHT_PRESS;
    else if (name != NULL)
        ez_usage_error("--for is screen or press, not \"%s\"", name);
    return name == NULL || *kind != EZ_PREFLIGHT_OWN;
}

// NULL after a sentence; its end then lies in `end`.
static GBytes *read_file(const char *path, EzPreflightLanguage language, EzExit *end)
{
    bool dutch = language == EZ_PREFLIGHT_NL;
    g_autoptr(GError) error = NULL;
    char *bytes;
    size_t size;
    *end = EZ_EXIT_USAGE;
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        ez_usage_error(dutch ? "er is geen bestand %s" : "there is no file %s", path);
    else if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        ez_usage_error(dutch ? "%s is geen bestand; noem één PDF"
                             : "%s is not a file; name one PDF",
                       path);
    else if (g_file_get_contents(path, &bytes, &size, &error))
        return g_bytes_new_take(bytes, size);
    else
        ez_usage_error(dutch ? "%s is niet te lezen" : "%s cannot be read", path);
    *end = error != NULL ? EZ_EXIT_MACHINE : EZ_EXIT_USAGE;
    return NULL;
}

static EzExit judge(const EzArguments *arguments, const char *path, GBytes *pdf,
                    EzPreflightKind kind, EzPreflightLanguage language)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzPreflightReport) report = ez_preflight(pdf, kind, &error);
    if (report == NULL) {
        g_autofree char *shown = g_strdup(path);
        fprintf(stderr, "ezkit: ");
        fprintf(stderr, fault_words[error->code][language], shown);
        fprintf(stderr, "\n");
        return EZ_EXIT_MISTAKES;
    }
    bool json = ez_argument_given(arguments, "--json");
    for (guint i = 0; json && i < report->findings->len; i++)
        show_json_finding(g_ptr_array_index(report->findings, i), language);
    if (json)
        show_json_human(report, language);
    else
        show_all(path, report, language, ez_argument_given(arguments, "--quiet"));
    return report->errors > 0 ? EZ_EXIT_MISTAKES : EZ_EXIT_DONE;
}

static EzExit run(const EzArguments *arguments)
{
    const char *path = ez_operands(arguments)[0];
    EzPreflightKind kind;
    EzPreflightLanguage language;
    EzExit end;
    if (!take_kind(arguments, &kind) || !ez_take_ui_language(arguments, &language))
        return EZ_EXIT_USAGE;
    if (path == NULL)
        return ez_usage_error(language == EZ_PREFLIGHT_NL
                                  ? "noem een PDF: ezkit preflight FILE.pdf"
                                  : "name a PDF: ezkit preflight FILE.pdf");
    g_autoptr(GBytes) pdf = read_file(path, language, &end);
    return pdf != NULL ? judge(arguments, path, pdf, kind, language) : end;
}

const EzCommand ez_command_preflight = {
    "preflight",
    "FILE.pdf",
    1,
    "judge a PDF, as a print shop or a screen reader would",
    "It takes any PDF, and says what is wrong, on which page and where: boxes, bleed, fonts,\n"
    "colour, ink, resolution, lines, tags. It ends with 1 when there is an error. The rules "
    "are\n"
    "our own: a file without findings is not certified by anyone.\n",
    options,
    run,
};
