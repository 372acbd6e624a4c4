// SPDX-License-Identifier: EUPL-1.2
#include "render/text_shape.h"

#include <string.h>

#include "render/fonts_pango.h"

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    HYPHEN = 0x2010,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF,
    // Points at which Pango shapes: its positions have 1/1024 of a point.
    PANGO_SIZE = 1000,
};

// ---- the shaping -----------------------------------------------------------------

static void add_feature(GArray *list, const char *text)
{
    hb_feature_t feature;
    if (hb_feature_from_string(text, -1, &feature))
        g_array_append_val(list, feature);
}

static void read_features(EzShaping *shaping)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(hb_feature_t));
    g_auto(GStrv) words = g_strsplit(shaping->features, ",", -1);
    for (int i = 0; words[i] != NULL; i++)
        add_feature(list, g_strstrip(words[i]));
    shaping->n_features = (int)list->len;
    shaping->list = (hb_feature_t *)(void *)g_array_free(list, FALSE);
}

void ez_shaping_init(EzShaping *shaping, EzFonts *fonts, const EzSpan *span, bool tracked)
{
    const char *own = span->features != NULL ? span->features : "";
    *shaping = (EzShaping){
        .fonts = fonts, .font = span->font, .language = g_intern_string(span->language)};
    shaping->features =
        tracked ? g_strconcat("liga=0,clig=0,dlig=0", *own != '\0' ? "," : "", own, NULL)
                : g_strdup(own);
    shaping->hb = ez_fonts_hb(fonts, span->font);
    shaping->unit = 1.0 / hb_face_get_upem(hb_font_get_face(shaping->hb));
    read_features(shaping);
}

void ez_shaping_clear(EzShaping *shaping)
{
    g_free(shaping->features);
    g_free(shaping->list);
}

double ez_shaping_space(const EzShaping *shaping, unsigned *glyph)
{
    hb_codepoint_t id = 0;
    hb_font_get_nominal_glyph(shaping->hb, ' ', &id);
    *glyph = id;
    return hb_font_get_glyph_h_advance(shaping->hb, id) * shaping->unit;
}

// ---- characters --------------------------------------------------------------------

static bool leaves_nothing(gunichar c)
{
    return c == SOFT_HYPHEN || c == WORD_JOINER || c == ZERO_WIDTH_SPACE ||
           c == BYTE_ORDER_MARK;
}

int ez_shown_bytes(const char *text, int bytes)
{
    int shown = 0;
    for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p))
        if (!leaves_nothing(g_utf8_get_char(p)))
            shown += (int)(g_utf8_next_char(p) - p);
    return shown;
}

// Letters that HarfBuzz sets one after the other without more knowledge of a script.
static bool is_plain(gunichar c)
{
    return (c >= 0x20 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00) ||
           (c >= 0x2010 && c < 0x2028) || (c >= 0x2030 && c < 0x2060) ||
           (c >= 0x20A0 && c < 0x20D0) || (c >= 0x2100 && c < 0x2400);
}

// The characters of a word that make glyphs.
typedef struct Shown {
    GString *text;
    bool plain; // all are plain, and in the font
} Shown;

static Shown show(const EzShaping *shaping, const char *text, int bytes)
{
    Shown shown = {g_string_sized_new((gsize)bytes + 1), true};
    for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        hb_codepoint_t id;
        if (leaves_nothing(c))
            continue;
        shown.plain =
            shown.plain && is_plain(c) && hb_font_get_nominal_glyph(shaping->hb, c, &id);
        g_string_append_len(shown.text, p, g_utf8_next_char(p) - p);
    }
    return shown;
}

// The hyphen that shows at the end of a line.
static void append_hyphen(const EzShaping *shaping, Shown *shown)
{
    hb_codepoint_t id;
    bool own = hb_font_get_nominal_glyph(shaping->hb, HYPHEN, &id);
    g_string_append_unichar(shown->text, own ? HYPHEN : '-');
}

// ---- filling a word ----------------------------------------------------------------

// What is known of one glyph before clusters are made: the byte of its character.
typedef struct Raw {
    EzGlyph glyph;
    double advance;
    int byte;
} Raw;

static void fill_ink(const EzShaping *shaping, EzShape *shape)
{
    hb_font_t *font = ez_fonts_hb(shaping->fonts, shape->font);
    double unit = 1.0 / hb_face_get_upem(hb_font_get_face(font));
    bool any = false;
    for (int i = 0; i < shape->n_glyphs; i++) {
        hb_glyph_extents_t box;
        const EzGlyph *glyph = &shape->glyphs[i];
        if (!hb_font_get_glyph_extents(font, glyph->id, &box) || box.width == 0)
            continue;
        double left = glyph->x + box.x_bearing * unit, top = glyph->y - box.y_bearing * unit;
        double right = left + box.width * unit, bottom = top - box.height * unit;
        shape->ink_left = any ? MIN(shape->ink_left, left) : left;
        shape->ink_top = any ? MIN(shape->ink_top, top) : top;
        shape->ink_right = any ? MAX(shape->ink_right, right) : right;
        shape->ink_bottom = any ? MAX(shape->ink_bottom, bottom) : bottom;
        any = true;
    }
}

// Glyphs of one font, in text order, whose characters are text[0, bytes).
static void fill_shape(const EzShaping *shaping, EzArena *arena, const GArray *raws,
                       const char *text, int bytes, EzShape *shape)
{
    EzGlyph *glyphs = ez_arena_array(arena, EzGlyph, raws->len);
    EzCluster *clusters = ez_arena_array(arena, EzCluster, raws->len);
    int start = 0;
    for (guint i = 0; i < raws->len; i++) {
        const Raw *raw = &g_array_index(raws, Raw, i);
        glyphs[i] = raw->glyph;
        shape->advance += raw->advance;
        if (i == 0 || raw->byte != start) {
            if (i > 0)
                clusters[shape->n_clusters - 1].bytes = raw->byte - start;
            start = i == 0 ? 0 : raw->byte;
            shape->n_clusters++;
        }
        clusters[shape->n_clusters - 1].glyphs++;
    }
    if (shape->n_clusters > 0)
        clusters[shape->n_clusters - 1].bytes = bytes - start;
    shape->glyphs = glyphs;
    shape->n_glyphs = (int)raws->len;
    shape->clusters = clusters;
    shape->text = ez_arena_copy(arena, text, (size_t)bytes);
    shape->n_bytes = bytes;
    fill_ink(shaping, shape);
}

// The last character of the shape is the hyphen; what is copied of it is a soft one.
static void soften_hyphen(EzArena *arena, EzShape *shape)
{
    EzCluster *clusters =
        ez_arena_copy(arena, shape->clusters, sizeof(EzCluster) * (size_t)shape->n_clusters);
    int kept = shape->n_bytes - clusters[shape->n_clusters - 1].bytes;
    char *text = ez_arena_printf(arena, "%.*s\u00AD", kept, shape->text);
    clusters[shape->n_clusters - 1].bytes = (int)strlen(text) - kept;
    shape->clusters = clusters;
    shape->text = text;
    shape->n_bytes = (int)strlen(text);
}

// ---- plain words ---------------------------------------------------------------------

static void shape_plain(const EzShaping *shaping, EzArena *arena, const GString *text,
                        EzWord *word)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text->str, (int)text->len, 0, (int)text->len);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, hb_language_from_string(shaping->language, -1));
    hb_shape(shaping->hb, buffer, shaping->list, (unsigned)shaping->n_features);
    unsigned n = 0;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &n);
    g_autoptr(GArray) raws = g_array_sized_new(FALSE, FALSE, sizeof(Raw), n);
    double pen = 0, unit = shaping->unit;
    for (unsigned i = 0; i < n; i++) {
        Raw raw = {{infos[i].codepoint, pen + places[i].x_offset * unit,
                    0.0 - places[i].y_offset * unit},
                   places[i].x_advance * unit,
                   (int)infos[i].cluster};
        g_array_append_val(raws, raw);
        pen += raw.advance;
    }
    EzShape *shape = ez_arena_make(arena, EzShape);
    shape->font = shaping->font;
    fill_shape(shaping, arena, raws, text->str, (int)text->len, shape);
    word->shapes = shape;
    word->n_shapes = 1;
    word->advance = pen;
    hb_buffer_destroy(buffer);
}

// ---- other words -----------------------------------------------------------------------

static PangoAttrList *attributes_of(const EzShaping *shaping)
{
    PangoAttrList *list = pango_attr_list_new();
    PangoFontDescription *description = pango_font_description_new();
    const EzFont *font = shaping->font;
    pango_font_description_set_family(description, font->family);
    pango_font_description_set_weight(description, (PangoWeight)font->weight);
    pango_font_description_set_style(description,
                                     font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, PANGO_SIZE * PANGO_SCALE);
    pango_attr_list_insert(list, pango_attr_font_desc_new(description));
    pango_font_description_free(description);
    pango_attr_list_insert(
        list, pango_attr_language_new(pango_language_from_string(shaping->language)));
    if (shaping->features[0] != '\0')
        pango_attr_list_insert(list, pango_attr_font_features_new(shaping->features));
    return list;
}

// One item on its way: the text and the glyphs of what shows of it.
typedef struct Reading {
    GString *text;
    GArray *raws; // of Raw; their bytes count in `text`
    double pen;
    EzWord *word;
} Reading;

// Whether it has something to show.
static bool read_glyph(Reading *reading, const PangoGlyphInfo *info)
{
    const double unit = 1.0 / PANGO_SCALE / PANGO_SIZE;
    Raw raw = {{info->glyph, reading->pen + info->geometry.x_offset * unit,
                info->geometry.y_offset * unit},
               info->geometry.width * unit,
               (int)reading->text->len};
    reading->pen += raw.advance;
    if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 || info->glyph == PANGO_GLYPH_EMPTY)
        return false;
    g_array_append_val(reading->raws, raw);
    return true;
}

// The glyphs from `first` on that stand for one cluster; the first of the next.
static int read_cluster(Reading *reading, const PangoItem *item, const PangoGlyphString *glyphs,
                        const char *text, int first)
{
    int start = glyphs->log_clusters[first], next = first;
    bool shows = false, unknown = false;
    for (; next < glyphs->num_glyphs && glyphs->log_clusters[next] == start; next++) {
        unknown = unknown || (glyphs->glyphs[next].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
        shows = read_glyph(reading, &glyphs->glyphs[next]) || shows;
    }
    int end = next < glyphs->num_glyphs ? glyphs->log_clusters[next] : item->length;
    const char *at = text + item->offset + start;
    if (shows)
        g_string_append_len(reading->text, at, end - start);
    if (unknown && reading->word->missing == 0)
        reading->word->missing = g_utf8_get_char(at);
    return next;
}

static void shape_item(const EzShaping *shaping, EzArena *arena, const PangoItem *item,
                       const char *text, EzWord *word, GArray *shapes)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    g_autoptr(GArray) raws = g_array_new(FALSE, FALSE, sizeof(Raw));
    Reading reading = {shown, raws, word->advance, word};
    PangoGlyphString *glyphs = pango_glyph_string_new();
    pango_shape(text + item->offset, item->length, &item->analysis, glyphs);
    for (int i = 0; i < glyphs->num_glyphs;)
        i = read_cluster(&reading, item, glyphs, text, i);
    pango_glyph_string_free(glyphs);
    EzShape shape = {.x = word->advance,
                     .font = ez_fonts_of_pango(shaping->fonts, item->analysis.font)};
    if (raws->len == 0 || shape.font == NULL)
        return;
    fill_shape(shaping, arena, raws, shown->str, (int)shown->len, &shape);
    shape.advance = reading.pen - word->advance;
    word->advance = reading.pen;
    g_array_append_val(shapes, shape);
}

static void shape_other(const EzShaping *shaping, EzArena *arena, const GString *text,
                        EzWord *word)
{
    PangoAttrList *attributes = attributes_of(shaping);
    GList *items = pango_itemize(ez_fonts_context(shaping->fonts), text->str, 0, (int)text->len,
                                 attributes, NULL);
    g_autoptr(GArray) shapes = g_array_new(FALSE, FALSE, sizeof(EzShape));
    for (GList *it = items; it != NULL; it = it->next)
        shape_item(shaping, arena, it->data, text->str, word, shapes);
    word->shapes = ez_arena_copy(arena, shapes->data, sizeof(EzShape) * shapes->len);
    word->n_shapes = (int)shapes->len;
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_attr_list_unref(attributes);
}

// ---- words -------------------------------------------------------------------------------

void ez_shaping_word(const EzShaping *shaping, EzArena *arena, const char *text, int bytes,
                     bool hyphen, EzWord *word)
{
    Shown shown = show(shaping, text, bytes);
    if (hyphen)
        append_hyphen(shaping, &shown);
    if (shown.text->len > 0) {
        if (shown.plain)
            shape_plain(shaping, arena, shown.text, word);
        else
            shape_other(shaping, arena, shown.text, word);
    }
    g_string_free(shown.text, TRUE);
    for (int i = 0; i < word->n_shapes; i++)
        word->letters += word->shapes[i].n_clusters;
    if (hyphen && word->n_shapes > 0)
        soften_hyphen(arena, (EzShape *)&word->shapes[word->n_shapes - 1]);
}
