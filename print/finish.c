// SPDX-License-Identifier: EUPL-1.2
#include "print/finish.h"

#include <gio/gio.h>

#include "print/doc.h"
#include "print/fonts_mend.h"
#include "print/forms.h"
#include "print/metadata.h"
#include "print/structure_tree.h"
#include "print/tagging.h"

typedef struct Pass {
    const EzFinish *finish;
    EzDoc *doc;
    EzTree *tree;
    GString *content; // of one page after the other
    GHashTable *seen; // the fonts that were looked at, by object number
    EzDiags *diags;
} Pass;

static void tell_marks(const Pass *pass, int page, int found, int expected)
{
    g_autofree char *number = g_strdup_printf("%d", page + 1);
    g_autofree char *seen = g_strdup_printf("%d", found);
    g_autofree char *wanted = g_strdup_printf("%d", expected);
    ez_diag_report(pass->diags, EZ_MARK_COUNT, (EzPlace){0}, NULL, "file", pass->finish->file,
                   "page", number, "found", seen, "expected", wanted, NULL);
}

// ---- fonts ---------------------------------------------------------------------

// What a page draws with stands in the page itself: an object less.
static qpdf_oh take_resources(EzDoc *doc, qpdf_oh page)
{
    qpdf_oh own = qpdf_oh_new_dictionary(doc->q);
    qpdf_oh drawn = ez_doc_get(doc, page, "/Resources");
    g_auto(GStrv) keys = ez_doc_keys(doc, drawn);
    for (int i = 0; keys[i] != NULL; i++)
        ez_doc_put(doc, own, keys[i], ez_doc_get(doc, drawn, keys[i]));
    ez_doc_put(doc, page, "/Resources", own);
    return own;
}

static void mend_fonts(Pass *pass, qpdf_oh page)
{
    qpdf_oh fonts = ez_doc_get(pass->doc, take_resources(pass->doc, page), "/Font");
    g_auto(GStrv) keys = ez_doc_keys(pass->doc, fonts);
    for (int i = 0; keys[i] != NULL; i++) {
        qpdf_oh font = ez_doc_get(pass->doc, fonts, keys[i]);
        int number = qpdf_oh_get_object_id(pass->doc->q, font);
        if (g_hash_table_add(pass->seen, GINT_TO_POINTER(number)))
            ez_font_mend(pass->doc, font);
    }
}

// ---- pages ---------------------------------------------------------------------

static bool mark_page(Pass *pass, int page, qpdf_oh at)
{
    size_t length = 0;
    g_autoptr(GBytes) drawn = ez_doc_content(pass->doc, at);
    const char *content = drawn != NULL ? g_bytes_get_data(drawn, &length) : "";
    int expected = ez_structure_page(pass->finish->structure, page)->n_leaves;
    g_string_truncate(pass->content, 0);
    int found =
        ez_tagging_rewrite(pass->finish->structure, page, content, length, pass->content);
    if (found != expected) {
        tell_marks(pass, page, found, expected);
        return false;
    }
    ez_doc_put_content(pass->doc, at, pass->content->str, pass->content->len);
    return true;
}

static bool finish_pages(Pass *pass)
{
    for (int page = 0; page < ez_structure_page_count(pass->finish->structure); page++) {
        qpdf_oh at = qpdf_get_page_n(pass->doc->q, (size_t)page);
        if (!mark_page(pass, page, at))
            return false;
        mend_fonts(pass, at);
        ez_tree_page(pass->tree, page);
        ez_doc_release(pass->doc);
    }
    return true;
}

static void describe(const Pass *pass)
{
    const EzFinish *finish = pass->finish;
    EzMetadata metadata = {.title = finish->title,
                           .language = ez_structure_language(finish->structure),
                           .creator = finish->creator,
                           .date = finish->date,
                           .accessible = true,
                           .archival = finish->profile != NULL};
    ez_metadata_put(pass->doc, &metadata);
    EzIntent intent = {.standard = "GTS_PDFA1",
                       .condition = "sRGB IEC61966-2.1",
                       .profile = finish->profile,
                       .components = 3};
    if (finish->profile != NULL)
        ez_metadata_intent(pass->doc, &intent);
}

static bool has_pages(const Pass *pass, GError **error)
{
    int pages = ez_structure_page_count(pass->finish->structure);
    if (qpdf_get_num_pages(pass->doc->q) == pages)
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                "%s: %d pages were drawn instead of %d", pass->finish->file,
                qpdf_get_num_pages(pass->doc->q), pages);
    return false;
}

GBytes *ez_finish_screen(GBytes *drawn, const EzFinish *finish, EzDiags *diags, GError **error)
{
    g_autoptr(EzDoc) doc = ez_doc_open(drawn, finish->file, error);
    Pass pass = {.finish = finish, .doc = doc, .diags = diags};
    if (doc == NULL || !has_pages(&pass, error))
        return NULL;
    g_autoptr(GString) content = g_string_new(NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(EzTree) tree = ez_tree_new(doc, finish->structure);
    pass.content = content;
    pass.seen = seen;
    pass.tree = tree;
    if (!finish_pages(&pass) ||
        (finish->font != NULL &&
         !ez_forms_add(doc, tree, finish->structure, finish->fonts, finish->font, error)))
        return NULL;
    ez_tree_close(tree, finish->outline);
    describe(&pass);
    return ez_doc_write(doc, &(EzDocForm){"1.7", true}, error);
}
