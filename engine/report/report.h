// SPDX-License-Identifier: EUPL-1.2
// The report of a session, in one language: its agenda as it went, and its harvest by kind. It is the same for the same journal.
//
// What people wrote stands in it as plain text, whatever signs are in it. A record leaves all of that out, and is for the archive.
#pragma once

#include "engine/model/kit.h"
#include "engine/run/session.h"

typedef struct EzReport EzReport;

typedef struct EzReportOptions {
    const char *language; // "nl" or "en"
    bool record;          // nothing that people wrote
} EzReportOptions;

EzReport *ez_report_new(const EzSession *session, const EzReportOptions *options);
void ez_report_free(EzReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzReport, ez_report_free)

// Pages for the house's own layout; lives as long as the report.
const EzWorksheet *ez_report_sheet(EzReport *report);
// As a text with CommonMark's signs, and as a table for a spreadsheet: part, number, text, value. Cells that a spreadsheet would reckon
// with begin with an apostrophe. Owned by the caller.
char *ez_report_markdown(const EzReport *report);
char *ez_report_csv(const EzReport *report);
