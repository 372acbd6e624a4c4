// SPDX-License-Identifier: EUPL-1.2
// The file as a whole: what it says that it is, and what may not be in it.
#include "print/preflight-private.h"

#include <string.h>

enum { XMP_MOST = 4 * 1024 * 1024, INTENTS = 16 };

// ---- metadata -------------------------------------------------------------------

// XMP that is read: whole, and XML.
static char *read_xmp(EzPreflight *p)
{
    qpdf_oh stream = ez_doc_get(p->doc, qpdf_get_root(p->doc->q), "/Metadata");
    g_autoptr(GBytes) bytes = ez_doc_stream(p->doc, stream);
    size_t size = 0;
    const char *text = bytes != NULL ? g_bytes_get_data(bytes, &size) : NULL;
    if (text == NULL || size == 0 || size > XMP_MOST)
        return g_strdup("");
    static const GMarkupParser nothing = {0};
    GMarkupParseContext *context = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    bool good = g_markup_parse_context_parse(context, text, (gssize)size, NULL) &&
                g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    return good ? g_strndup(text, size) : g_strdup("");
}

// The value of a property, as an element or an attribute; NULL when there is none. Owned by the caller.
static char *xmp_value(const EzPreflight *p, const char *property)
{
    for (const char *at = p->xmp; (at = strstr(at, property)) != NULL;) {
        at += strlen(property);
        if (at[0] == '>')
            return g_strndup(at + 1, strcspn(at + 1, "<"));
        if (at[0] == '=' && (at[1] == '"' || at[1] == '\''))
            return g_strndup(at + 2, strcspn(at + 2, "\"'"));
    }
    return NULL;
}

static qpdf_oh info_of(EzPreflight *p)
{
    return ez_doc_get(p->doc, qpdf_get_trailer(p->doc->q), "/Info");
}

void ez_preflight_claims(EzPreflight *p)
{
    p->xmp = read_xmp(p);
    p->x_version = xmp_value(p, ":GTS_PDFXVersion");
    if (p->x_version == NULL)
        p->x_version =
            g_strdup(ez_preflight_text(p, ez_doc_get(p->doc, info_of(p), "/GTS_PDFXVersion")));
    g_autofree char *part = xmp_value(p, "pdfuaid:part");
    p->claims_ua = part != NULL;
}

static void check_metadata(EzPreflight *p)
{
    g_autofree char *part = xmp_value(p, "pdfuaid:part");
    g_autofree char *title = xmp_value(p, "dc:title");
    bool elder = p->report->kind == EZ_PREFLIGHT_PRESS && ez_preflight_is_opaque(p);
    if (p->xmp[0] == '\0' && !elder) // PDF/X-1a and X-3 say what they are in Info
        ez_preflight_find(p, EZ_RULE_FILE_XMP, NULL, NULL);
    if (p->x_version == NULL || !g_str_has_prefix(p->x_version, "PDF/X-"))
        ez_preflight_find(p, EZ_RULE_FILE_PDFX, NULL, NULL);
    if (g_strcmp0(part, "1") != 0)
        ez_preflight_find(p, EZ_RULE_FILE_PDFUA, NULL, NULL);
    const char *inner = strstr(p->xmp, "dc:title");
    const char *item = inner != NULL ? strstr(inner, "<rdf:li") : NULL;
    const char *text = item != NULL ? strchr(item, '>') : NULL;
    if (title == NULL || (text != NULL && (text[1] == '<' || text[1] == '\0')))
        ez_preflight_find(p, EZ_RULE_FILE_TITLE, NULL, NULL);
}

// ---- what may not be in it ------------------------------------------------------

static bool is_script(EzPreflight *p, qpdf_oh action)
{
    return ez_doc_is(p->doc, ez_doc_get(p->doc, action, "/S"), "/JavaScript") ||
           !qpdf_oh_is_null(p->doc->q, ez_doc_get(p->doc, action, "/JS"));
}

static bool has_script(EzPreflight *p, qpdf_oh root, qpdf_oh names)
{
    if (is_script(p, ez_doc_get(p->doc, root, "/OpenAction")) ||
        !qpdf_oh_is_null(p->doc->q, ez_doc_get(p->doc, names, "/JavaScript")))
        return true;
    qpdf_oh actions = ez_doc_get(p->doc, root, "/AA");
    g_auto(GStrv) keys = ez_doc_keys(p->doc, actions);
    for (int i = 0; keys[i] != NULL; i++)
        if (is_script(p, ez_doc_get(p->doc, actions, keys[i])))
            return true;
    return false;
}

static void check_extras(EzPreflight *p, qpdf_oh root)
{
    qpdf_oh names = ez_doc_get(p->doc, root, "/Names");
    if (has_script(p, root, names))
        ez_preflight_find(p, EZ_RULE_FILE_SCRIPT, NULL, NULL);
    if (!qpdf_oh_is_null(p->doc->q, ez_doc_get(p->doc, names, "/EmbeddedFiles")))
        ez_preflight_find(p, EZ_RULE_FILE_ATTACHMENT, NULL, NULL);
    if (!qpdf_is_encrypted(p->doc->q))
        return;
    ez_preflight_find(p, EZ_RULE_FILE_ENCRYPTED, NULL, NULL);
    if (!qpdf_allow_accessibility(p->doc->q))
        ez_preflight_find(p, EZ_RULE_FILE_READ_ALOUD, NULL, NULL);
}

// ---- what must be said ----------------------------------------------------------

static void check_trapped(EzPreflight *p)
{
    qpdf_oh trapped = ez_doc_get(p->doc, info_of(p), "/Trapped");
    if (!ez_doc_is(p->doc, trapped, "/True") && !ez_doc_is(p->doc, trapped, "/False"))
        ez_preflight_find(p, EZ_RULE_FILE_TRAPPED, NULL, NULL);
}

static bool is_intent(EzPreflight *p, qpdf_oh intent)
{
    if (!ez_doc_is(p->doc, ez_doc_get(p->doc, intent, "/S"), "/GTS_PDFX"))
        return false;
    if (qpdf_oh_is_stream(p->doc->q, ez_doc_get(p->doc, intent, "/DestOutputProfile")))
        return true;
    return qpdf_oh_is_string(p->doc->q,
                             ez_doc_get(p->doc, intent, "/OutputConditionIdentifier")) &&
           qpdf_oh_is_string(p->doc->q, ez_doc_get(p->doc, intent, "/RegistryName"));
}

static void check_intent(EzPreflight *p, qpdf_oh root)
{
    qpdf_oh intents = ez_doc_get(p->doc, root, "/OutputIntents");
    for (int i = 0; i < MIN(INTENTS, ez_doc_items(p->doc, intents)); i++)
        if (is_intent(p, ez_doc_item(p->doc, intents, i)))
            return;
    ez_preflight_find(p, EZ_RULE_FILE_INTENT, NULL, NULL);
}

static void check_version(EzPreflight *p)
{
    const char *version = qpdf_get_pdf_version(p->doc->q);
    double number = g_ascii_strtod(version, NULL), most = 1.7;
    if (ez_preflight_is_opaque(p))
        most = 1.4;
    else if (p->x_version != NULL)
        most = 1.6;
    if (number > most + 0.001 || number < 1)
        ez_preflight_find(p, EZ_RULE_FILE_VERSION, NULL, "%s", version);
}

void ez_preflight_file(EzPreflight *p)
{
    qpdf_oh root = qpdf_get_root(p->doc->q);
    qpdf_oh viewer = ez_doc_get(p->doc, root, "/ViewerPreferences");
    if (ez_doc_items(p->doc, ez_doc_get(p->doc, qpdf_get_trailer(p->doc->q), "/ID")) != 2)
        ez_preflight_find(p, EZ_RULE_FILE_ID, NULL, NULL);
    if (!ez_graphics_true(p->doc, ez_doc_get(p->doc, viewer, "/DisplayDocTitle")))
        ez_preflight_find(p, EZ_RULE_FILE_SHOW_TITLE, NULL, NULL);
    if (ez_preflight_text(p, ez_doc_get(p->doc, root, "/Lang")) == NULL)
        ez_preflight_find(p, EZ_RULE_FILE_LANGUAGE, NULL, NULL);
    check_metadata(p);
    check_extras(p, root);
    check_trapped(p);
    check_intent(p, root);
    check_version(p);
}
