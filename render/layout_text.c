// SPDX-License-Identifier: EUPL-1.2
// The words of a node: styles resolved, pieces joined to spans, and the largest size that fits.
#include "render/layout-private.h"

#include "render/markup.h"
#include "render/typography.h"

#include <string.h>

enum { SHOWN = 32 };

// How letters look at one point of the tree of pieces.
typedef struct Look {
    const char *font; // the theme's name
    int weight;
    bool italic;
    double scale, tracking; // of the size; pt
    const char *features, *language, *colour;
    const EzNode *node; // that said so last
    EzPlace marked;     // of the words, when a sign in them said so
    TextPart part;      // its colour is filled in at the end
} Look;

typedef struct Gather {
    Layout *l;
    const EzNode *node;
    const EzStyle *style;
    GArray *spans; // of EzSpan, with sizes relative to 1
    GArray *parts; // of TextPart, one a span
    gunichar before;
    TextBlock *block;
    bool said, torn; // there are words that people typed; they may be broken anywhere
} Gather;

static const struct {
    EzNodeKind kind;
    const char *style;
} default_styles[] = {
    {EZ_NODE_HEADING, "title"}, {EZ_NODE_TEXT, "body"}, {EZ_NODE_QUOTE, "quote"},
    {EZ_NODE_TAB, "tab"},       {EZ_NODE_CHIP, "chip"},
};

static const EzStyle *find_style(Layout *l, const EzNode *node)
{
    const char *name = node->style;
    for (size_t i = 0; name == NULL && i < G_N_ELEMENTS(default_styles); i++)
        if (default_styles[i].kind == node->kind)
            name = default_styles[i].style;
    const EzStyle *style = ez_theme_style(l->in->theme, name);
    if (style != NULL)
        return style;
    const char **names = ez_theme_style_names(l->in->theme);
    g_autofree char *hint = ez_diag_did_you_mean(name, names);
    g_free(names);
    l->guessed = true;
    ez_diag_report(l->in->diags, EZ_UNKNOWN_STYLE, ez_origin_value(node->origin, "style"), hint,
                   "style", name, NULL);
    return NULL;
}

// ---- gathering spans ---------------------------------------------------------------------

// "it has 400, 400 italic, 600, 700"; owned by the caller.
static char *weights_of(const EzFonts *fonts, const char *family)
{
    GString *out = g_string_new(NULL);
    for (int look = 2; look <= 2001; look++) // weight and slope as one number, in order
        if (ez_fonts_find(fonts, family, look / 2, look % 2 == 1) != NULL)
            g_string_append_printf(out, "%s%d%s", out->len > 0 ? ", " : "it has ", look / 2,
                                   look % 2 == 1 ? " italic" : "");
    return g_string_free(out, FALSE);
}

// Told at the style, unless an inline node such as bold asked for it. A family that is missing was told with the theme.
static void tell_no_font(Layout *l, const Look *look, const EzStyle *style, const char *family)
{
    l->guessed = true;
    if (!g_strv_contains(ez_fonts_families(ez_typesetter_fonts(l->in->typesetter)), family))
        return;
    g_autofree char *hint = weights_of(ez_typesetter_fonts(l->in->typesetter), family);
    g_autofree char *words =
        g_strdup_printf("of weight %d%s", look->weight, look->italic ? ", italic" : "");
    bool own = ez_node_records[look->node->kind].is_inline;
    EzPlace place = look->marked.source != NULL ? look->marked
                    : own                       ? ez_origin_place(look->node->origin)
                          : ez_style_place(style, look->italic ? "italic" : "weight");
    ez_diag_report(l->in->diags, EZ_NO_FONT, place, hint, "family", family, "style", words,
                   NULL);
}

static const EzFont *font_of(Layout *l, const Look *look, const EzStyle *style)
{
    const EzThemeFont *named =
        ez_theme_font(l->in->theme, look->font != NULL ? look->font : "");
    if (named == NULL)
        return NULL; // told when the theme was read
    const EzFont *font = ez_fonts_find(ez_typesetter_fonts(l->in->typesetter), named->family,
                                       look->weight, look->italic);
    if (font == NULL)
        tell_no_font(l, look, style, named->family);
    return font;
}

static const char *prepared(Gather *g, const char *text, const char *language)
{
    EzArena *arena = ez_scene_arena(g->l->in->scene);
    if (!g->l->in->theme->typography)
        return ez_arena_copy(arena, text, strlen(text) + 1);
    g_autofree char *typeset = ez_typography_apply(text, language, g->before);
    return ez_arena_copy(arena, typeset, strlen(typeset) + 1);
}

// The text is prepared, and lies in the scene's arena.
static void add_span(Gather *g, const char *text, const Look *look)
{
    const EzFont *font = font_of(g->l, look, g->style);
    if (font == NULL || text[0] == '\0')
        return;
    EzSpan span = {.font = font,
                   .size = look->scale,
                   .tracking = look->tracking,
                   .features = look->features,
                   .language = look->language,
                   .hyphenate = g->style->hyphenate};
    span.text = text;
    span.tag = (int)g->spans->len;
    TextPart part = look->part;
    EzColour ink = EZ_WHITE;
    ez_theme_colour(g->l->in->theme, g->style->colour, &ink);
    bool symbol = look->node->ink != NULL;
    part.colour =
        ez_layout_colour(g->l, look->node, symbol ? "ink" : "colour", look->colour, ink);
    if (part.address != NULL) // in the theme's colour of links, where it has one
        ez_theme_colour(g->l->in->theme, "link", &part.colour);
    g->before =
        g_utf8_get_char(g_utf8_find_prev_char(span.text, span.text + strlen(span.text)));
    g->block->marked = g->block->marked || part.role != EZ_ROLE_SPAN;
    g_array_append_val(g->spans, span);
    g_array_append_val(g->parts, part);
}

// Of megabytes no more is read than is shown.
char *ez_layout_beginning(const char *words, int most)
{
    const char *end = words, *cut = words;
    for (int i = 0; i < most && *end != '\0'; i++) {
        cut = end;
        end = g_utf8_next_char(end);
    }
    return *end == '\0' ? g_strdup(words) : g_strdup_printf("%.*s…", (int)(cut - words), words);
}

// ---- signs in the words ------------------------------------------------------------------

static void tell_signs(Gather *g, const EzMarkup *markup, const char *words, EzPlace place)
{
    const EzLayout *in = g->l->in;
    if (markup->bad_link != NULL)
        ez_diag_report(in->diags, EZ_BAD_LINK, place, NULL, "thing", in->thing, "address",
                       markup->bad_link, NULL);
    if (markup->unclosed < 0)
        return;
    char sign[] = {words[markup->unclosed], '\0'};
    g_autofree char *behind = ez_layout_beginning(words + markup->unclosed + 1, SHOWN);
    ez_diag_report(in->diags, EZ_UNCLOSED_SIGN, place, NULL, "thing", in->thing, "sign", sign,
                   "text", behind, NULL);
}

// Slanted words that are emphasised within slanted words stand upright.
static Look marked_look(const Look *outer, const EzMarkupSpan *span, EzPlace place)
{
    Look look = *outer;
    if (span->strong || span->emphasised)
        look.marked = place;
    if (span->emphasised) {
        look.italic = !look.italic;
        look.part.role = EZ_ROLE_EMPHASIS;
    }
    if (span->strong) {
        look.weight = MAX(look.weight, 700);
        look.part.role = EZ_ROLE_STRONG;
    }
    return look;
}

// The words of the link that begins with this span.
static const char *link_name(Gather *g, const EzMarkup *markup, int span)
{
    int first = markup->spans[span].start, end = first;
    for (int i = span; i < markup->n_spans && markup->spans[i].link == markup->spans[span].link;
         i++)
        end = markup->spans[i].end;
    return ez_arena_printf(g->l->arena, "%.*s", end - first, markup->text + first);
}

// ---- icons in a line -----------------------------------------------------------------------

static bool has_icon(const char *name, void *data)
{
    const EzLayout *in = ((const Layout *)data)->in;
    return in->icon != NULL && in->icon(name, in->icon_data) != NULL;
}

// An icon is as wide and tall as the type is large. It is not read aloud: its name is no word of the text's language.
static void add_icon(Gather *g, const char *name, const Look *look, EzPlace place)
{
    const EzPictureFault *fault = NULL;
    const EzPictureFile *file = g->l->in->icon(name, g->l->in->icon_data);
    char colour[8];
    guint before = g->spans->len;
    add_span(g, "\uFFFC", look);
    if (g->spans->len == before)
        return; // no font: told
    g_array_index(g->spans, EzSpan, g->spans->len - 1).object = 1;
    TextPart *part = &g_array_index(g->parts, TextPart, g->parts->len - 1);
    ez_colour_hex(part->colour, colour);
    part->icon = ez_pictures_get(g->l->in->pictures, file, colour, &fault);
    if (part->icon == NULL)
        ez_diag_report(g->l->in->diags, fault->code, place, fault->hint, "file", file->path,
                       "detail", fault->detail, NULL);
}

// ---- words of an author --------------------------------------------------------------------

// The words of an author, with what their signs mean. They are typeset as a whole, so that quotes and numbers see their neighbours.
static void add_words(Gather *g, const char *words, const Look *look, EzPlace place)
{
    if (ez_markup_is_plain(words)) {
        add_span(g, prepared(g, words, look->language), look);
        return;
    }
    const EzMarkup *markup = ez_markup_parse(g->l->arena, words, has_icon, g->l);
    const char *set = prepared(g, markup->text, look->language), *name = NULL;
    int link = -1;
    tell_signs(g, markup, words, place);
    for (int i = 0; i < markup->n_spans; i++) {
        const EzMarkupSpan *span = &markup->spans[i];
        const char *end =
            ez_typography_follow(set, markup->text + span->start, span->end - span->start);
        Look own = marked_look(look, span, place);
        if (span->link != link && span->link >= 0)
            name = link_name(g, markup, i);
        link = span->link;
        if (span->icon) {
            g_autofree char *icon =
                g_strndup(markup->text + span->start, (size_t)(span->end - span->start));
            add_icon(g, icon, &own, place);
            set = end;
            continue;
        }
        if (link >= 0)
            own.part =
                (TextPart){.role = EZ_ROLE_LINK, .address = markup->links[link], .name = name};
        const char *cut = set; // a long text of one span is not copied
        if (markup->n_spans > 1)
            cut =
                ez_arena_printf(ez_scene_arena(g->l->in->scene), "%.*s", (int)(end - set), set);
        add_span(g, cut, &own);
        set = end;
    }
}

// ---- the tree of pieces --------------------------------------------------------------------

static Look inner_look(const Look *outer, const EzNode *node)
{
    Look look = *outer;
    look.node = node;
    if (node->kind == EZ_NODE_ITALIC)
        look.italic = true;
    if (node->kind == EZ_NODE_BOLD)
        look.weight = 700;
    if (node->kind == EZ_NODE_SMALL)
        look.scale *= 0.85;
    look.tracking = node->tracking != 0 ? node->tracking : look.tracking;
    look.features = node->features != NULL ? node->features : look.features;
    look.language = node->language != NULL ? node->language : look.language;
    look.colour = node->colour != NULL ? node->colour : look.colour;
    return look;
}

static void note_place(Gather *g, const char *words, EzPlace place)
{
    if (g->block->words != NULL || words[0] == '\0')
        return;
    g->block->words = words;
    g->block->place = place.source != NULL ? place : ez_origin_place(g->node->origin);
}

static void add_folio(Gather *g, const EzNode *node, const Look *look)
{
    Look inner = inner_look(look, node);
    if (g->l->folio == 0) {
        ez_diag_report(g->l->in->diags, EZ_LOST_FOLIO, ez_origin_place(node->origin), NULL,
                       "thing", g->l->in->thing, NULL);
        return;
    }
    g_autofree char *number = g_strdup_printf("%d", node->count ? g->l->folios : g->l->folio);
    const char *set = prepared(g, number, inner.language);
    note_place(g, set, ez_origin_place(node->origin));
    add_span(g, set, &inner);
}

static void gather(Gather *g, const EzNode *node, const Look *look)
{
    for (int i = 0; i < node->n_pieces; i++) {
        const EzPiece *piece = &node->pieces[i];
        if (piece->node != NULL && piece->node->kind == EZ_NODE_FOLIO) {
            add_folio(g, piece->node, look);
            continue;
        }
        if (piece->node != NULL) {
            Look inner = inner_look(look, piece->node);
            gather(g, piece->node, &inner);
            continue;
        }
        Look own = *look;
        if (piece->language != NULL)
            own.language = piece->language;
        bool text = piece->text != NULL;
        int language = g->l->in->language;
        const char *words = text ? ez_text_in(piece->text, language) : piece->plain;
        EzPlace place = text ? ez_text_place(piece->text, language) : piece->place;
        note_place(g, words, place);
        g->said = g->said || piece->said;
        if (piece->said)
            words = ez_layout_printable(g->l, words, g->torn);
        if (piece->verbatim)
            add_span(g, prepared(g, words, own.language), &own);
        else
            add_words(g, words, &own, place);
    }
}

// ---- fitting --------------------------------------------------------------------------------

typedef struct Fit {
    Gather *g;
    const EzCopy *copy;
    double width, leading; // mm; pt at the style's own size
    int lines;             // most; 0 = any
    EzSetting setting;
} Fit;

static bool fits(const Fit *f, double size)
{
    double widest;
    int lines = ez_copy_lines(f->copy, size, f->width, &widest);
    return (f->lines == 0 || lines <= f->lines) && (f->width <= 0 || widest <= f->width + 0.01);
}

// The largest size from `largest` down to `smallest`, in steps of half a point, at which the
// text fits. Plainly broken: no setting takes more lines.
static double find_size(const Fit *f, double largest, double smallest)
{
    for (double size = largest; size > smallest; size -= 0.5)
        if (fits(f, size))
            return size;
    return smallest;
}

static void tell_lines(const Fit *f, const TextBlock *block, bool shrunk)
{
    Layout *l = f->g->l;
    g_autofree char *words = ez_layout_beginning(block->words, SHOWN);
    g_autofree char *found = g_strdup_printf("%d", block->paragraph->n_lines);
    g_autofree char *lines = g_strdup_printf("%d", f->lines);
    char size[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(size, sizeof size, "%g", block->size);
    if (!shrunk) {
        ez_diag_report(l->in->diags, EZ_TOO_MANY_LINES, block->place, NULL, "thing",
                       l->in->thing, "text", words, "found", found, "lines", lines, NULL);
        return;
    }
    g_autofree char *mm =
        ez_layout_tenths_over((block->paragraph->n_lines - f->lines) * block->leading);
    g_autofree char *problem =
        g_strdup_printf("at %s pt, the smallest, it takes %s lines of %s and is %s mm too tall",
                        size, found, lines, mm);
    ez_diag_report(l->in->diags, EZ_NO_FIT, block->place, "shorten the text", "thing",
                   l->in->thing, "text", words, "problem", problem, NULL);
}

void ez_layout_tell_wide(Layout *l, const TextBlock *block, double by)
{
    g_autofree char *words = ez_layout_beginning(block->words, SHOWN);
    g_autofree char *mm = ez_layout_tenths_over(by);
    ez_diag_report(l->in->diags, EZ_WIDE_WORD, block->place, NULL, "thing", l->in->thing,
                   "text", words, "by", mm, NULL);
}

static void tell_missing(const Fit *f, const TextBlock *block)
{
    char glyph[8] = {0};
    g_unichar_to_utf8(block->paragraph->missing, glyph);
    g_autofree char *code = g_strdup_printf("%04X", block->paragraph->missing);
    ez_diag_report(f->g->l->in->diags, EZ_NO_GLYPH, block->place, NULL, "thing",
                   f->g->l->in->thing, "glyph", glyph, "code", code, NULL);
}

static void check_block(const Fit *f, const TextBlock *block, bool shrunk)
{
    if (block->paragraph->missing != 0)
        tell_missing(f, block);
    if (f->lines > 0 && block->paragraph->n_lines > f->lines)
        tell_lines(f, block, shrunk);
    else if (f->width > 0 && block->paragraph->width > f->width + 0.01)
        ez_layout_tell_wide(f->g->l, block, block->paragraph->width - f->width);
}

static Fit fit_of(Gather *g, double width)
{
    const EzNode *node = g->node;
    const EzStyle *style = g->style;
    static const EzSetting settings[] = {
        [EZ_FLOW_PLAIN] = EZ_SETTING_PLAIN,
        [EZ_FLOW_BALANCE] = EZ_SETTING_BALANCE,
        [EZ_FLOW_PRETTY] = EZ_SETTING_PRETTY,
        [EZ_FLOW_JUSTIFY] = EZ_SETTING_JUSTIFY,
    };
    int flow = node->flow > 0 ? node->flow - 1
                              : style->flow; // the node counts from "as the style says"
    EzArena *arena = ez_scene_arena(g->l->in->scene);
    const EzSpan *spans = ez_arena_copy(arena, g->spans->data, sizeof(EzSpan) * g->spans->len);
    return (Fit){.g = g,
                 .copy = ez_copy_new(g->l->in->typesetter, arena, spans, (int)g->spans->len),
                 .width = width,
                 .leading = node->leading > 0 ? node->leading : style->leading,
                 .lines = node->lines > 0 ? node->lines : style->lines,
                 .setting = settings[flow]};
}

static double even_size(const Gather *g, double size)
{
    const EzLayout *in = g->l->in;
    const char *kind = g->node->name != NULL ? g->node->name : g->style->name;
    return g->node->even && in->sizes != NULL
               ? ez_sizes_even(in->sizes, kind, in->language, size)
               : size;
}

// False where words that people typed stick out, and may yet be torn.
static bool set_block(Gather *g, double width)
{
    const EzNode *node = g->node;
    const EzStyle *style = g->style;
    Fit fit = fit_of(g, width);
    EzPair range = node->fit.given ? node->fit : style->fit;
    double size = node->size > 0 ? node->size : style->size;
    if (range.given)
        size = even_size(g, find_size(&fit, range.x, range.y));
    TextBlock *block = g->block;
    block->size = size;
    // A leading is meant for the size that stands beside it, and shrinks along.
    double own = node->fit.given ? node->fit.x : node->size > 0 ? node->size : style->size;
    block->leading =
        ez_mm_from_pt(fit.leading * size / (node->leading > 0 ? own : style->size));
    block->paragraph = ez_copy_set(fit.copy, size, fit.width, fit.setting);
    block->parts = ez_arena_copy(g->l->arena, g->parts->data, g->parts->len * sizeof(TextPart));
    bool wide = width > 0 && block->paragraph->width > width + 0.01;
    if (wide && g->said && !g->torn)
        return false;
    check_block(&fit, block, range.given);
    return true;
}

static void set_words(Gather *g, const Look *look, double width)
{
    gather(g, g->node, look);
    if (g->spans->len == 0 || set_block(g, width))
        return;
    g_array_set_size(g->spans, 0);
    g_array_set_size(g->parts, 0);
    g->torn = true;
    gather(g, g->node, look);
    set_block(g, width);
}

TextBlock *ez_layout_text(Layout *l, const EzNode *node, double width)
{
    const EzStyle *style = find_style(l, node);
    if (style == NULL)
        return NULL;
    TextBlock *block = ez_arena_make(l->arena, TextBlock);
    block->style = style;
    Gather g = {.l = l, .node = node, .style = style, .block = block};
    g.spans = g_array_new(FALSE, FALSE, sizeof(EzSpan));
    g.parts = g_array_new(FALSE, FALSE, sizeof(TextPart));
    g_autofree char *wished = ez_style_features(style);
    const char *features = ez_arena_intern(ez_scene_arena(l->in->scene), wished);
    Look plain = {.font = style->font,
                  .weight = (int)style->weight,
                  .italic = style->italic,
                  .scale = 1,
                  .tracking = style->tracking,
                  .features = features,
                  .language = l->in->language_code,
                  .node = node,
                  .part = {.role = EZ_ROLE_SPAN}};
    Look look = inner_look(&plain, node);
    if (node->kind == EZ_NODE_TAB || node->kind == EZ_NODE_CHIP)
        look.colour = node->ink; // a symbol's colour is its shape's
    set_words(&g, &look, width);
    g_array_unref(g.spans);
    g_array_unref(g.parts);
    return block->paragraph != NULL && block->paragraph->n_lines > 0 ? block : NULL;
}
