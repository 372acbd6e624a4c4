// SPDX-License-Identifier: EUPL-1.2
// The report of a session, in one language: its harvest, what was decided first, and its agenda as it went. It is the same for the same
// journal.
//
// What people wrote stands in it as plain text, whatever signs are in it. A record leaves all of that out, and is for the archive. A raw
// report tells all that was put in, step by step, also what was not harvested, and is for who led the session. In none of them does a
// person stand beside an anonymous answer, and fewer than five anonymous scores, votes or choices are told in none.
#pragma once

#include "engine/model/kit.h"
#include "engine/run/session.h"

typedef struct EzReport EzReport;

typedef struct EzReportOptions {
    const char *language; // "nl" or "en"; NULL = that of the session
    bool record;          // nothing that people wrote
    bool raw;             // all of it; not with a record
} EzReportOptions;

EzReport *ez_report_new(const EzSession *session, const EzReportOptions *options);
void ez_report_free(EzReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzReport, ez_report_free)

const char *ez_report_language(const EzReport *report);
// On which the session began: "2026-03-12"; NULL when it does not know.
const char *ez_report_day(const EzReport *report);
// Pages for the house's own layout; lives as long as the report.
const EzWorksheet *ez_report_sheet(EzReport *report);
// As a text with CommonMark's signs, and as a table for a spreadsheet: in each row the id of the part, then the cells. Cells that a
// spreadsheet would reckon with begin with an apostrophe. Owned by the caller.
char *ez_report_markdown(const EzReport *report);
char *ez_report_csv(const EzReport *report);
