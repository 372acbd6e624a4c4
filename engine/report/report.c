// SPDX-License-Identifier: EUPL-1.2
#include "engine/report/report-private.h"

#include <string.h>

// ---- blocks --------------------------------------------------------------------

void ez_report_add_block(EzReport *report, EzBlock block)
{
    block.part = report->part;
    block.page = report->page;
    g_array_append_val(report->blocks, block);
}

void ez_report_add(EzReport *report, EzBlockKind kind, const char *const *cells, int count)
{
    const char **kept = ez_arena_array(report->arena, const char *, count + 1);
    for (int i = 0; i < count; i++)
        kept[i] = ez_arena_intern(report->arena, cells[i]);
    ez_report_add_block(report, (EzBlock){.kind = kind, .cells = kept, .n_cells = count});
}

void ez_report_add_text(EzReport *report, EzBlockKind kind, const char *text)
{
    ez_report_add(report, kind, (const char *const[]){text}, 1);
}

void ez_report_add_words(EzReport *report, EzBlockKind kind, const GPtrArray *words)
{
    if (words->len > 0)
        ez_report_add(report, kind, (const char *const *)words->pdata, (int)words->len);
}

EzTable *ez_report_table(EzReport *report, const EzColumn *columns, int count)
{
    EzTable *table = ez_arena_make(report->arena, EzTable);
    table->columns = ez_arena_copy(report->arena, columns, sizeof(EzColumn) * (size_t)count);
    table->n_columns = count;
    table->rows = g_ptr_array_new();
    g_ptr_array_add(report->tables, table->rows);
    return table;
}

EzTableRow *ez_report_row(EzReport *report, EzTable *table, const char *const *cells)
{
    EzTableRow *row = ez_arena_make(report->arena, EzTableRow);
    row->cells =
        ez_arena_copy(report->arena, cells, sizeof(const char *) * (size_t)table->n_columns);
    g_ptr_array_add(table->rows, row);
    return row;
}

void ez_report_add_table(EzReport *report, const EzTable *table)
{
    ez_report_add_block(report, (EzBlock){.kind = EZ_BLOCK_TABLE, .table = table});
}

// ---- the agenda ----------------------------------------------------------------

static const char *minutes(EzReport *report, double count)
{
    return count < 0.5 ? ez_report_tell(report, EZ_TELL_SHORT, NULL)
                       : ez_report_tell(report, EZ_TELL_MINUTES, "n",
                                        ez_arena_printf(report->arena, "%.0f", count), NULL);
}

static double minutes_of(const EzReport *report, const EzSection *section)
{
    int64_t end = section->end >= 0 ? section->end : ez_session_now(report->session);
    return (double)MAX(end - section->began, 0) / 60;
}

static void add_section(EzReport *report, EzTable *table, const EzSection *section)
{
    double took = minutes_of(report, section);
    const char *cells[] = {ez_report_words(report, section->text),
                           section->minutes > 0 ? minutes(report, section->minutes) : "",
                           section->end >= 0 ? minutes(report, took)
                                             : ez_report_tell(report, EZ_TELL_GOES_ON, NULL)};
    EzTableRow *row = ez_report_row(report, table, cells);
    row->bars[0] = section->minutes;
    row->bars[1] = took;
}

// What was typed in afterwards took no time to tell of.
static bool took_time(const EzReport *report)
{
    bool any = false;
    for (int i = 0; i < ez_session_section_count(report->session); i++) {
        const EzSection *section = ez_session_section(report->session, i);
        any = any || section->end < 0 || minutes_of(report, section) >= 0.5;
    }
    return any;
}

static void add_agenda(EzReport *report)
{
    int count = ez_session_section_count(report->session);
    double planned = 0, took = 0;
    EzColumn columns[] = {{ez_report_tell(report, EZ_TELL_PART, NULL), 1, EZ_COLUMN_TEXT},
                          {ez_report_tell(report, EZ_TELL_PLANNED, NULL), 0, EZ_COLUMN_NUMBER},
                          {ez_report_tell(report, EZ_TELL_TOOK, NULL), 0, EZ_COLUMN_BARS}};
    if (count == 0)
        return;
    EzTable *table = ez_report_table(report, columns, took_time(report) ? 3 : 2);
    for (int i = 0; i < count; i++) {
        const EzSection *section = ez_session_section(report->session, i);
        add_section(report, table, section);
        planned += section->minutes;
        took += minutes_of(report, section);
    }
    const char *sum[] = {ez_report_tell(report, EZ_TELL_TOGETHER, NULL),
                         minutes(report, planned), minutes(report, took)};
    if (count > 1)
        ez_report_row(report, table, sum);
    ez_report_add_text(report, EZ_BLOCK_PART, ez_report_tell(report, EZ_TELL_AGENDA, NULL));
    ez_report_add_table(report, table);
}

// ---- the whole -----------------------------------------------------------------

// Everyone who was there, also those who left before the end.
static int count_people(const EzSession *session)
{
    int count = 0;
    for (int i = 0; i < ez_session_person_count(session); i++)
        count += strcmp(ez_session_person(session, i)->id, EZ_FACILITATOR) != 0;
    return count;
}

// "Rollentrap · versie 1.0.0 · 12 maart 2026 · 6 deelnemers"
static const char *about(EzReport *report)
{
    JsonNode *head = ez_session_head(report->session);
    const char *version = ez_value_string(ez_value_get(head, "version"), NULL);
    const char *date = ez_report_date(report, ez_report_day(report));
    int people = count_people(report->session);
    g_autoptr(GString) out = g_string_new(ez_report_words(report, ez_value_get(head, "title")));
    if (version != NULL)
        g_string_append_printf(out, " · %s",
                               ez_report_tell(report, EZ_TELL_VERSION, "n", version, NULL));
    if (date != NULL)
        g_string_append_printf(out, " · %s", date);
    g_string_append_printf(out, " · %s",
                           people == 1
                               ? ez_report_tell(report, EZ_TELL_PERSON, NULL)
                               : ez_report_tell(report, EZ_TELL_PEOPLE, "n",
                                                ez_report_number(report, people), NULL));
    return ez_arena_intern(report->arena, out->str);
}

static void add_title(EzReport *report)
{
    JsonNode *goal = ez_value_get(ez_session_head(report->session), "goal");
    ez_report_add_text(
        report, EZ_BLOCK_TITLE,
        ez_report_tell(report, report->raw ? EZ_TELL_RAW : EZ_TELL_HARVEST, NULL));
    ez_report_add_text(report, EZ_BLOCK_ABOUT, about(report));
    if (goal != NULL)
        ez_report_add_text(report, EZ_BLOCK_LEAD, ez_report_words(report, goal));
}

// A report that is not to be passed on, or in which much is missing, says so.
static void add_purpose(EzReport *report)
{
    if (report->raw || report->record)
        ez_report_add_text(
            report, EZ_BLOCK_TEXT,
            ez_report_tell(report, report->raw ? EZ_TELL_RAW_IS : EZ_TELL_RECORD_IS, NULL));
}

static void add_unfinished(EzReport *report)
{
    const char *band[] = {ez_report_tell(report, EZ_TELL_UNFINISHED, NULL),
                          ez_report_tell(report, EZ_TELL_SO_FAR, NULL)};
    if (!ez_session_is_finished(report->session))
        ez_report_add(report, EZ_BLOCK_BAND, band, 2);
}

static void add_harvest(EzReport *report)
{
    bool finished = ez_session_is_finished(report->session);
    if (ez_report_harvest(report) == 0)
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report,
                                          finished ? EZ_TELL_NO_HARVEST : EZ_TELL_HARVEST_COMES,
                                          NULL));
}

static const char *language_of(const EzSession *session, const char *asked)
{
    const char *own =
        ez_value_string(ez_value_get(ez_session_start(session), "language"), "nl");
    return asked != NULL ? asked : own;
}

// By the track that its code names: nature, organisation, meetings.
static const char *colour_of(const char *code)
{
    return *code == 'B' ? "olive" : *code == 'O' ? "violet" : "grey";
}

EzReport *ez_report_new(const EzSession *session, const EzReportOptions *options)
{
    EzReport *report = g_new0(EzReport, 1);
    report->session = session;
    report->arena = ez_arena_new();
    report->language = ez_arena_intern(report->arena, language_of(session, options->language));
    report->record = options->record;
    report->raw = options->raw;
    report->blocks = g_array_new(FALSE, FALSE, sizeof(EzBlock));
    report->tables = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    JsonNode *head = ez_session_head(session);
    report->code = ez_value_string(ez_value_get(head, "code"),
                                   ez_value_string(ez_value_get(head, "id"), ""));
    report->colour = colour_of(report->code);
    add_title(report);
    add_purpose(report);
    add_unfinished(report);
    if (report->raw)
        ez_report_raw(report);
    else
        add_harvest(report);
    add_agenda(report);
    return report;
}

void ez_report_free(EzReport *report)
{
    if (report == NULL)
        return;
    g_array_unref(report->blocks);
    g_ptr_array_unref(report->tables);
    ez_arena_free(report->arena);
    g_free(report);
}

const char *ez_report_day(const EzReport *report)
{
    const char *day =
        ez_value_string(ez_value_get(ez_session_start(report->session), "date"), NULL);
    return ez_report_date((EzReport *)report, day) != NULL ? day : NULL;
}

const char *ez_report_language(const EzReport *report)
{
    return report->language;
}
