// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/plan.h"

#include "engine/base/nearest.h"
#include "engine/build/home.h"

#include <stdlib.h>
#include <string.h>

static GQuark plan_quark(void)
{
    return g_quark_from_static_string("ez-plan");
}

// The nearest of the candidates; where none is near and they are few, all of them.
static char *hint_of(const char *name, const char *const *candidates)
{
    enum { FEW = 12 };
    char *hint = ez_diag_did_you_mean(name, candidates);
    if (hint != NULL || candidates[0] == NULL || g_strv_length((char **)candidates) > FEW)
        return hint;
    g_autofree char *list = g_strjoinv(", ", (char **)candidates);
    return g_strconcat("it has ", list, NULL);
}

// "there is no … "x" in this kit", with a hint; false always.
static bool refuse(GError **error, const char *what, const char *name,
                   const char *const *candidates)
{
    g_autofree char *hint = hint_of(name, candidates);
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

static bool take_languages(const EzKit *kit, const EzBuildRequest *request, EzJob *job,
                           GError **error)
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

static int whole_number(const char *text, char **end)
{
    long number = strtol(text, end, 10);
    return (int)CLAMP(number, 0, G_MAXINT);
}

// "4" or "2-9" as a range of card numbers; false when it is an id.
static bool parse_range(const char *text, int *from, int *to)
{
    char *end;
    *from = *to = whole_number(text, &end);
    if (end == text)
        return false;
    if (*end == '-' && g_ascii_isdigit(end[1]))
        *to = whole_number(end + 1, &end);
    return *end == '\0';
}

typedef struct Range {
    int from, to; // numbers of cards, from 1
} Range;

// The cards that one part of a selection means: the card of that id, else cards by their numbers.
static Range range_of(const char *part, const EzDeck *deck)
{
    Range range = {1, 0};
    const EzCard *card = ez_deck_card(deck, part);
    if (card != NULL)
        range.from = range.to = (int)(card - deck->cards) + 1;
    else if (!parse_range(part, &range.from, &range.to))
        return (Range){1, 0};
    return (Range){MAX(range.from, 1), MIN(range.to, deck->n_cards)};
}

static bool is_found(const EzPlan *plan, const char *part)
{
    for (unsigned k = 0; k < plan->jobs->len; k++) {
        const EzJob *job = plan->jobs->pdata[k];
        Range range = job->deck != NULL ? range_of(part, job->deck) : (Range){1, 0};
        if (range.from <= range.to)
            return true;
    }
    return false;
}

static bool has_decks(const EzPlan *plan)
{
    for (unsigned k = 0; k < plan->jobs->len; k++)
        if (((const EzJob *)plan->jobs->pdata[k])->deck != NULL)
            return true;
    return false;
}

// Each part of a selection must find a card in one of the decks.
static bool check_selection(const EzPlan *plan, const EzBuildRequest *request, GError **error)
{
    if (request->cards != NULL && !has_decks(plan)) {
        g_set_error(error, plan_quark(), 0, "--cards is of decks; a worksheet has no cards");
        return false;
    }
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (unsigned k = 0; request->cards != NULL && k < plan->jobs->len; k++) {
        const EzJob *job = plan->jobs->pdata[k];
        for (int c = 0; job->deck != NULL && c < job->deck->n_cards; c++)
            g_ptr_array_add(ids, (char *)job->deck->cards[c].id);
    }
    g_ptr_array_add(ids, NULL);
    for (int i = 0; request->cards != NULL && request->cards[i] != NULL; i++)
        if (!is_found(plan, request->cards[i]))
            return refuse(error, "card", request->cards[i], (const char *const *)ids->pdata);
    return true;
}

static bool wants(const EzLoad *load, const EzJob *job, EzSide side, EzSideChoice sides)
{
    bool asked = sides == EZ_SIDES_BOTH || (sides == EZ_SIDES_FRONT) == (side == EZ_FRONT);
    return asked && ez_load_has_side(load, job->deck, side);
}

static void take_cards(const EzLoad *load, const EzBuildRequest *request, EzJob *job)
{
    for (EzSide side = EZ_FRONT; side <= EZ_BACK; side++)
        if (wants(load, job, side, request->sides))
            job->sides[job->n_sides++] = side;
    int count = job->deck->n_cards;
    bool all = request->cards == NULL;
    g_autofree bool *taken = g_new0(bool, count + 1);
    for (int i = 0; !all && request->cards[i] != NULL; i++) {
        Range range = range_of(request->cards[i], job->deck);
        for (int card = range.from; card <= range.to; card++)
            taken[card - 1] = true;
    }
    job->cards = g_new(int, count + 1);
    for (int i = 0; i < count; i++)
        if (all || taken[i])
            job->cards[job->n_cards++] = i;
    job->n_pages = job->n_cards * job->n_sides;
}

// ---- purposes --------------------------------------------------------------------------

static int count_copies(const EzJob *job)
{
    int copies = 0;
    for (int i = 0; i < job->n_cards; i++)
        copies += job->deck->cards[job->cards[i]].copies;
    return copies;
}

static void take_sheets(const EzKit *kit, const EzBuildRequest *request, EzJob *job)
{
    if (job->deck != NULL)
        job->home = ez_home_cards(kit, job->deck, job->n_sides, &request->home);
    else
        job->home = ez_home_page(job->sheet, &request->home);
    int cards = job->deck != NULL ? count_copies(job) : job->n_pages;
    // Where the paper is too small, one is refused.
    job->n_sheets = job->home.count > 0 ? ez_sheets_needed(&job->home, cards) : 1;
}

static void take_purposes(const EzKit *kit, const EzBuildRequest *request, EzJob *job)
{
    for (EzPurpose purpose = EZ_FOR_SCREEN; purpose < EZ_PURPOSES; purpose++)
        if (request->purposes[purpose])
            job->purposes[job->n_purposes++] = purpose;
    if (job->n_purposes == 0)
        job->purposes[job->n_purposes++] = EZ_FOR_SCREEN;
    if (request->purposes[EZ_FOR_HOME])
        take_sheets(kit, request, job);
}

// ---- jobs ------------------------------------------------------------------------------

static bool add_job(EzPlan *plan, const EzLoad *load, const EzBuildRequest *request,
                    const EzDeck *deck, const EzWorksheet *sheet, GError **error)
{
    for (unsigned i = 0; i < plan->jobs->len; i++) {
        const EzJob *known = plan->jobs->pdata[i];
        if (known->deck == deck && known->sheet == sheet)
            return true; // named twice
    }
    EzJob *job = g_new0(EzJob, 1);
    job->deck = deck;
    job->sheet = sheet;
    g_ptr_array_add(plan->jobs, job);
    if (deck != NULL)
        take_cards(load, request, job);
    else
        job->n_pages = request->cards == NULL ? sheet->n_pages : 0;
    take_purposes(ez_load_kit(load), request, job);
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
    for (int i = 0; i < kit->n_exercises; i++)
        g_ptr_array_add(ids, (char *)kit->exercises[i]->id);
    g_ptr_array_add(ids, NULL);
    return refuse(error,
                  kit->n_exercises > 0 ? "deck, worksheet or exercise" : "deck or worksheet",
                  id, (const char *const *)ids->pdata);
}

static bool add_jobs(EzPlan *plan, const EzLoad *load, const EzBuildRequest *request,
                     GError **error)
{
    const EzKit *kit = ez_load_kit(load);
    bool fine = true;
    if (request->sheet != NULL)
        return add_job(plan, load, request, NULL, request->sheet, error);
    for (int i = 0; request->ids == NULL && fine && i < kit->n_decks; i++)
        fine = add_job(plan, load, request, kit->decks[i], NULL, error);
    for (int i = 0; request->ids == NULL && fine && i < kit->n_worksheets; i++)
        fine = add_job(plan, load, request, NULL, kit->worksheets[i], error);
    for (int i = 0; request->ids != NULL && fine && request->ids[i] != NULL; i++)
        fine = add_named(plan, load, request, request->ids[i], error);
    return fine && check_selection(plan, request, error);
}

static void drop_empty_jobs(EzPlan *plan)
{
    for (unsigned i = 0; i < plan->jobs->len;) {
        const EzJob *job = plan->jobs->pdata[i];
        plan->pages += job->n_pages * job->n_languages;
        if (job->n_pages == 0)
            g_ptr_array_remove_index(plan->jobs, i);
        else
            i++;
    }
}

static bool has_pages(const EzPlan *plan, const EzBuildRequest *request, GError **error)
{
    static const char *const sides[] = {"", "front ", "back "};
    if (plan->pages > 0)
        return true;
    g_set_error(error, plan_quark(), 0,
                "there is nothing to print: what you name has no %spages",
                sides[request->sides]);
    return false;
}

EzPlan *ez_plan_new(const EzLoad *load, const EzBuildRequest *request, GError **error)
{
    EzPlan *plan = g_new0(EzPlan, 1);
    plan->jobs = g_ptr_array_new_with_free_func(free_job);
    bool fine = add_jobs(plan, load, request, error);
    drop_empty_jobs(plan);
    if (fine && has_pages(plan, request, error))
        return plan;
    ez_plan_free(plan);
    return NULL;
}

void ez_plan_free(EzPlan *plan)
{
    if (plan == NULL)
        return;
    g_ptr_array_unref(plan->jobs);
    g_free(plan);
}

// "-N01+4-6"; what would be too long for a file's name is told by a sum.
static char *cards_part(const EzBuildRequest *request)
{
    enum { LONGEST = 60 };
    if (request->cards == NULL)
        return g_strdup("");
    g_autofree char *cards = g_strjoinv("+", (char **)request->cards);
    if (strlen(cards) <= LONGEST)
        return g_strconcat("-", cards, NULL);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, cards, -1);
    return g_strdup_printf("-%s+%.8s", request->cards[0], sum);
}

// What a page of its own file is called: "-N01-front", "-1".
static char *page_part(const EzJob *job, int page)
{
    if (job->deck == NULL)
        return g_strdup_printf("-%d", page + 1);
    const EzCard *card = &job->deck->cards[job->cards[page / job->n_sides]];
    return g_strdup_printf("-%s-%s", card->id, ez_side_words[job->sides[page % job->n_sides]]);
}

// What a page of a sheet is called: "-sheet2-back", "-sheet2" where all stands on one page; and of what cards, "-1-8-sheet2".
static char *sheet_part(const EzJob *job, int page, const EzBuildRequest *request)
{
    g_autofree char *cards = cards_part(request);
    int pages = job->deck != NULL ? ez_sheets_pages(&job->home, job->n_sides) : 1;
    if (job->deck == NULL || pages < job->n_sides)
        return g_strdup_printf("%s-sheet%d", cards, page + 1);
    return g_strdup_printf("%s-sheet%d-%s", cards, page / pages + 1,
                           ez_side_words[job->sides[page % pages]]);
}

// What a PDF with a part of a deck is called.
static char *selection_part(const EzBuildRequest *request, EzSideChoice sides)
{
    static const char *const side_parts[] = {"", "-front", "-back"};
    g_autofree char *cards = cards_part(request);
    return g_strconcat(cards, side_parts[sides], NULL);
}

// Whether a PDF holds one side of the cards.
static bool is_apart(const EzJob *job, EzPurpose purpose, const EzBuildRequest *request)
{
    return purpose == EZ_FOR_PRESS && job->deck != NULL &&
           request->profile->order == EZ_ORDER_TWO_FILES;
}

int ez_plan_files(const EzJob *job, EzPurpose purpose, const EzBuildRequest *request)
{
    if (request->format == EZ_FORMAT_PDF)
        return is_apart(job, purpose, request) ? job->n_sides : 1;
    if (purpose != EZ_FOR_HOME)
        return job->n_pages;
    return job->n_sheets * (job->deck != NULL ? ez_sheets_pages(&job->home, job->n_sides) : 1);
}

// What of the job is in the i-th file.
static char *file_part(const EzJob *job, EzPurpose purpose, int i,
                       const EzBuildRequest *request)
{
    if (request->format == EZ_FORMAT_PDF && is_apart(job, purpose, request))
        return selection_part(request,
                              job->sides[i] == EZ_FRONT ? EZ_SIDES_FRONT : EZ_SIDES_BACK);
    if (request->format == EZ_FORMAT_PDF)
        return selection_part(request, request->sides);
    return purpose == EZ_FOR_HOME ? sheet_part(job, i, request) : page_part(job, i);
}

char *ez_plan_file(const EzKit *kit, const EzJob *job, int language, EzPurpose purpose, int i,
                   const EzBuildRequest *request)
{
    if (ez_request_names_file(request))
        return g_strdup(request->out);
    g_autofree char *part = file_part(job, purpose, i, request);
    const char *edition = request->load.edition;
    g_autofree char *name = g_strdup_printf(
        "%s-%s-%s-%s%s%s%s.%s", kit->id, job->deck != NULL ? job->deck->id : job->sheet->id,
        kit->languages.names[language], ez_purpose_words[purpose], edition != NULL ? "-" : "",
        edition != NULL ? edition : "", part, ez_format_words[request->format]);
    return g_build_filename(request->out, name, NULL);
}

const char *const ez_purpose_words[] = {"screen", "home", "press", NULL};
const char *const ez_format_words[] = {"pdf", "png", "svg", NULL};

bool ez_request_names_file(const EzBuildRequest *request)
{
    const char *dot = strrchr(request->out, '.');
    return dot != NULL && strcmp(dot + 1, ez_format_words[request->format]) == 0;
}
