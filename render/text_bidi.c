// SPDX-License-Identifier: EUPL-1.2
// Text that runs from right to left, wholly or in part: Pango orders and breaks it.
#include <math.h>

#include "engine/base/units.h"
#include "render/text_bidi-private.h"
#include "render/typesetter.h"

enum { SOFT_HYPHEN = 0xAD };

static bool runs_back(gunichar c)
{
    return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFEFF) || (c >= 0x10800 && c < 0x11000) ||
           (c >= 0x1E800 && c < 0x1F000) || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool ez_text_is_bidi(const char *text, int length)
{
    for (const char *p = text; p < text + length; p = g_utf8_next_char(p))
        if ((unsigned char)*p >= 0xD6 && runs_back(g_utf8_get_char(p)))
            return true;
    return false;
}

static int units(double pt)
{
    return (int)lround(pt * PANGO_SCALE);
}

static PangoFontDescription *describe(const EzBlock *block, const EzSpan *span)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, span->font->family);
    pango_font_description_set_weight(description, (PangoWeight)span->font->weight);
    pango_font_description_set_style(description, span->font->italic ? PANGO_STYLE_ITALIC
                                                                     : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, units(span->size * block->size));
    return description;
}

static void add(PangoAttrList *list, PangoAttribute *attribute, int start, int end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

static void add_span(PangoAttrList *list, const EzBlock *block, const EzSpan *span, int start,
                     int end)
{
    PangoFontDescription *description = describe(block, span);
    add(list, pango_attr_font_desc_new(description), start, end);
    pango_font_description_free(description);
    add(list, pango_attr_language_new(pango_language_from_string(span->language)), start, end);
    if (units(span->tracking) != 0)
        add(list, pango_attr_letter_spacing_new(units(span->tracking)), start, end);
    if (span->object > 0) {
        PangoRectangle room = {0, 0, units(span->object * span->size * block->size), 0};
        add(list, pango_attr_shape_new(&room, &room), start, end);
    }
    if (span->features != NULL && span->features[0] != '\0')
        add(list, pango_attr_font_features_new(span->features), start, end);
}

static void add_attributes(const EzBlock *block)
{
    PangoAttrList *list = pango_attr_list_new();
    for (int i = 0, start = 0; i < block->n_spans; start = block->ends[i], i++)
        if (block->ends[i] > start)
            add_span(list, block, &block->spans[i], start, block->ends[i]);
    // Pango may set a hyphen of its own at a break; only a soft hyphen asks for one.
    bool soft = g_utf8_strchr(block->text, block->length, SOFT_HYPHEN) != NULL;
    add(list, pango_attr_insert_hyphens_new(soft), 0, block->length);
    pango_layout_set_attributes(block->layout, list);
    pango_attr_list_unref(list);
}

static void open_layout(EzBlock *block)
{
    block->layout = pango_layout_new(ez_fonts_context(block->fonts));
    pango_layout_set_wrap(block->layout, PANGO_WRAP_WORD);
    pango_layout_set_single_paragraph_mode(block->layout, TRUE);
    pango_layout_set_text(block->layout, block->text, block->length);
    add_attributes(block);
}

// Pango counts tracking at both ends of a line when it breaks and takes it away afterwards. A
// text given exactly its own width must not break: hence the tracking, and one unit for
// rounding.
static int layout_width(const EzBlock *block, double width)
{
    if (width <= 0)
        return -1;
    double least = block->spans[0].tracking;
    for (int i = 1; i < block->n_spans; i++)
        least = MIN(least, block->spans[i].tracking);
    double pt = MIN(width / EZ_MM_PER_PT + least, G_MAXINT / PANGO_SCALE - 2);
    return MAX((int)ceil(pt * PANGO_SCALE) + 1, 0);
}

const EzParagraph *ez_bidi_set(const EzCopy *copy, double size, double width)
{
    EzBlock block = {.fonts = ez_typesetter_fonts(copy->typesetter),
                     .arena = copy->arena,
                     .spans = copy->spans,
                     .n_spans = copy->n_spans,
                     .ends = copy->ends,
                     .text = copy->text,
                     .length = copy->length,
                     .size = size};
    open_layout(&block);
    pango_layout_set_width(block.layout, layout_width(&block, width));
    const EzParagraph *paragraph = ez_block_read(&block);
    g_object_unref(block.layout);
    return paragraph;
}
