// SPDX-License-Identifier: EUPL-1.2
#include "print/preflight-private.h"

#include <math.h>
#include <string.h>

enum { FINDINGS = 500, HEAD = 1024, DETAIL = 80, LABELS_DEEP = 16 };

static const EzPreflightRule rules[] = {
#define EZ_RULE(name, id, kind, weight, clause, english, dutch)                                \
    {id, EZ_PREFLIGHT_##kind, EZ_PREFLIGHT_##weight, clause, {english, dutch}},
#include "print/preflight_rules.inc"
#undef EZ_RULE
};

const EzPreflightRule *ez_preflight_rules(int *count)
{
    *count = EZ_RULES;
    return rules;
}

GQuark ez_preflight_fault_quark(void)
{
    return g_quark_from_static_string("ez-preflight-fault");
}

// ---- findings -------------------------------------------------------------------

static void free_finding(void *data)
{
    EzPreflightFinding *finding = data;
    g_free(finding->label);
    g_free(finding->detail);
    g_free(finding);
}

// The entry of the page labels for a page: the last that starts at or before it.
static qpdf_oh label_entry(EzPreflight *p, qpdf_oh node, int page, int *start, int depth)
{
    qpdf_oh best = qpdf_oh_new_null(p->doc->q);
    qpdf_oh numbers = ez_doc_get(p->doc, node, "/Nums"),
            kids = ez_doc_get(p->doc, node, "/Kids");
    for (int i = 0; i + 1 < ez_doc_items(p->doc, numbers); i += 2) {
        int from = (int)ez_doc_number(p->doc, ez_doc_item(p->doc, numbers, i), G_MAXINT);
        if (from > page || from < *start)
            continue;
        *start = from;
        best = ez_doc_item(p->doc, numbers, i + 1);
    }
    for (int i = 0; depth < LABELS_DEEP && i < MIN(ez_doc_items(p->doc, kids), 64); i++) {
        qpdf_oh found = label_entry(p, ez_doc_item(p->doc, kids, i), page, start, depth + 1);
        best = qpdf_oh_is_null(p->doc->q, found) ? best : found;
    }
    return best;
}

static char *label_of(EzPreflight *p, int number)
{
    int start = 0;
    qpdf_oh tree = ez_doc_get(p->doc, qpdf_get_root(p->doc->q), "/PageLabels");
    qpdf_oh entry = label_entry(p, tree, number - 1, &start, LABELS_DEEP - 4);
    if (!qpdf_oh_is_dictionary(p->doc->q, entry))
        return NULL;
    const char *prefix = ez_preflight_text(p, ez_doc_get(p->doc, entry, "/P"));
    g_autofree char *head = g_strdup(prefix != NULL ? prefix : "");
    int first = (int)ez_doc_number(p->doc, ez_doc_get(p->doc, entry, "/St"), 1);
    bool counted = qpdf_oh_is_name(p->doc->q, ez_doc_get(p->doc, entry, "/S"));
    return counted ? g_strdup_printf("%s%d", head, first + number - 1 - start)
                   : g_steal_pointer(&head);
}

static void place(const EzPreflight *p, EzPreflightFinding *finding, const double box[4])
{
    double x = (box[0] - p->page.trim[0]) / 72 * 25.4,
           y = (p->page.trim[3] - box[3]) / 72 * 25.4;
    finding->placed = isfinite(x) && isfinite(y) && fabs(x) < 1e5 && fabs(y) < 1e5;
    finding->x = finding->placed ? x : 0;
    finding->y = finding->placed ? y : 0;
}

static EzPreflightWeight weight_of(const EzPreflight *p, const EzPreflightRule *rule)
{
    bool sure = p->report->declared || rule->kind == EZ_PREFLIGHT_BOTH;
    return sure ? rule->weight : EZ_PREFLIGHT_NOTE;
}

static void add_finding(EzPreflight *p, const EzPreflightRule *rule, const double *box,
                        char *detail, char *key)
{
    EzPreflightReport *report = p->report;
    EzPreflightFinding *finding = g_new0(EzPreflightFinding, 1);
    *finding =
        (EzPreflightFinding){.rule = rule, .page = p->number, .detail = detail, .count = 1};
    finding->weight = weight_of(p, rule);
    finding->label = p->number > 0 ? label_of(p, p->number) : NULL;
    if (box != NULL)
        place(p, finding, box);
    int *counts[] = {&report->notes, &report->warnings, &report->errors};
    ++*counts[finding->weight];
    g_ptr_array_add(report->findings, finding);
    g_hash_table_insert(p->known, key, finding);
}

// What a file calls its things may be of any bytes and any length.
static char *tidy(char *detail)
{
    char *valid = g_utf8_make_valid(detail, -1);
    g_free(detail);
    for (char *c = valid; *c != '\0'; c++)
        if ((unsigned char)*c < ' ')
            *c = ' ';
    if (g_utf8_strlen(valid, -1) > DETAIL)
        *g_utf8_offset_to_pointer(valid, DETAIL) = '\0';
    return valid;
}

void ez_preflight_find(EzPreflight *p, EzRule rule, const double *box, const char *format, ...)
{
    if ((rules[rule].kind & p->report->kind) == 0)
        return;
    char *detail = NULL;
    if (format != NULL) {
        va_list arguments;
        va_start(arguments, format);
        detail = tidy(g_strdup_vprintf(format, arguments));
        va_end(arguments);
    }
    char *key = g_strdup_printf("%d %d %s", (int)rule, p->number, detail != NULL ? detail : "");
    EzPreflightFinding *known = g_hash_table_lookup(p->known, key);
    if (known == NULL && p->report->findings->len < FINDINGS) {
        add_finding(p, &rules[rule], box, detail, key);
        return;
    }
    if (known != NULL)
        known->count++;
    // What is not listed still fails the file.
    else if (weight_of(p, &rules[rule]) == EZ_PREFLIGHT_ERROR)
        p->report->errors++;
    p->report->cut |= known == NULL;
    g_free(detail);
    g_free(key);
}

const char *ez_preflight_text(EzPreflight *p, qpdf_oh object)
{
    if (!qpdf_oh_is_string(p->doc->q, object))
        return NULL;
    const char *text = qpdf_oh_get_utf8_value(p->doc->q, object);
    return text[0] != '\0' ? text : NULL;
}

// ---- the pages ------------------------------------------------------------------

static void on_painted(const EzPainted *painted, void *data)
{
    EzPreflight *p = data;
    ez_preflight_tags_painted(p, painted);
    if (painted->kind == EZ_PAINT_TEXT)
        ez_preflight_font(p, painted);
    if (painted->hidden)
        return;
    ez_preflight_page_painted(p, painted);
    ez_preflight_colour(p, painted);
    ez_preflight_picture(p, painted);
    ez_preflight_line(p, painted);
}

static void on_marked(const EzMarked *marked, void *data)
{
    ez_preflight_tags_marked(data, marked);
}

static void tell_faults(EzPreflight *p, int faults)
{
    if (faults & (EZ_GRAPHICS_BROKEN | EZ_GRAPHICS_LOOP | EZ_GRAPHICS_OPEN_STATES))
        ez_preflight_find(p, EZ_RULE_PAGE_CONTENT, NULL, NULL);
    if (faults & EZ_GRAPHICS_LIMIT)
        ez_preflight_find(p, EZ_RULE_PAGE_LIMIT, NULL, NULL);
    if (faults & EZ_GRAPHICS_OPEN_MARKS)
        ez_preflight_find(p, EZ_RULE_TAG_OPEN, NULL, NULL);
}

static void judge_page(EzPreflight *p, EzGraphics *graphics, int number)
{
    p->number = number;
    p->page = (EzPage){.object = qpdf_get_page_n(p->doc->q, (size_t)number - 1)};
    p->page.id = qpdf_oh_get_object_id(p->doc->q, p->page.object);
    ez_preflight_page(p);
    ez_preflight_tags_page(p);
    tell_faults(p, ez_graphics_page(graphics, p->page.object));
    ez_preflight_appearances(p);
    ez_preflight_page_end(p);
    ez_preflight_tags_end(p);
    ez_doc_release(p->doc);
}

static int by_page(const void *a, const void *b)
{
    const EzPreflightFinding *const *one = a, *const *two = b;
    return (*one)->page - (*two)->page;
}

static void judge(EzPreflight *p)
{
    EzGraphicsHooks hooks = {on_painted, on_marked, p};
    g_autoptr(EzGraphics) graphics = ez_graphics_new(p->doc, &hooks);
    if (qpdf_more_warnings(p->doc->q))
        ez_preflight_find(p, EZ_RULE_FILE_REPAIRED, NULL, NULL);
    ez_preflight_file(p);
    if (p->report->kind & EZ_PREFLIGHT_SCREEN)
        ez_preflight_tags(p);
    ez_doc_release(p->doc);
    for (int i = 1; i <= p->report->pages; i++)
        judge_page(p, graphics, i);
    g_ptr_array_sort(p->report->findings, by_page);
}

// ---- the file -------------------------------------------------------------------

static void choose_kind(EzPreflight *p, EzPreflightKind asked)
{
    EzPreflightReport *report = p->report;
    int own = (p->x_version != NULL ? EZ_PREFLIGHT_PRESS : 0) |
              (p->claims_ua ? EZ_PREFLIGHT_SCREEN : 0);
    report->kind = asked != EZ_PREFLIGHT_OWN ? asked : (EzPreflightKind)own;
    report->declared = report->kind != EZ_PREFLIGHT_OWN;
    if (!report->declared)
        report->kind = EZ_PREFLIGHT_BOTH;
}

static bool has_head(GBytes *pdf)
{
    size_t size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    return g_strstr_len(bytes, (gssize)MIN(size, HEAD), "%PDF-") != NULL;
}

static EzDoc *open_doc(GBytes *pdf, GError **error)
{
    g_autoptr(GError) fault = NULL;
    EzPreflightFault code = EZ_PREFLIGHT_NO_PDF;
    EzDoc *doc = has_head(pdf) ? ez_doc_open(pdf, "PDF", &fault) : NULL;
    if (doc != NULL)
        return doc;
    if (fault != NULL)
        code = strstr(fault->message, "password") != NULL ? EZ_PREFLIGHT_LOCKED
                                                          : EZ_PREFLIGHT_DAMAGED;
    g_set_error(error, EZ_PREFLIGHT_FAULT, code, "%s",
                fault != NULL ? fault->message : "not a PDF");
    return NULL;
}

// A tree of pages that goes round and one that is missing both show here.
static int count_pages(EzDoc *doc, GError **error)
{
    g_autoptr(GError) fault = NULL;
    int pages = qpdf_get_num_pages(doc->q);
    bool read = ez_doc_check(doc, &fault);
    if (read && pages > 0) {
        qpdf_push_inherited_attributes_to_page(doc->q);
        read = ez_doc_check(doc, &fault);
    }
    if (read && pages > 0)
        return pages;
    g_set_error(error, EZ_PREFLIGHT_FAULT, read ? EZ_PREFLIGHT_NO_PAGES : EZ_PREFLIGHT_DAMAGED,
                "%s", fault != NULL ? fault->message : "no pages");
    return 0;
}

static EzPreflightReport *new_report(int pages)
{
    EzPreflightReport *report = g_new0(EzPreflightReport, 1);
    report->findings = g_ptr_array_new_with_free_func(free_finding);
    report->pages = pages;
    return report;
}

EzPreflightReport *ez_preflight(GBytes *pdf, EzPreflightKind kind, GError **error)
{
    g_autoptr(EzDoc) doc = open_doc(pdf, error);
    int pages = doc != NULL ? count_pages(doc, error) : 0;
    if (pages == 0)
        return NULL;
    EzPreflight p = {.doc = doc, .report = new_report(pages)};
    p.known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    p.fonts = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)ez_face_free);
    p.pictures = g_hash_table_new(NULL, NULL);
    ez_preflight_claims(&p);
    choose_kind(&p, kind);
    judge(&p);
    g_hash_table_unref(p.known);
    g_hash_table_unref(p.fonts);
    g_hash_table_unref(p.pictures);
    g_free(p.xmp);
    g_free(p.x_version);
    ez_preflight_tags_free(p.tags);
    return p.report;
}

void ez_preflight_report_free(EzPreflightReport *report)
{
    if (report == NULL)
        return;
    g_ptr_array_unref(report->findings);
    g_free(report);
}

bool ez_preflight_is_x1(const EzPreflight *p)
{
    return p->x_version != NULL && g_str_has_prefix(p->x_version, "PDF/X-1");
}

bool ez_preflight_is_opaque(const EzPreflight *p)
{
    return ez_preflight_is_x1(p) ||
           (p->x_version != NULL && g_str_has_prefix(p->x_version, "PDF/X-3"));
}
