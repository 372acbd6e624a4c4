// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/refusal.h"

#include <gio/gio.h>
#include <string.h>

// ---- the catalogue -------------------------------------------------------------

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

// The slots of a sentence, sorted; {journal_nl} is the Dutch of {journal}.
static GPtrArray *slots_of(const char *sentence)
{
    GPtrArray *slots = g_ptr_array_new_with_free_func(g_free);
    for (const char *open; (open = strchr(sentence, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        g_assert_nonnull(close);
        char *name = g_strndup(open + 1, (gsize)(close - open - 1));
        if (g_str_has_suffix(name, "_nl"))
            name[strlen(name) - strlen("_nl")] = '\0';
        g_ptr_array_add(slots, name);
        sentence = close + 1;
    }
    g_ptr_array_sort(slots, by_name);
    return slots;
}

static void test_catalogue(void)
{
    for (int i = 0; i < EZ_REFUSALS; i++) {
        const EzRefusalRecord *record = ez_refusal_record((EzRefusal)i);
        g_autoptr(GPtrArray) en = slots_of(record->en), nl = slots_of(record->nl);
        g_test_message("%s", record->name);
        g_assert_cmpuint(en->len, ==, nl->len);
        for (guint k = 0; k < en->len; k++)
            g_assert_cmpstr(en->pdata[k], ==, nl->pdata[k]);
        g_assert_false(g_str_has_suffix(record->en, ".") || g_str_has_suffix(record->nl, "."));
    }
}

// ---- errors --------------------------------------------------------------------

static void test_languages(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(ez_refuse(&error, EZ_REFUSE_TEXT_TOO_LONG, "length", EZ_NUMBER(300), "most",
                             EZ_NUMBER(280), NULL));
    g_assert_error(error, EZ_SESSION_ERROR, (int)EZ_SESSION_REFUSED);
    g_assert_cmpstr(error->message, ==, "this is 300 characters long, and 280 at most");
    g_assert_cmpstr(ez_error_words(error, "en"), ==, error->message);
    g_assert_cmpstr(ez_error_words(error, "nl"), ==,
                    "dit zijn 300 tekens, en het mogen er 280 zijn");
    ez_refuse(NULL, EZ_REFUSE_NOT_TEXT, NULL);
}

// A copy speaks Dutch after the first is gone, and what stands in a slot is not looked through.
static void test_copied(void)
{
    GError *first = NULL;
    ez_fail(&first, EZ_STORE_ERROR, 3, EZ_REFUSE_FILE_MISSING, "file", "{file}.ezsession",
            NULL);
    g_autoptr(GError) copy = g_error_copy(first);
    g_error_free(first);
    g_assert_error(copy, EZ_STORE_ERROR, 3);
    g_assert_cmpstr(ez_error_words(copy, "nl"), ==, "{file}.ezsession: deze sessie is er niet");
}

static void test_foreign(void)
{
    g_autoptr(GError) io = g_error_new(G_IO_ERROR, G_IO_ERROR_FAILED, "elsewhere");
    g_autoptr(GError) plain = g_error_new(EZ_STORE_ERROR, 1, "no Dutch");
    g_assert_cmpstr(ez_error_words(io, "nl"), ==, "elsewhere");
    g_assert_cmpstr(ez_error_words(plain, "nl"), ==, "no Dutch");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/refusal/catalogue-has-the-same-slots-in-both-languages", test_catalogue);
    g_test_add_func("/refusal/is-told-in-the-language-asked-for", test_languages);
    g_test_add_func("/refusal/copy-keeps-its-dutch", test_copied);
    g_test_add_func("/refusal/foreign-errors-keep-their-message", test_foreign);
    return g_test_run();
}
