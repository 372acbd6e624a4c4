// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/plan.h"

#include "engine/base/nearest.h"

#include <stdlib.h>
#include <string.h>

static GQuark plan_quark(void)
{
    return g_quark_from_static_string("ez-plan");
}

// "there is no … "x"", with the nearest of the candidates; false always.
static bool refuse(GError **error, const char *what, const char *name, const char *const *candidates)
{
    g_autofree char *hint = ez_diag_did_you_mean(name, candidates);
    g_set_error(error, plan_quark(), 0, "there is no %s \"%s\" in this kit%s%s", what, name,
                hint != NULL ? "; " : "", hint != NULL ? hint : "");
    return false;
}

static void free_job(gpointer data)
{
    EzJob *job = data;
    g_free(job->cards);
    g_free(job->languages);
    g_free(job);
}

// ---- languages -------------------------------------------------------------------------

static bool take_languages(const EzKit *kit, const EzBuildRequest *request, EzJob *job, GError **error)
{
    job->languages = g_new(int, kit->languages.count);
    for (int i = 0; request->languages == NULL && i < kit->languages.count; i++)
        job->languages[job->n_languages++] = i;
    for (int i = 0; request->languages != NULL && request->languages[i] != NULL; i++) {
        int language = ez_kit_language(kit, request->languages[i]);
        if (language < 0)
            return refuse(error, "language", request->languages[i], kit->languages.names);
        bool known = false;
        for (int k = 0; k < job->n_languages; k++)
            known = known || job->languages[k] == language;
        if (!known)
            job->languages[job->n_languages++] = language;
    }
    return true;
}

// ---- cards -----------------------------------------------------------------------------

// "4" or "2-9" as a range of card numbers; false when it is an id.
static bool parse_range(const char *text, int *from, int *to)
{
    char *end;
    *from = *to = (int)CLAMP(strtol(text, &end, 10), 0, G_MAXINT);
    if (end == text)
        return false;
    if (*end == '-' && g_ascii_isdigit(end[1]))
        *to = (int)CLAMP(strtol(end + 1, &end, 10), 0, G_MAXINT);
    return *end == '\0';
}

static bool selects(const char *part, const EzDeck *deck, int card)
{
    int from, to;
    if (parse_range(part, &from, &to))
        return card + 1 >= from && card + 1 <= to;
    return g_ascii_strcasecmp(part, deck->cards[card].id) == 0;
}

static bool is_selected(const EzBuildRequest *request, const EzDeck *deck, int card)
{
    if (request->cards == NULL)
        return true;
    for (int i = 0; request->cards[i] != NULL; i++)
        if (selects(request->cards[i], deck, card))
            return true;
    return false;
}

// Each part of a selection must find a card in one of the decks.
static bool check_selection(const EzPlan *plan, const EzBuildRequest *request, GError **error)
{
    for (int i = 0; request->cards != NULL && request->cards[i] != NULL; i++) {
        bool found = false;
        g_autoptr(GPtrArray) ids = g_ptr_array_new();
        for (unsigned k = 0; k < plan->jobs->len; k++) {
            const EzJob *job = plan->jobs->pdata[k];
            for (int c = 0; job->deck != NULL && c < job->deck->n_cards; c++) {
                found = found || selects(request->cards[i], job->deck, c);
                g_ptr_array_add(ids, (char *)job->deck->cards[c].id);
            }
        }
        g_ptr_array_add(ids, NULL);
        if (!found)
            return refuse(error, "card", request->cards[i], (const char *const *)ids->pdata);
    }
    return true;
}

bool ez_plan_wants(const EzLoad *load, const EzJob *job, EzSide side, EzSideChoice sides)
{
    bool asked = sides == EZ_SIDES_BOTH || (sides == EZ_SIDES_FRONT) == (side == EZ_FRONT);
    return asked && ez_load_has_side(load, job->deck, side);
}

static void take_cards(const EzLoad *load, const EzBuildRequest *request, EzJob *job)
{
    int sides = ez_plan_wants(load, job, EZ_FRONT, request->sides) +
                ez_plan_wants(load, job, EZ_BACK, request->sides);
    job->cards = g_new(int, job->deck->n_cards);
    for (int i = 0; i < job->deck->n_cards; i++)
        if (is_selected(request, job->deck, i))
            job->cards[job->n_cards++] = i;
    job->n_pages = job->n_cards * sides;
}

// ---- jobs ------------------------------------------------------------------------------

static bool add_job(EzPlan *plan, const EzLoad *load, const EzBuildRequest *request,
                    const EzDeck *deck, const EzWorksheet *sheet, GError **error)
{
    EzJob *job = g_new0(EzJob, 1);
    job->deck = deck;
    job->sheet = sheet;
    g_ptr_array_add(plan->jobs, job);
    if (deck != NULL)
        take_cards(load, request, job);
    else
        job->n_pages = request->cards == NULL ? sheet->n_pages : 0;
    return take_languages(ez_load_kit(load), request, job, error);
}

static bool add_named(EzPlan *plan, const EzLoad *load, const EzBuildRequest *request,
                      const char *id, GError **error)
{
    const EzKit *kit = ez_load_kit(load);
    const EzDeck *deck = ez_kit_deck(kit, id);
    const EzWorksheet *sheet = deck == NULL ? ez_kit_worksheet(kit, id) : NULL;
    if (deck != NULL || sheet != NULL)
        return add_job(plan, load, request, deck, sheet, error);
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (int i = 0; i < kit->n_decks; i++)
        g_ptr_array_add(ids, (char *)kit->decks[i]->id);
    for (int i = 0; i < kit->n_worksheets; i++)
        g_ptr_array_add(ids, (char *)kit->worksheets[i]->id);
    g_ptr_array_add(ids, NULL);
    return refuse(error, "deck or worksheet", id, (const char *const *)ids->pdata);
}

static bool add_jobs(EzPlan *plan, const EzLoad *load, const EzBuildRequest *request, GError **error)
{
    const EzKit *kit = ez_load_kit(load);
    bool fine = true;
    for (int i = 0; request->ids == NULL && fine && i < kit->n_decks; i++)
        fine = add_job(plan, load, request, kit->decks[i], NULL, error);
    for (int i = 0; request->ids == NULL && fine && i < kit->n_worksheets; i++)
        fine = add_job(plan, load, request, NULL, kit->worksheets[i], error);
    for (int i = 0; request->ids != NULL && fine && request->ids[i] != NULL; i++)
        fine = add_named(plan, load, request, request->ids[i], error);
    return fine && check_selection(plan, request, error);
}

EzPlan *ez_plan_new(const EzLoad *load, const EzBuildRequest *request, GError **error)
{
    EzPlan *plan = g_new0(EzPlan, 1);
    plan->jobs = g_ptr_array_new_with_free_func(free_job);
    if (!add_jobs(plan, load, request, error)) {
        ez_plan_free(plan);
        return NULL;
    }
    for (unsigned i = 0; i < plan->jobs->len;) {
        const EzJob *job = plan->jobs->pdata[i];
        plan->pages += job->n_pages * job->n_languages;
        if (job->n_pages == 0)
            g_ptr_array_remove_index(plan->jobs, i);
        else
            i++;
    }
    return plan;
}

void ez_plan_free(EzPlan *plan)
{
    if (plan == NULL)
        return;
    g_ptr_array_unref(plan->jobs);
    g_free(plan);
}

char *ez_plan_file(const EzKit *kit, const EzJob *job, int language, const EzBuildRequest *request)
{
    static const char *const side_parts[] = {"", "-front", "-back"};
    if (g_str_has_suffix(request->out, ".pdf"))
        return g_strdup(request->out);
    g_autofree char *cards = request->cards != NULL
                                 ? g_strjoinv("+", (char **)request->cards)
                                 : g_strdup("");
    g_autofree char *name = g_strdup_printf(
        "%s-%s-%s-screen%s%s%s.pdf", kit->id, job->deck != NULL ? job->deck->id : job->sheet->id,
        kit->languages.names[language], cards[0] != '\0' ? "-" : "", cards,
        side_parts[request->sides]);
    return g_build_filename(request->out, name, NULL);
}
