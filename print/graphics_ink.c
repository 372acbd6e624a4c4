// SPDX-License-Identifier: EUPL-1.2
// How much ink a gradient has where it has most: at its stops, and at the samples of a table.
#include "print/graphics.h"

enum { DEEPEST = 4, STOPS_MOST = 256, INKS = 4 };

static double sum_of(EzDoc *doc, qpdf_oh numbers, double otherwise)
{
    double sum = 0;
    int count = MIN(ez_doc_items(doc, numbers), INKS);
    for (int i = 0; i < count; i++)
        sum += CLAMP(ez_doc_number(doc, ez_doc_item(doc, numbers, i), 0), 0, 1);
    return count > 0 ? sum : otherwise;
}

// Samples of 8 bits, 4 to a colour, as they are written.
static double most_of_samples(EzDoc *doc, qpdf_oh function)
{
    size_t size = 0;
    int most = 0;
    bool plain = ez_doc_number(doc, ez_doc_get(doc, function, "/BitsPerSample"), 0) == 8 &&
                 ez_doc_items(doc, ez_doc_get(doc, function, "/Range")) == 2 * INKS &&
                 ez_doc_items(doc, ez_doc_get(doc, function, "/Decode")) == 0;
    g_autoptr(GBytes) samples = plain ? ez_doc_stream(doc, function) : NULL;
    const unsigned char *at = samples != NULL ? g_bytes_get_data(samples, &size) : NULL;
    for (size_t i = 0; i + 3 < size; i += INKS)
        most = MAX(most, at[i] + at[i + 1] + at[i + 2] + at[i + 3]);
    return most / 255.0;
}

static double most_of(EzDoc *doc, qpdf_oh function, int depth)
{
    double most = 0;
    int type = (int)ez_doc_number(doc, ez_doc_get(doc, function, "/FunctionType"), -1);
    if (type == 0)
        return most_of_samples(doc, function);
    if (type == 2)
        return MAX(sum_of(doc, ez_doc_get(doc, function, "/C0"), 0),
                   sum_of(doc, ez_doc_get(doc, function, "/C1"), 1));
    qpdf_oh parts = ez_doc_get(doc, function, "/Functions");
    int count = type == 3 && depth < DEEPEST ? ez_doc_items(doc, parts) : 0;
    for (int i = 0; i < MIN(count, STOPS_MOST); i++)
        most = MAX(most, most_of(doc, ez_doc_item(doc, parts, i), depth + 1));
    return most;
}

// One function for each ink: as much as all of them have at their beginning, or at their end.
static double most_of_inks(EzDoc *doc, qpdf_oh functions)
{
    double first = 0, last = 0;
    for (int i = 0; i < MIN(ez_doc_items(doc, functions), INKS); i++) {
        qpdf_oh one = ez_doc_item(doc, functions, i);
        first += sum_of(doc, ez_doc_get(doc, one, "/C0"), 0);
        last += sum_of(doc, ez_doc_get(doc, one, "/C1"), 1);
    }
    return MAX(first, last);
}

double ez_gradient_ink(EzDoc *doc, qpdf_oh shading)
{
    qpdf_oh function = ez_doc_get(doc, shading, "/Function");
    return qpdf_oh_is_array(doc->q, function) ? most_of_inks(doc, function)
                                              : most_of(doc, function, 0);
}
