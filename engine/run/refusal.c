// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/refusal.h"

#include <string.h>

static const EzRefusalRecord records[] = {
#define EZ_REFUSAL(name, en, nl) {#name, en, nl},
#include "engine/run/refusal.inc"
#undef EZ_REFUSAL
};

const EzRefusalRecord *ez_refusal_record(EzRefusal refusal)
{
    return &records[refusal];
}

// ---- errors that carry their Dutch ---------------------------------------------

typedef struct Carried {
    char *nl; // NULL = there is none
} Carried;

// GLib keeps the data of an error before the error, aligned like this (see G_DEFINE_EXTENDED_ERROR).
static Carried *carried(const GError *error)
{
    const gsize align = 2 * sizeof(gsize);
    return (Carried *)(void *)((guint8 *)error - ((sizeof(Carried) + (align - 1)) & -align));
}

static void init_carried(GError *error)
{
    carried(error)->nl = NULL;
}

static void copy_carried(const GError *from, GError *to)
{
    carried(to)->nl = g_strdup(carried(from)->nl);
}

static void clear_carried(GError *error)
{
    g_free(carried(error)->nl);
}

static GQuark new_domain(const char *name)
{
    return g_error_domain_register_static(name, sizeof(Carried), init_carried, copy_carried,
                                          clear_carried);
}

GQuark ez_session_error_quark(void)
{
    static gsize domain = 0;
    if (g_once_init_enter(&domain))
        g_once_init_leave(&domain, new_domain("ez-session-error"));
    return (GQuark)domain;
}

GQuark ez_store_error_quark(void)
{
    static gsize domain = 0;
    if (g_once_init_enter(&domain))
        g_once_init_leave(&domain, new_domain("ez-store-error"));
    return (GQuark)domain;
}

const char *ez_error_words(const GError *error, const char *language)
{
    bool ours = error->domain == EZ_SESSION_ERROR || error->domain == EZ_STORE_ERROR;
    const char *nl = ours ? carried(error)->nl : NULL;
    return nl != NULL && strcmp(language, "nl") == 0 ? nl : error->message;
}

// ---- saying no -----------------------------------------------------------------

static const char *find_slot(const char *name, gsize length, va_list pairs)
{
    const char *slot;
    while ((slot = va_arg(pairs, const char *)) != NULL) {
        const char *text = va_arg(pairs, const char *);
        if (strlen(slot) == length && strncmp(slot, name, length) == 0)
            return text != NULL ? text : "";
    }
    g_critical("the slot {%.*s} of a sentence is not given", (int)length, name);
    return "";
}

// In one pass: a text that holds braces is left alone.
static char *fill(const char *sentence, va_list pairs)
{
    GString *out = g_string_new(NULL);
    for (const char *open; (open = strchr(sentence, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        va_list again;
        va_copy(again, pairs);
        g_string_append_len(out, sentence, open - sentence);
        g_string_append(out, find_slot(open + 1, (gsize)(close - open - 1), again));
        va_end(again);
        sentence = close + 1;
    }
    g_string_append(out, sentence);
    return g_string_free(out, FALSE);
}

static bool fail(GError **error, GQuark domain, int code, EzRefusal refusal, va_list pairs)
{
    g_autofree char *en = fill(records[refusal].en, pairs);
    GError *made = g_error_new_literal(domain, code, en);
    carried(made)->nl = fill(records[refusal].nl, pairs);
    g_propagate_error(error, made);
    return false;
}

bool ez_refuse(GError **error, EzRefusal refusal, ...)
{
    va_list pairs;
    va_start(pairs, refusal);
    fail(error, EZ_SESSION_ERROR, EZ_SESSION_REFUSED, refusal, pairs);
    va_end(pairs);
    return false;
}

bool ez_fail(GError **error, GQuark domain, int code, EzRefusal refusal, ...)
{
    va_list pairs;
    va_start(pairs, refusal);
    fail(error, domain, code, refusal, pairs);
    va_end(pairs);
    return false;
}
