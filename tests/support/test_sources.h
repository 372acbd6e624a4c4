// SPDX-License-Identifier: EUPL-1.2
// What a session of a test runs on: texts, and files of the tree with the modules that they require.
#pragma once

#include "engine/run/trial.h"

typedef struct EzTestSources {
    EzPinned list[64];
    int count;
} EzTestSources;

void ez_test_sources_add(EzTestSources *sources, const char *path, const char *text);
// The file at `file` below the source under the name `path`, and all modules that it requires: "ez.NAME" from scripts/lib.
void ez_test_sources_add_file(EzTestSources *sources, const char *path, const char *file);
// A small exercise that makes every call, "scripts/test/walk.lua", with what it includes.
void ez_test_sources_add_everything(EzTestSources *sources);
// Decks with what the kit's exercises look at of its cards.
void ez_test_sources_add_decks(EzTestSources *sources);
// A trial of these on a clock that stands still, stopped after five million instructions: for what somebody hostile puts in.
EzTrial ez_test_sources_trial(const EzTestSources *sources);
void ez_test_sources_clear(EzTestSources *sources);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(EzTestSources, ez_test_sources_clear)
