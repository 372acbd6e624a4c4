// SPDX-License-Identifier: EUPL-1.2
#include "print/marks.h"

#include <gio/gio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

// Past a literal string that opens at i: escapes and nested brackets.
static size_t string_end(const char *text, size_t length, size_t i)
{
    int depth = 0;
    for (; i < length; i++) {
        if (text[i] == '\\')
            i++;
        else if (text[i] == '(')
            depth++;
        else if (text[i] == ')' && --depth == 0)
            return i + 1;
    }
    return length;
}

static size_t line_end(const char *text, size_t length, size_t i)
{
    while (i < length && text[i] != '\n' && text[i] != '\r')
        i++;
    return i;
}

// Whether this name stands at i, and not a longer one.
static bool is_name(const char *text, size_t length, size_t i, const char *name)
{
    size_t end = i + strlen(name);
    if (end > length || memcmp(text + i, name, end - i) != 0)
        return false;
    return end == length || strchr(" \t\r\n\f/<>[](){}%", text[end]) != NULL;
}

int ez_marks_count(const char *content, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length;) {
        if (content[i] == '(') {
            i = string_end(content, length, i);
        } else if (content[i] == '%') {
            i = line_end(content, length, i);
        } else if (is_name(content, length, i, "/MCID")) {
            count++;
            i += strlen("/MCID");
        } else {
            i++;
        }
    }
    return count;
}

static int count_page(qpdf_data q, int page)
{
    unsigned char *content = NULL;
    size_t length = 0;
    qpdf_oh_get_page_content_data(q, qpdf_get_page_n(q, (size_t)page), &content, &length);
    int count = content != NULL ? ez_marks_count((const char *)content, length) : 0;
    free(content);
    qpdf_oh_release_all(q);
    return count;
}

static void tell(EzDiags *diags, const char *file, int page, int found, int expected)
{
    g_autofree char *number = g_strdup_printf("%d", page + 1);
    g_autofree char *seen = g_strdup_printf("%d", found);
    g_autofree char *wanted = g_strdup_printf("%d", expected);
    ez_diag_report(diags, EZ_MARK_COUNT, (EzPlace){0}, NULL, "file", file, "page", number,
                   "found", seen, "expected", wanted, NULL);
}

static bool check_pages(qpdf_data q, const int *leaves, int pages, const char *file,
                        EzDiags *diags)
{
    for (int page = 0; page < pages; page++) {
        int found = count_page(q, page);
        if (found != leaves[page]) {
            tell(diags, file, page, found, leaves[page]);
            return false;
        }
    }
    return true;
}

bool ez_marks_check(GBytes *pdf, const int *leaves, int pages, const char *file, EzDiags *diags,
                    GError **error)
{
    size_t size;
    const char *data = g_bytes_get_data(pdf, &size);
    qpdf_data q = qpdf_init();
    qpdf_silence_errors(q);
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    bool agree = false;
    if ((qpdf_read_memory(q, file, data, size, NULL) & QPDF_ERRORS) != 0 ||
        qpdf_get_num_pages(q) != pages)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "%s: the drawn PDF cannot be read", file);
    else
        agree = check_pages(q, leaves, pages, file, diags);
    qpdf_cleanup(&q);
    return agree;
}
