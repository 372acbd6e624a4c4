// SPDX-License-Identifier: EUPL-1.2
#include "print/tagging.h"

#include <string.h>

#include "print/content.h"

enum { DEEPEST = 32 };

typedef struct Tagger {
    const EzStructure *structure;
    int page;
    GString *out;
    int marks;          // so far
    bool artefact;      // one is open
    gssize path;        // where in `out` the path began that is not yet painted; -1 = nowhere
    bool leaf[DEEPEST]; // of each open mark: whether it is that of a leaf
    int depth, in_leaf; // how many are open; 1 within a leaf
} Tagger;

static const char ARTEFACT[] = "/Artifact BMC\n";

static void copy(Tagger *t, const EzContentOp *op)
{
    g_string_append_len(t->out, op->start, op->end - op->start);
    g_string_append_c(t->out, '\n');
}

static void open_artefact(Tagger *t, gssize at)
{
    g_string_insert(t->out, at, ARTEFACT);
    t->artefact = true;
    t->path = -1;
}

static void close_artefact(Tagger *t)
{
    if (t->artefact)
        g_string_append(t->out, "EMC\n");
    t->artefact = false;
}

// The k-th mark of the page is that of its k-th leaf.
static bool open_leaf(Tagger *t)
{
    const EzStructurePage *page = ez_structure_page(t->structure, t->page);
    if (t->in_leaf > 0)
        return false;
    close_artefact(t);
    if (t->marks < page->n_leaves) {
        int leaf = ez_structure_leaf(t->structure, t->page, t->marks);
        g_string_append_printf(t->out, "/%s <</MCID %d>> BDC\n",
                               ez_structure_element(t->structure, leaf)->role, t->marks);
    }
    t->marks++;
    t->in_leaf = 1;
    return true;
}

static bool open_mark(Tagger *t, const EzContentOp *op)
{
    bool leaf = ez_content_mark(op) >= 0;
    if (t->depth == DEEPEST || (leaf && !open_leaf(t)))
        return false;
    t->leaf[t->depth++] = leaf;
    if (leaf)
        return true;
    if (t->in_leaf == 0 && !t->artefact)
        open_artefact(t, (gssize)t->out->len);
    copy(t, op);
    return true;
}

static bool close_mark(Tagger *t, const EzContentOp *op)
{
    if (t->depth == 0)
        return false;
    if (t->leaf[--t->depth])
        t->in_leaf = 0;
    copy(t, op);
    return true;
}

// No mark may begin between a path and what paints it, nor in a text and end behind it.
static void copy_unmarked(Tagger *t, const EzContentOp *op)
{
    bool begins = op->code == EZ_OP("m") || op->code == EZ_OP("re");
    if (begins && t->path < 0)
        t->path = (gssize)t->out->len;
    if (op->code == EZ_OP("BT") || ez_content_paints(op->code))
        open_artefact(t, t->path >= 0 ? t->path : (gssize)t->out->len);
    else if (op->code == EZ_OP("n"))
        t->path = -1;
    copy(t, op);
}

static bool take(Tagger *t, const EzContentOp *op)
{
    if (op->code == EZ_OP("BDC") || op->code == EZ_OP("BMC"))
        return open_mark(t, op);
    if (op->code == EZ_OP("EMC"))
        return close_mark(t, op);
    if (t->in_leaf > 0 || t->artefact)
        copy(t, op);
    else
        copy_unmarked(t, op);
    return true;
}

int ez_tagging_rewrite(const EzStructure *structure, int page, const char *content,
                       size_t length, GString *out)
{
    Tagger tagger = {.structure = structure, .page = page, .out = out, .path = -1};
    EzContentReader reader = ez_content_open(content, length);
    EzContentOp op;
    while (ez_content_next(&reader, &op))
        if (!take(&tagger, &op))
            return -1;
    close_artefact(&tagger);
    return reader.broken || tagger.depth > 0 ? -1 : tagger.marks;
}
