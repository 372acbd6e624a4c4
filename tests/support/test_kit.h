// SPDX-License-Identifier: EUPL-1.2
// Small kits for tests: written into a folder of their own, loaded, and laid out as the build does it, without files.
#pragma once

#include "render/pattern_cache.h"

#include "engine/load/load.h"
#include "render/device_pdf.h"

// A new, empty folder; owned by the caller.
char *ez_test_folder(void);
// The same in memory, where that is possible: for many small files that no test needs on a disk.
char *ez_test_memory_folder(void);
// Removes a folder with all that is in it, and frees its name.
void ez_test_remove(char *folder);
// Writes a file below the folder, and the folders on the way.
void ez_test_put(const char *folder, const char *path, const char *text);
// Copies what lies below `from` into the folder.
void ez_test_copy(const char *from, const char *folder);
// The whole of a file; fails the test when it cannot be read. Owned by the caller.
char *ez_test_read(const char *path);
// Says in the test's output how `found` differs from the file `expected`.
void ez_test_difference(const char *expected, const char *found);
// A generated file of the source tree is this text, which is taken; EZ_GOLDEN_WRITE=1 writes it anew.
void ez_test_generated(const char *name, char *text);
// An ICC profile of the source tree, "sRGB.icc"; owned by the caller.
GBytes *ez_test_icc(const char *name);
// A kit "test" with the theme of the tests: `languages` ("\"nl\", \"en\""), `decks` and `worksheets` as lists of Lua strings.
void ez_test_put_kit(const char *folder, const char *languages, const char *decks,
                     const char *worksheets);
// A worksheet "sheet" of this size in a kit of one language: what stands in its page { … }.
void ez_test_put_sheet(const char *folder, const char *size, const char *nodes);

// A loaded kit and the fonts of the source tree.
typedef struct EzTestBench {
    EzDiags *diags;
    EzLoad *load;
    EzFonts *fonts;
    EzHyphens *hyphens;
    EzTypesetter *typesetter;
    EzPatternCache *patterns;
    EzPictures *pictures;
} EzTestBench;

EzTestBench *ez_test_bench(const char *folder);
// The same, with the fonts of the kit in another folder.
EzTestBench *ez_test_bench_with(const char *folder, const char *fonts_of);
void ez_test_bench_free(EzTestBench *bench);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTestBench, ez_test_bench_free)

// A worksheet, or a card with both its sides, as a sealed scene of its own. Mistakes go to the bench.
EzScene *ez_test_sheet(EzTestBench *bench, const char *id, const char *language);
// The same of a worksheet that is none of the kit's.
EzScene *ez_test_lay(EzTestBench *bench, const EzWorksheet *sheet, const char *language);
EzScene *ez_test_card(EzTestBench *bench, const char *id, const char *language);
// A PDF of one scene; NULL with an error.
GBytes *ez_test_pdf(const EzScene *scene, const EzPdfOptions *options, GError **error);
// Fails the test, which goes on: where many like things are judged, every fault is told.
void ez_test_fault(const char *format, ...) G_GNUC_PRINTF(1, 2);
// "E3101 message", a line for each mistake; owned by the caller.
char *ez_test_mistakes(const EzTestBench *bench);

// A text item of the scene whose words begin so, on this page (-1 = any); fails the test when there is none.
const EzItem *ez_test_words(const EzScene *scene, int page, const char *words);
// The nth filled or stroked path of a page.
const EzItem *ez_test_path(const EzScene *scene, int page, int n);
// What a path covers, by its points.
EzRect ez_test_bounds(const EzPath *path);
