// SPDX-License-Identifier: EUPL-1.2
// The styles of a theme. What is written under one name, in the theme and in those that it extends, is one style: each writing is laid
// over the one below, field by field, and all of them over the style that `extends` names. So a style follows when the one that it takes over
// is changed in a theme above.
#include "engine/load/theme-private.h"

#include <string.h>

// One writing of a style.
typedef struct Writing Writing;
struct Writing {
    EzReading reading;
    int table; // of all the layer's styles, on the stack
    Writing *over;
};

typedef enum State { UNREAD, WAITS, READ } State;

typedef struct Entry Entry;
struct Entry {
    const char *name;
    Writing *lowest, *highest;
    State state;
    Entry *taken; // the style that it takes over; NULL = none
    bool lost;    // it names one that is not there: what it lacks may stand in that
    Entry *after; // the one that waits for it
    EzStyle style;
};

typedef struct Styles {
    EzTheme *theme;
    Entry *entries;
    int n_entries, below; // how many, and how many of them the layers below gave
    int table;
} Styles;

// ---- finding -----------------------------------------------------------------------------

static Entry *find_entry(EzReading *r, const Styles *s, const char *name, int count)
{
    ez_host_charge(r->L, count);
    for (int i = 0; i < count; i++)
        if (strcmp(s->entries[i].name, name) == 0)
            return &s->entries[i];
    return NULL;
}

static void note_style(EzReading *r, const char *name, int index, void *data)
{
    Styles *s = data;
    r->thing = ez_arena_printf(r->arena, "style \"%s\"", name);
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table of fields");
        return;
    }
    Writing *writing = ez_arena_make(r->arena, Writing);
    *writing = (Writing){*r, s->table, NULL};
    Entry *entry = find_entry(r, s, name, s->below);
    if (entry == NULL) {
        entry = &s->entries[s->n_entries++];
        *entry = (Entry){.name = name, .lowest = writing};
    } else {
        entry->highest->over = writing;
    }
    entry->highest = writing;
}

// [-0, +1] The table of a writing.
static int push_writing(const Writing *writing, const char *name)
{
    lua_pushstring(writing->reading.L, name);
    lua_rawget(writing->reading.L, writing->table);
    return lua_gettop(writing->reading.L);
}

// The name that a writing says it takes over; NULL when it says none. What is no text is told when the writing is read. [-0, +0]
static const char *name_taken(const Entry *entry, const Writing *writing)
{
    lua_State *L = writing->reading.L;
    int index = push_writing(writing, entry->name);
    const char *name = NULL;
    lua_pushliteral(L, "extends");
    if (lua_rawget(L, index) == LUA_TSTRING)
        name = ez_arena_intern(writing->reading.arena, lua_tostring(L, -1));
    lua_settop(L, index - 1);
    return name;
}

static void tell_unknown(const Styles *s, const Entry *entry, const Writing *writing,
                         const char *name)
{
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; i < s->n_entries; i++)
        g_ptr_array_add(names, (char *)s->entries[i].name);
    g_ptr_array_add(names, NULL);
    g_autofree char *hint = ez_diag_did_you_mean(name, (const char *const *)names->pdata);
    g_ptr_array_unref(names);
    ez_diag_report(writing->reading.load->diags, EZ_UNRESOLVED,
                   ez_origin_value(writing->reading.origin, "extends"), hint, "thing",
                   writing->reading.thing, "field", "extends", "value", name, "target",
                   "style in the theme", NULL);
}

// The highest writing that says so decides.
static Entry *find_taken(const Styles *s, Entry *entry)
{
    const Writing *decides = NULL;
    const char *name = NULL;
    for (Writing *writing = entry->lowest; writing != NULL; writing = writing->over) {
        const char *own = name_taken(entry, writing);
        decides = own != NULL ? writing : decides;
        name = own != NULL ? own : name;
    }
    if (name == NULL)
        return NULL;
    EzReading r = decides->reading;
    Entry *taken = find_entry(&r, s, name, s->n_entries);
    entry->lost = taken == NULL;
    if (entry->lost)
        tell_unknown(s, entry, decides, name);
    return taken;
}

// ---- reading -------------------------------------------------------------------------------

// A size without a leading takes the leading along, and puts an end to a fit that was meant for another size.
static void follow_size(EzStyle *style, const EzStyle *below)
{
    if (style->leading == 0)
        style->leading =
            below->size > 0 ? below->leading * style->size / below->size : style->size * 1.3;
    if (!style->fit.given && style->size == below->size)
        style->fit = below->fit;
}

static void lay_over(const Entry *entry, const Writing *writing, bool inherits, EzStyle *style)
{
    EzReading r = writing->reading;
    EzStyle below = *style;
    int index = push_writing(writing, entry->name);
    r.inherits = inherits;
    style->leading = 0;
    style->fit.given = false;
    ez_read_unknown(&r, index, &ez_style_record, NULL);
    ez_read_strays(&r, index);
    ez_read_record(&r, index, &ez_style_record, style);
    follow_size(style, &below);
    lua_pop(r.L, 1);
}

static void check_font(EzReading *r, const EzTheme *theme, const EzStyle *style)
{
    if (style->font == NULL || ez_theme_font(theme, style->font) != NULL)
        return;
    const char **names = ez_theme_font_names(theme);
    g_autofree char *hint = ez_diag_did_you_mean(style->font, names);
    g_free(names);
    ez_diag_report(r->load->diags, EZ_UNRESOLVED, ez_style_place(style, "font"), hint, "thing",
                   r->thing, "field", "font", "value", style->font, "target",
                   "font in the theme", NULL);
}

static void check_colour(EzReading *r, const EzTheme *theme, const EzStyle *style)
{
    EzColour colour;
    if (ez_theme_colour(theme, style->colour, &colour))
        return;
    g_autofree char *hint = ez_theme_colour_hint(theme, style->colour);
    ez_diag_report(r->load->diags, EZ_BAD_COLOUR, ez_style_place(style, "colour"), hint,
                   "thing", r->thing, "field", "colour", "value", style->colour, NULL);
}

// What is taken over was checked where it stands.
static void check(const Entry *entry, const EzTheme *theme)
{
    EzReading r = entry->highest->reading;
    const EzStyle *taken = entry->taken != NULL ? &entry->taken->style : NULL;
    if (taken == NULL || g_strcmp0(taken->font, entry->style.font) != 0)
        check_font(&r, theme, &entry->style);
    if (taken == NULL || g_strcmp0(taken->colour, entry->style.colour) != 0)
        check_colour(&r, theme, &entry->style);
}

// After a mistake the rest of the kit is still laid out, to be judged: no size may be nothing there.
static void be_readable(EzStyle *style)
{
    style->size = style->size > 0 ? style->size : 10;
    style->leading = style->leading > 0 ? style->leading : 12;
}

static void read_entry(Entry *entry, const EzTheme *theme)
{
    static const EzStyle nothing = {.colour = "ink", .weight = 400};
    EzStyle *style = &entry->style;
    *style = entry->taken != NULL ? entry->taken->style : nothing;
    bool inherits = entry->taken != NULL || entry->lost;
    for (const Writing *writing = entry->lowest; writing != NULL; writing = writing->over) {
        EzStyleOrigin *written = ez_arena_make(writing->reading.arena, EzStyleOrigin);
        *written = (EzStyleOrigin){writing->reading.origin, style->written};
        style->written = written;
        lay_over(entry, writing, inherits || writing != entry->lowest, style);
    }
    be_readable(style);
    style->name = entry->name;
    entry->state = READ;
    check(entry, theme);
}

static void tell_ring(const Entry *last)
{
    GString *ring = g_string_new(last->taken->name);
    for (const Entry *entry = last->taken->taken; entry != last->taken; entry = entry->taken)
        g_string_append_printf(ring, " → %s", entry->name);
    g_string_append_printf(ring, " → %s", last->taken->name);
    const EzReading *r = &last->highest->reading;
    EzPlace place = ez_origin_place(r->origin);
    for (const Writing *writing = last->lowest; writing != NULL; writing = writing->over)
        if (ez_origin_shows(writing->reading.origin, "extends"))
            place = ez_origin_value(writing->reading.origin, "extends");
    ez_diag_report(r->load->diags, EZ_EXTENDS_RING, place, NULL, "ring", ring->str, NULL);
    g_string_free(ring, TRUE);
}

// Reads a style after those that it takes over. A list and no recursion: there may be as many as a script likes.
static void read_chain(Styles *s, Entry *first)
{
    Entry *last = NULL;
    for (Entry *entry = first; entry != NULL && entry->state == UNREAD; entry = entry->taken) {
        entry->state = WAITS;
        entry->after = last;
        entry->taken = find_taken(s, entry);
        last = entry;
        if (entry->taken != NULL && entry->taken->state == WAITS) {
            tell_ring(entry);
            entry->taken = NULL;
            entry->lost = true;
        }
    }
    for (; last != NULL; last = last->after)
        read_entry(last, s->theme);
}

// ---- the whole -------------------------------------------------------------------------------

// [-0, +1] The styles of each layer stay on the stack while they are read.
static void note_layer(Styles *s, ThemeLayer *layer)
{
    EzReading *r = &layer->reading;
    lua_pushliteral(r->L, "styles");
    lua_rawget(r->L, layer->table);
    s->table = lua_gettop(r->L);
    s->below = s->n_entries;
    ez_part_each(r, layer->table, "styles", note_style, s);
}

void ez_theme_styles(ThemeLayer *lowest, EzTheme *theme)
{
    EzReading *r = &lowest->reading;
    Styles s = {.theme = theme};
    int top = lua_gettop(r->L);
    s.entries = ez_arena_array(r->arena, Entry, ez_theme_count(lowest, "styles"));
    for (ThemeLayer *layer = lowest; layer != NULL; layer = layer->over)
        note_layer(&s, layer);
    theme->styles = ez_arena_array(r->arena, EzStyle, s.n_entries);
    for (int i = 0; i < s.n_entries; i++)
        read_chain(&s, &s.entries[i]);
    for (int i = 0; i < s.n_entries; i++)
        theme->styles[theme->n_styles++] = s.entries[i].style;
    lua_settop(r->L, top);
}
