// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/verdict.h"

// "N01 voorkant: what is wrong; 12.0 mm from the left, 3.0 from the top"; owned by the caller.
static char *words_of(const EzVerdict *verdict, const EzPreflightFinding *finding,
                      const EzVerdictPage *page)
{
    g_autofree char *sentence = ez_preflight_sentence(finding, verdict->language);
    g_autofree char *where = ez_preflight_place(finding, verdict->language);
    return g_strconcat(page != NULL ? page->label : "", page != NULL ? ": " : "", sentence,
                       where != NULL ? "; " : "", where, NULL);
}

static char *hint_of(const EzVerdict *verdict)
{
    static const char *const words[] = {
        [EZ_PREFLIGHT_EN] = "look at", [EZ_PREFLIGHT_NL] = "kijk in"};
    if (verdict->face == NULL)
        return NULL;
    return g_strdup_printf("%s kit/faces/%s.lua", words[verdict->language], verdict->face);
}

static void tell(const EzVerdict *verdict, const EzPreflightFinding *finding, EzDiags *diags)
{
    bool paged = finding->page >= 1 && finding->page <= verdict->n_pages;
    const EzVerdictPage *page = paged ? verdict->pages[finding->page - 1] : NULL;
    bool known = paged && page->place.source != NULL;
    g_autofree char *words = words_of(verdict, finding, page);
    g_autofree char *hint = paged ? hint_of(verdict) : NULL;
    ez_diag_report(diags, EZ_PREFLIGHT, known ? page->place : verdict->place, hint, "file",
                   verdict->file, "finding", words, NULL);
}

void ez_verdict_tell(const EzVerdict *verdict, const EzPreflightReport *report, EzDiags *diags)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const EzPreflightFinding *finding = report->findings->pdata[i];
        if (finding->weight == EZ_PREFLIGHT_ERROR)
            tell(verdict, finding, diags);
    }
}
