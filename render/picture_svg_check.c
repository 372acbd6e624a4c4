// SPDX-License-Identifier: EUPL-1.2
// A look at the tags of an SVG before librsvg gets it: what would come out as nothing (text, as no fonts are to be found), as pixels
// (filters, masks, pictures), or would have to come from elsewhere. It needs no valid XML: what librsvg cannot read it refuses itself.
#include "render/picture-private.h"

#include <string.h>

// Larger ones take minutes, and no press shows what is in them.
enum { BYTES_MAX = 4 * 1024 * 1024, TAGS_MAX = 50000 };

typedef struct Span {
    const char *at;
    size_t length;
} Span;

typedef struct Scan {
    Picture *picture;
    const char *at, *end;
    bool has_root;
    int tags;
} Scan;

// ---- spans ---------------------------------------------------------------------------------------

static bool is(Span span, const char *word)
{
    return span.length == strlen(word) && memcmp(span.at, word, span.length) == 0;
}

static bool begins(Span span, const char *word)
{
    return span.length >= strlen(word) && memcmp(span.at, word, strlen(word)) == 0;
}

static Span trimmed(Span span)
{
    for (; span.length > 0 && g_ascii_isspace(span.at[0]); span.at++)
        span.length--;
    while (span.length > 0 && g_ascii_isspace(span.at[span.length - 1]))
        span.length--;
    return span;
}

// "svg:text" is a text as well.
static Span local_name(Span name)
{
    const char *colon = memchr(name.at, ':', name.length);
    if (colon == NULL)
        return name;
    return (Span){colon + 1, name.length - (size_t)(colon + 1 - name.at)};
}

// Its beginning, for a message.
static char *shown(Span span)
{
    enum { MOST = 32 };
    span = trimmed(span);
    g_autofree char *whole = g_utf8_make_valid(span.at, (gssize)MIN(span.length, 4 * MOST));
    if (g_utf8_strlen(whole, -1) <= MOST)
        return g_steal_pointer(&whole);
    g_autofree char *start = g_utf8_substring(whole, 0, MOST - 1);
    return g_strconcat(start, "…", NULL);
}

// The scan goes on behind the next `word`, and at the end where there is none. What lay before it.
static Span skip_past(Scan *scan, const char *word)
{
    const char *from = scan->at;
    const char *found = g_strstr_len(from, scan->end - from, word);
    scan->at = found != NULL ? found + strlen(word) : scan->end;
    return (Span){from, (size_t)((found != NULL ? found : scan->end) - from)};
}

// ---- refusals ------------------------------------------------------------------------------------

static const char SIMPLER[] = "simplify the drawing, or place it as a PNG";
static const char TO_PATHS[] = "convert text to paths in the program that made it";

// The words that follow a <text>, through the tags within it.
static bool refuse_words(Scan *scan)
{
    const char *at = scan->at;
    while (at < scan->end) {
        const char *tag = memchr(at, '<', (size_t)(scan->end - at));
        Span words = trimmed((Span){at, (size_t)((tag != NULL ? tag : scan->end) - at)});
        if (words.length > 0) {
            g_autofree char *text = shown(words);
            return ez_picture_refuse(scan->picture, EZ_SVG_WORDS, TO_PATHS, "\"%s\"", text);
        }
        const char *close = tag != NULL ? memchr(tag, '>', (size_t)(scan->end - tag)) : NULL;
        at = close != NULL ? close + 1 : scan->end;
    }
    return ez_picture_refuse(scan->picture, EZ_SVG_WORDS, TO_PATHS, "an empty text");
}

static bool refuse_outside(Scan *scan, Span what)
{
    g_autofree char *text = shown(what);
    return ez_picture_refuse(scan->picture, EZ_SVG_OUTSIDE,
                             "embed it in the program that made the drawing", "%s", text);
}

static bool refuse_pixels(Scan *scan, const char *what)
{
    return ez_picture_refuse(scan->picture, EZ_SVG_PIXELS, NULL, "%s", what);
}

// ---- styles --------------------------------------------------------------------------------------

// Each url(…) must point into the drawing.
static bool check_urls(Scan *scan, Span css)
{
    const char *end = css.at + css.length;
    for (const char *at = css.at; (at = g_strstr_len(at, end - at, "url(")) != NULL;) {
        at += strlen("url(");
        const char *close = memchr(at, ')', (size_t)(end - at));
        Span target = trimmed((Span){at, (size_t)((close != NULL ? close : end) - at)});
        while (target.length > 0 && strchr("\"'", target.at[0]) != NULL)
            target = (Span){target.at + 1, target.length - 1};
        if (!begins(target, "#"))
            return refuse_outside(scan, target);
    }
    return true;
}

static bool check_property(Scan *scan, Span name, Span value)
{
    static const struct {
        const char *name, *what;
    } pixels[] = {{"filter", "a filter (a blur or a shadow)"}, {"mask", "a mask"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pixels); i++)
        if (is(name, pixels[i].name) && !begins(value, "none"))
            return refuse_pixels(scan, pixels[i].what);
    return check_urls(scan, value);
}

// Declarations, be they an attribute or, between rules, a whole sheet.
static bool check_css(Scan *scan, Span css)
{
    const char *end = css.at + css.length;
    if (g_strstr_len(css.at, (gssize)css.length, "@import") != NULL)
        return refuse_outside(scan, css);
    for (const char *at = css.at; at < end;) {
        const char *stop = at;
        while (stop < end && strchr(";{}", *stop) == NULL)
            stop++;
        const char *colon = memchr(at, ':', (size_t)(stop - at));
        Span name = {at, (size_t)((colon != NULL ? colon : at) - at)};
        Span value = {colon != NULL ? colon + 1 : at, 0};
        value.length = (size_t)(stop - value.at);
        if (!check_property(scan, trimmed(name), trimmed(value)))
            return false;
        at = stop + 1;
    }
    return true;
}

// ---- tags ----------------------------------------------------------------------------------------

static bool check_attribute(Scan *scan, Span tag, Span name, Span value)
{
    Span local = local_name(name);
    bool link = is(tag, "a");
    if (is(local, "style"))
        return check_css(scan, value);
    if (!is(local, "href"))
        return check_property(scan, local, trimmed(value));
    if (link || begins(trimmed(value), "#"))
        return true;
    if (begins(trimmed(value), "data:image"))
        return refuse_pixels(scan, "a picture inside it");
    return refuse_outside(scan, value);
}

static Span word_at(Scan *scan)
{
    const char *from = scan->at;
    while (scan->at < scan->end && !g_ascii_isspace(*scan->at) &&
           strchr("=/><", *scan->at) == NULL)
        scan->at++;
    return (Span){from, (size_t)(scan->at - from)};
}

static void skip_blank(Scan *scan)
{
    while (scan->at < scan->end && g_ascii_isspace(*scan->at))
        scan->at++;
}

static Span value_at(Scan *scan)
{
    skip_blank(scan);
    if (scan->at == scan->end || *scan->at != '=')
        return (Span){scan->at, 0};
    scan->at++;
    skip_blank(scan);
    if (scan->at == scan->end || (*scan->at != '"' && *scan->at != '\''))
        return (Span){scan->at, 0};
    const char quote[] = {*scan->at++, '\0'};
    return skip_past(scan, quote);
}

// To the end of the tag.
static bool check_attributes(Scan *scan, Span tag)
{
    for (skip_blank(scan); scan->at < scan->end && *scan->at != '>'; skip_blank(scan)) {
        Span name = word_at(scan);
        if (name.length == 0)
            scan->at++;
        else if (!check_attribute(scan, tag, name, value_at(scan)))
            return false;
    }
    if (scan->at < scan->end)
        scan->at++;
    return true;
}

static bool check_root(Scan *scan, Span tag)
{
    if (scan->has_root)
        return true;
    scan->has_root = true;
    if (is(tag, "svg"))
        return true;
    g_autofree char *name = shown(tag);
    return ez_picture_refuse(scan->picture, EZ_PICTURE_TYPE, NULL,
                             g_ascii_strcasecmp(name, "html") == 0 ? "it is a web page (<%s>)"
                                                                   : "it begins with <%s>",
                             name);
}

static bool is_words(Span tag)
{
    return is(tag, "text") || is(tag, "flowRoot") || is(tag, "flowSpan");
}

static bool check_tag(Scan *scan)
{
    Span tag = local_name(word_at(scan));
    if (!check_root(scan, tag) || !check_attributes(scan, tag))
        return false;
    if (++scan->tags > TAGS_MAX)
        return ez_picture_refuse(scan->picture, EZ_PICTURE_LARGE, SIMPLER,
                                 "it has more than 50,000 parts");
    if (is_words(tag))
        return refuse_words(scan);
    if (is(tag, "image") || is(tag, "feImage"))
        return refuse_pixels(scan, "a picture inside it");
    if (is(tag, "include"))
        return refuse_outside(scan, tag);
    return !is(tag, "style") || check_css(scan, skip_past(scan, "</"));
}

// ---- what is no tag ------------------------------------------------------------------------------

// The scan reads bytes: a tag must look the same in the encoding that is declared.
static bool check_declaration(Scan *scan)
{
    static const char *const encodings[] = {
        "utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252", NULL};
    Span declared = skip_past(scan, "?>");
    g_autofree char *text = g_strndup(declared.at, declared.length);
    char *at = strstr(text, "encoding");
    if (at == NULL)
        return true;
    at += strlen("encoding");
    at += strspn(at, " \t\r\n=\"'");
    at[strcspn(at, "\"'")] = '\0';
    g_autofree char *name = g_ascii_strdown(at, -1);
    if (g_strv_contains(encodings, name))
        return true;
    g_autofree char *found = shown((Span){name, strlen(name)});
    return ez_picture_refuse(scan->picture, EZ_PICTURE_BROKEN, "save it as UTF-8",
                             "it is written in the encoding %s", found);
}

// An entity may stand for a name, as Illustrator writes them, and for no tags: these would pass unseen.
static bool check_doctype(Scan *scan)
{
    const char *from = scan->at, *open = memchr(from, '[', (size_t)(scan->end - from));
    Span plain = skip_past(scan, ">");
    if (open == NULL || open > plain.at + plain.length)
        return true;
    scan->at = open;
    Span subset = skip_past(scan, "]");
    for (size_t i = 0; i < subset.length; i++) {
        Span rest = {subset.at + i, subset.length - i};
        bool hides = subset.at[i] == '&' || subset.at[i] == '%' ||
                     (subset.at[i] == '<' && !begins(rest, "<!"));
        if (hides || begins(rest, "SYSTEM") || begins(rest, "PUBLIC"))
            return refuse_outside(scan, (Span){"an entity", strlen("an entity")});
    }
    skip_past(scan, ">");
    return true;
}

static bool check_next(Scan *scan)
{
    Span rest = {scan->at, (size_t)(scan->end - scan->at)};
    if (begins(rest, "!--") || begins(rest, "![CDATA[")) {
        skip_past(scan, begins(rest, "!--") ? "-->" : "]]>");
        return true;
    }
    if (begins(rest, "?xml "))
        return check_declaration(scan);
    if (begins(rest, "?xml-stylesheet"))
        return refuse_outside(scan, (Span){"a style sheet", strlen("a style sheet")});
    if (begins(rest, "!DOCTYPE"))
        return check_doctype(scan);
    if (begins(rest, "/") || begins(rest, "?") || begins(rest, "!"))
        return true;
    return check_tag(scan);
}

bool ez_picture_check_svg(Picture *picture)
{
    size_t size;
    const char *data = g_bytes_get_data(picture->bytes, &size);
    Scan scan = {picture, data, data + size, false, 0};
    if (size > BYTES_MAX)
        return ez_picture_refuse(picture, EZ_PICTURE_LARGE, SIMPLER, "an SVG may have 4 MiB");
    if (memchr(data, '\0', size) != NULL)
        return ez_picture_refuse(picture, EZ_PICTURE_BROKEN, "save it as UTF-8",
                                 "it holds bytes that are no text");
    while (scan.at < scan.end) {
        skip_past(&scan, "<");
        if (scan.at < scan.end && !check_next(&scan))
            return false;
    }
    return true;
}
