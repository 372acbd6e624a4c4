// SPDX-License-Identifier: EUPL-1.2
#include "render/markup.h"

#include <string.h>

// Signs as they are met. Whether an opening one means something is known only when its closing one is found.
typedef enum Kind { LITERAL, ESCAPE, OPEN, CLOSE, LINK_BEGIN, LINK_END, ICON } Kind;

typedef struct Sign {
    Kind kind;
    int at, end; // bytes of the source that vanish; of an icon, its name with both colons
    char mark;   // '*' or '_'
    int link;
} Sign;

typedef struct Marks {
    int star, line; // how many of each are open
} Marks;

typedef struct Reader {
    const char *source;
    int length;
    GArray *signs; // of Sign
    GArray *open;  // of int: signs that opened, innermost last
    Marks marks;
    GPtrArray *links;
    EzMarkupHasIcon has_icon;
    void *data;
    int unclosed;
    const char *bad_link;
    EzArena *arena;
    // The link whose words are read: where they end and its address ends, and what was open before it.
    int words_end, link_end;
    unsigned open_before;
    Marks marks_before;
    // The word that is read: where it ends, and the address in it.
    int word_end, address, address_end;
} Reader;

// ---- characters ----------------------------------------------------------------------------

static gunichar char_at(const Reader *r, int at)
{
    return at < r->length ? g_utf8_get_char(r->source + at) : 0;
}

static gunichar char_before(const Reader *r, int at)
{
    return at > 0 ? g_utf8_get_char(g_utf8_prev_char(r->source + at)) : 0;
}

static bool is_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

static bool is_gap(gunichar c)
{
    return c == 0 || g_unichar_isspace(c);
}

static Sign *add_sign(Reader *r, Kind kind, int at, int end)
{
    Sign sign = {.kind = kind, .at = at, .end = end, .mark = r->source[at], .link = -1};
    g_array_append_val(r->signs, sign);
    return &g_array_index(r->signs, Sign, r->signs->len - 1);
}

// ---- addresses in prose ----------------------------------------------------------------------

static bool is_address(const char *word, size_t length)
{
    const char *at = memchr(word, '@', length);
    if (g_strstr_len(word, (gssize)length, "://") != NULL)
        return true;
    if (length > 4 && g_ascii_strncasecmp(word, "www.", 4) == 0)
        return true;
    return at != NULL && at > word && at + 1 < word + length && g_ascii_isalnum(at[-1]) &&
           g_ascii_isalnum(at[1]);
}

// A word ends at a space or bracket. An address lies between its first and last letter or digit: signs around it keep their meaning.
static void enter_word(Reader *r, int at)
{
    int limit = r->words_end >= 0 ? r->words_end : r->length, end = at;
    r->address = r->address_end = -1;
    for (const char *p = r->source + at; end < limit; end = (int)(p - r->source)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || (end > at && (c == '[' || c == ']')))
            break;
        p = g_utf8_next_char(p);
        if (!is_word(c))
            continue;
        r->address = r->address < 0 ? end : r->address;
        r->address_end = (int)(p - r->source);
    }
    r->word_end = MAX(end, at + 1);
    if (r->address >= 0 &&
        !is_address(r->source + r->address, (size_t)(r->address_end - r->address)))
        r->address = r->address_end = -1;
}

// ---- strong and emphasised -------------------------------------------------------------------

static int *count_of(Reader *r, char mark)
{
    return mark == '*' ? &r->marks.star : &r->marks.line;
}

// The innermost sign that is open stays a sign of the text.
static void drop_open(Reader *r)
{
    int index = g_array_index(r->open, int, r->open->len - 1);
    const Sign *sign = &g_array_index(r->signs, Sign, index);
    --*count_of(r, sign->mark);
    if (is_word(char_at(r, sign->end)) && (r->unclosed < 0 || sign->at < r->unclosed))
        r->unclosed = sign->at;
    g_array_set_size(r->open, r->open->len - 1);
}

// What opened within it and was not closed is none.
static void close_mark(Reader *r, int at)
{
    char mark = r->source[at];
    for (;;) {
        int index = g_array_index(r->open, int, r->open->len - 1);
        Sign *opening = &g_array_index(r->signs, Sign, index);
        if (opening->mark != mark) {
            drop_open(r);
            continue;
        }
        opening->kind = OPEN;
        --*count_of(r, mark);
        g_array_set_size(r->open, r->open->len - 1);
        add_sign(r, CLOSE, at, at + 1);
        return;
    }
}

static void open_mark(Reader *r, int at)
{
    int index = (int)r->signs->len;
    add_sign(r, LITERAL, at, at + 1);
    g_array_append_val(r->open, index);
    ++*count_of(r, r->source[at]);
}

static int read_mark(Reader *r, int at)
{
    gunichar before = char_before(r, at), after = char_at(r, at + 1);
    gunichar mark = (gunichar)r->source[at];
    bool within = at >= r->address && at < r->address_end;
    if (within || before == mark || after == mark)
        return at + 1;
    if (!is_gap(before) && !is_word(after) && *count_of(r, r->source[at]) > 0)
        close_mark(r, at);
    else if (!is_word(before) && !is_gap(after))
        open_mark(r, at);
    return at + 1;
}

// ---- links -----------------------------------------------------------------------------------

// The bracket that closes the words of a link; -1 when there is none before another opens.
static int find_words_end(const Reader *r, int at)
{
    for (int i = at + 1; i < r->length; i++) {
        if (r->source[i] == '\\' && i + 1 < r->length)
            i++;
        else if (r->source[i] == ']')
            return i > at + 1 ? i : -1;
        else if (r->source[i] == '[')
            return -1;
    }
    return -1;
}

// The parenthesis that closes an address, which may hold pairs of them; -1 when it is none.
static int find_address_end(const Reader *r, int at)
{
    int depth = 0;
    for (int i = at; i < r->length && strchr(" \t\r\n\v\f[", r->source[i]) == NULL; i++) {
        depth += (r->source[i] == '(') - (r->source[i] == ')');
        if (depth == 0)
            return i > at + 1 ? i : -1;
    }
    return -1;
}

static bool is_link(const char *address)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
        size_t length = strlen(schemes[i]);
        if (g_ascii_strncasecmp(address, schemes[i], length) == 0)
            return address[length] != '\0';
    }
    return false;
}

// Where reading goes on: within the words of the link, or behind a bracket that is just that.
static int read_bracket(Reader *r, int at)
{
    int words_end = r->words_end < 0 ? find_words_end(r, at) : -1;
    bool followed = words_end >= 0 && r->source[words_end + 1] == '(';
    int end = followed ? find_address_end(r, words_end + 1) : -1;
    if (followed && end < 0 && r->unclosed < 0 && is_link(r->source + words_end + 2))
        r->unclosed = at;
    if (end < 0)
        return at + 1;
    const char *address =
        ez_arena_printf(r->arena, "%.*s", end - words_end - 2, r->source + words_end + 2);
    if (!is_link(address)) {
        r->bad_link = r->bad_link == NULL ? address : r->bad_link;
        return at + 1;
    }
    add_sign(r, LINK_BEGIN, at, at + 1)->link = (int)r->links->len;
    g_ptr_array_add(r->links, (char *)address);
    r->words_end = words_end;
    r->link_end = end + 1;
    r->open_before = r->open->len;
    r->marks_before = r->marks;
    r->marks = (Marks){0, 0};
    return r->word_end = at + 1;
}

static int leave_link(Reader *r)
{
    while (r->open->len > r->open_before)
        drop_open(r);
    r->marks = r->marks_before;
    add_sign(r, LINK_END, r->words_end, r->link_end);
    r->words_end = -1;
    return r->word_end = r->link_end;
}

// ---- escapes, icons --------------------------------------------------------------------------

static int read_backslash(Reader *r, int at)
{
    gunichar next = char_at(r, at + 1);
    if (next == 0 || next > 127 || strchr("*_[]:\\", (int)next) == NULL)
        return at + 1;
    add_sign(r, ESCAPE, at, at + 1);
    return at + 2;
}

static int read_colon(Reader *r, int at)
{
    enum { LONGEST = 40 };
    bool within = at >= r->address && at < r->address_end;
    if (r->has_icon == NULL || within || is_word(char_before(r, at)))
        return at + 1;
    size_t length = strspn(r->source + at + 1,
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    int end = at + 1 + (int)length;
    if (length == 0 || length > LONGEST || r->source[end] != ':' ||
        is_word(char_at(r, end + 1)))
        return at + 1;
    g_autofree char *name = g_strndup(r->source + at + 1, length);
    if (!r->has_icon(name, r->data))
        return at + 1;
    add_sign(r, ICON, at, end + 1);
    return end + 1;
}

// ---- reading -----------------------------------------------------------------------------------

static int read_char(Reader *r, int at)
{
    if (at == r->words_end)
        return leave_link(r);
    if (at >= r->word_end && !g_unichar_isspace(char_at(r, at)))
        enter_word(r, at);
    switch (r->source[at]) {
    case '\\':
        return read_backslash(r, at);
    case '*':
    case '_':
        return read_mark(r, at);
    case '[':
        return read_bracket(r, at);
    case ':':
        return read_colon(r, at);
    default:
        return (int)(g_utf8_next_char(r->source + at) - r->source);
    }
}

static void read_signs(Reader *r)
{
    for (int at = 0; at < r->length;)
        at = read_char(r, at);
    while (r->open->len > 0)
        drop_open(r);
}

// ---- what is left --------------------------------------------------------------------------------

typedef struct Writer {
    const Reader *reader;
    GString *text;
    GArray *spans; // of EzMarkupSpan
    Marks marks;
    int link;
} Writer;

static bool is_alike(const EzMarkupSpan *a, const EzMarkupSpan *b)
{
    return a->strong == b->strong && a->emphasised == b->emphasised && a->link == b->link &&
           !a->icon && !b->icon;
}

static void put(Writer *w, int from, int to, bool icon)
{
    EzMarkupSpan *last =
        w->spans->len > 0 ? &g_array_index(w->spans, EzMarkupSpan, w->spans->len - 1) : NULL;
    EzMarkupSpan span = {.start = (int)w->text->len,
                         .strong = w->marks.star > 0,
                         .emphasised = w->marks.line > 0,
                         .link = w->link,
                         .icon = icon};
    if (to <= from)
        return;
    g_string_append_len(w->text, w->reader->source + from, to - from);
    span.end = (int)w->text->len;
    if (last != NULL && is_alike(last, &span))
        last->end = span.end;
    else
        g_array_append_val(w->spans, span);
}

static void take_sign(Writer *w, const Sign *sign)
{
    int by = sign->kind == OPEN ? 1 : sign->kind == CLOSE ? -1 : 0;
    if (sign->mark == '*')
        w->marks.star += by;
    else
        w->marks.line += by;
    if (sign->kind == LINK_BEGIN)
        w->link = sign->link;
    if (sign->kind == LINK_END)
        w->link = -1;
    if (sign->kind == ICON)
        put(w, sign->at + 1, sign->end - 1, true);
}

static void write_spans(Writer *w)
{
    int from = 0;
    for (guint i = 0; i < w->reader->signs->len; i++) {
        const Sign *sign = &g_array_index(w->reader->signs, Sign, i);
        if (sign->kind == LITERAL)
            continue;
        put(w, from, sign->at, false);
        take_sign(w, sign);
        from = sign->end;
    }
    put(w, from, w->reader->length, false);
}

static const EzMarkup *finish(const Reader *r, const Writer *w)
{
    EzMarkup *markup = ez_arena_make(r->arena, EzMarkup);
    markup->text = ez_arena_copy(r->arena, w->text->str, w->text->len + 1);
    markup->n_spans = (int)w->spans->len;
    markup->spans =
        ez_arena_copy(r->arena, w->spans->data, sizeof(EzMarkupSpan) * w->spans->len);
    markup->n_links = (int)r->links->len;
    markup->links = ez_arena_copy(r->arena, r->links->pdata, sizeof(char *) * r->links->len);
    markup->unclosed = r->unclosed;
    markup->bad_link = r->bad_link;
    return markup;
}

bool ez_markup_is_plain(const char *source)
{
    return strpbrk(source, "*_[:\\") == NULL;
}

const EzMarkup *ez_markup_parse(EzArena *arena, const char *source, EzMarkupHasIcon has_icon,
                                void *data)
{
    g_autoptr(GArray) signs = g_array_new(FALSE, FALSE, sizeof(Sign));
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(EzMarkupSpan));
    g_autoptr(GPtrArray) links = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);
    Reader reader = {.source = source,
                     .length = (int)strlen(source),
                     .signs = signs,
                     .open = open,
                     .links = links,
                     .has_icon = has_icon,
                     .data = data,
                     .unclosed = -1,
                     .arena = arena,
                     .words_end = -1,
                     .address = -1,
                     .address_end = -1};
    Writer writer = {.reader = &reader, .text = text, .spans = spans, .link = -1};
    read_signs(&reader);
    write_spans(&writer);
    return finish(&reader, &writer);
}
