// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the content of a page: every operator with its operands, none of them outside of the bytes.
#include "print/content.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void look(const EzContentOp *op, const char *start, const char *end)
{
    double numbers[6];
    const char *name = NULL;
    g_assert_true(op->start >= start && op->start <= op->word && op->word < op->end);
    g_assert_true(op->end <= end);
    int count = ez_content_numbers(op, numbers, 6);
    g_assert_true(count >= 0 && count <= 6);
    for (int i = 0, length; i < 4 && (length = ez_content_name(op, i, &name)) > 0; i++)
        g_assert_true(name > op->start && name + length <= op->word);
    g_assert_true(ez_content_mark(op) >= -1);
    (void)ez_content_paints(op->code);
}

// What it shows is no longer than how it is written; an image lies within its operator.
static void look_inside(const EzContentOp *op)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    EzContentImage image;
    ez_content_text(op, shown);
    g_assert_true(shown->len <= (gsize)(op->word - op->start));
    if (op->code != EZ_OP("BI") || !ez_content_image(op, &image))
        return;
    g_assert_true(image.width >= 0 && image.height >= 0 && image.bits >= 0);
    g_assert_true(image.bytes > op->word && image.bytes <= image.end && image.end <= op->end);
    g_assert_true(image.space == NULL || image.space + image.space_length <= op->end);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = (const char *)data;
    EzContentReader content = ez_content_open(at, size);
    EzContentOp op;
    while (ez_content_next(&content, &op)) {
        look(&op, at, (const char *)data + size);
        look_inside(&op);
        at = op.end;
    }
    return 0;
}
