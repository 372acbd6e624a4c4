// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a PDF, and as the content of a page of one: judged, or refused with a reason.
#include "print/preflight.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge(GBytes *pdf)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(EzPreflightReport) report = ez_preflight(pdf, EZ_PREFLIGHT_BOTH, &error);
    g_assert_true((report == NULL) == (error != NULL));
    for (guint i = 0; report != NULL && i < report->findings->len; i++) {
        const EzPreflightFinding *finding = g_ptr_array_index(report->findings, i);
        g_autofree char *text = ez_preflight_sentence(finding, EZ_PREFLIGHT_NL);
        g_assert_true(g_utf8_validate(text, -1, NULL));
        g_assert_true(finding->page >= 0 && finding->page <= report->pages);
    }
}

// A page with these bytes for content; its form has them too.
static GBytes *page_of(const uint8_t *data, size_t size)
{
    GString *pdf =
        g_string_new("%PDF-1.6\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                     "2 0 obj << /Type /Pages /Kids [ 3 0 R ] /Count 1 >> endobj\n"
                     "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 99 99 ] "
                     "/Contents 4 0 R /Resources << /XObject << /X 4 0 R >> /Pattern "
                     "<< /P 4 0 R >> /Font << /F 2 0 R >> >> >> endobj\n");
    g_string_append_printf(pdf, "4 0 obj << /Subtype /Form /Length %zu >>\nstream\n", size);
    g_string_append_len(pdf, (const char *)data, (gssize)size);
    g_string_append(pdf, "\nendstream endobj\ntrailer << /Root 1 0 R >>\n");
    return g_string_free_to_bytes(pdf);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool whole = size > 5 && memcmp(data, "%PDF-", 5) == 0;
    g_autoptr(GBytes) pdf = whole ? g_bytes_new(data, size) : page_of(data, size);
    judge(pdf);
    return 0;
}
