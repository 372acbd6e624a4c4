// SPDX-License-Identifier: EUPL-1.2
#include "print/drawn.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// An entry of the table: ten digits, a space, five digits, a space, "n" or "f", and two bytes for the end of the line.
enum { ENTRY = 20, KIND = 17 };

// The table begins where "startxref" says, at the end of the file. NULL when it is not there.
static char *find_table(char *pdf, size_t size, int *entries)
{
    size_t tail = MIN(size, 64);
    char *word = g_strrstr_len(pdf + size - tail, (gssize)tail, "startxref\n");
    size_t at = word != NULL ? strtoull(word + 10, NULL, 10) : size;
    int first, read = 0;
    if (at >= size || sscanf(pdf + at, "xref\n%d %d\n%n", &first, entries, &read) != 2 ||
        first != 0 || read == 0 || at + (size_t)read + (size_t)*entries * ENTRY > size)
        return NULL;
    return pdf + at + read;
}

static bool is_element(const char *pdf, size_t size, const char *entry)
{
    static const char start[] = " 0 obj\n<< /Type /StructElem\n";
    size_t at = strtoull(entry, NULL, 10);
    while (at < size && g_ascii_isdigit(pdf[at]))
        at++;
    return entry[KIND] == 'n' && at + sizeof start < size &&
           memcmp(pdf + at, start, sizeof start - 1) == 0;
}

GBytes *ez_drawn_without_tree(GBytes *drawn)
{
    size_t size;
    int entries;
    char *pdf = g_bytes_unref_to_data(drawn, &size);
    pdf = g_realloc(pdf, size + 1); // a file is no text: reading numbers needs an end
    pdf[size] = '\0';
    char *table = find_table(pdf, size, &entries);
    for (int i = 0; table != NULL && i < entries; i++)
        if (is_element(pdf, size, table + (size_t)i * ENTRY))
            table[(size_t)i * ENTRY + KIND] = 'f';
    return g_bytes_new_take(pdf, size);
}
