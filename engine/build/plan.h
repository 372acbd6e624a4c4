// SPDX-License-Identifier: EUPL-1.2
// What a request asks of a kit: a job for each deck and worksheet, with the cards and languages to print.
#pragma once

#include "engine/build/request.h"

typedef struct EzJob {
    const EzDeck *deck; // or
    const EzWorksheet *sheet;
    int *cards;           // of the deck, in its order
    int n_cards, n_pages; // pages in one language
    EzSide sides[2];      // of each card, in the order of the pages
    int n_sides;
    int *languages;
    int n_languages;
    EzPurpose purposes[EZ_PURPOSES];
    int n_purposes;
    EzImposition
        home;     // of its sheets, when they are a purpose; count 0 = the paper is too small
    int n_sheets; // in one language
    bool blamed;  // its own file has mistakes: nothing of it is printed
} EzJob;

typedef struct EzPlan {
    GPtrArray *jobs; // of EzJob
    int pages;       // of all jobs in all languages
} EzPlan;

// NULL when the request names a deck, card or language that is not there, with the nearest in the error, or comes to no page at all.
EzPlan *ez_plan_new(const EzLoad *load, const EzBuildRequest *request, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void ez_plan_free(EzPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPlan, ez_plan_free)

// How many files a job gives in one language for one purpose.
int ez_plan_files(const EzJob *job, EzPurpose purpose, const EzBuildRequest *request);
// The i-th of them: "out/wortelwerk-natuur-nl-screen.pdf", "out/wortelwerk-natuur-nl-screen-N01-front.png",
// "out/wortelwerk-natuur-nl-home-sheet2-back.png", "out/wortelwerk-natuur-nl-press-back.pdf" of a shop that wants two; owned by the caller.
char *ez_plan_file(const EzKit *kit, const EzJob *job, int language, EzPurpose purpose, int i,
                   const EzBuildRequest *request);
