// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/pen-private.h"

#include <lauxlib.h>
#include <math.h>
#include <string.h>

static const char PEN[] = "pen";

#define FARTHEST       1e5 // mm
#define DEGREE         (G_PI / 180)
#define COST           4 // of a step, in instructions
#define DEFAULT_STROKE 0.25

// ---- refusals ------------------------------------------------------------------------------------

G_NORETURN static void refuse(lua_State *L, const char *method, const char *hint,
                              const char *problem)
{
    char message[200];
    g_snprintf(message, sizeof message, "pen:%s: %s", method, problem);
    ez_load_prepare(L, EZ_PEN_MISUSE, method, g_strdup(hint), "problem", message, NULL);
    ez_load_raise(L);
    g_assert_not_reached();
}

// [-0, +0] The pen that a method was called on, while it may draw.
static Pen *pen_of(lua_State *L, const char *method)
{
    Pen *pen = luaL_testudata(L, 1, PEN);
    char colon[64];
    g_snprintf(colon, sizeof colon, "pen:%s(…)", method);
    if (pen == NULL)
        refuse(L, method, colon, "a colon stands between the pen and what it does");
    if (pen->r == NULL)
        refuse(L, method, "draw inside draw = function(pen, width, height) … end",
               "this pen belongs to a drawing that is ready");
    ez_host_charge(L, COST);
    return pen;
}

// The number at `arg`; argument 1 is the pen.
static double number(lua_State *L, int arg, const char *method)
{
    char problem[100];
    double value = lua_tonumber(L, arg);
    bool is_number = lua_type(L, arg) == LUA_TNUMBER;
    if (is_number && isfinite(value) && fabs(value) <= FARTHEST)
        return value;
    const char *found = !is_number     ? ez_lua_type_word(L, arg)
                        : isnan(value) ? "the outcome of 0/0"
                                       : "farther than any paper";
    g_snprintf(problem, sizeof problem, "value %d must be a number, not %s", arg - 1, found);
    refuse(L, method, NULL, problem);
}

static double number_or(lua_State *L, int arg, const char *method, double otherwise)
{
    return lua_isnoneornil(L, arg) ? otherwise : number(L, arg, method);
}

// ---- recording -----------------------------------------------------------------------------------

static void add(lua_State *L, Pen *pen, const char *method, EzPenStep step)
{
    if (pen->n_steps == PEN_STEPS_MAX)
        refuse(L, method, "look for a loop that does not end",
               "a drawing has at most 100,000 steps");
    if (pen->n_steps == pen->room) {
        pen->room = MAX(32, pen->room * 2);
        EzPenStep *more = ez_arena_array(pen->r->arena, EzPenStep, pen->room);
        if (pen->n_steps > 0)
            memcpy(more, pen->steps, sizeof *more * (size_t)pen->n_steps);
        pen->steps = more;
    }
    pen->steps[pen->n_steps++] = step;
}

// A point of the author's where it lies in the drawing.
static void turn(lua_State *L, const Pen *pen, const char *method, double *x, double *y)
{
    const Transform *t = &pen->now.transform;
    double at_x = t->xx * *x + t->xy * *y + t->x0, at_y = t->yx * *x + t->yy * *y + t->y0;
    if (!(fabs(at_x) <= FARTHEST && fabs(at_y) <= FARTHEST))
        refuse(L, method, "look at pen:translate, pen:scale and pen:rotate",
               "the point lies farther than any paper");
    *x = at_x;
    *y = at_y;
}

static void move_to(lua_State *L, Pen *pen, const char *method, double x, double y)
{
    turn(L, pen, method, &x, &y);
    add(L, pen, method, (EzPenStep){.verb = EZ_PEN_MOVE, .x = x, .y = y});
    pen->has_point = true;
    pen->painted = false;
}

static void need_point(lua_State *L, const Pen *pen, const char *method)
{
    if (!pen->has_point || pen->painted)
        refuse(L, method, "begin with pen:move(x, y)", "there is no point yet to go on from");
}

static void line_to(lua_State *L, Pen *pen, const char *method, double x, double y)
{
    need_point(L, pen, method);
    turn(L, pen, method, &x, &y);
    add(L, pen, method, (EzPenStep){.verb = EZ_PEN_LINE, .x = x, .y = y});
}

static void curve_to(lua_State *L, Pen *pen, const char *method, const double p[6])
{
    EzPenStep step = {EZ_PEN_CURVE, p[0], p[1], p[2], p[3], p[4], p[5], NULL, NULL};
    need_point(L, pen, method);
    turn(L, pen, method, &step.x1, &step.y1);
    turn(L, pen, method, &step.x2, &step.y2);
    turn(L, pen, method, &step.x, &step.y);
    add(L, pen, method, step);
}

static void close_path(lua_State *L, Pen *pen, const char *method)
{
    need_point(L, pen, method);
    add(L, pen, method, (EzPenStep){.verb = EZ_PEN_CLOSE});
}

// One piece of a circle of at most a quarter, from where the path stands.
static void arc_piece(lua_State *L, Pen *pen, const char *method, const double circle[3],
                      double from, double to)
{
    double x = circle[0], y = circle[1], r = circle[2], k = 4.0 / 3 * tan((to - from) / 4);
    const double points[6] = {x + r * (cos(from) - k * sin(from)),
                              y + r * (sin(from) + k * cos(from)),
                              x + r * (cos(to) + k * sin(to)),
                              y + r * (sin(to) - k * cos(to)),
                              x + r * cos(to),
                              y + r * sin(to)};
    curve_to(L, pen, method, points);
}

static void arc_pieces(lua_State *L, Pen *pen, const char *method, const double circle[3],
                       double from, double to)
{
    int count = MAX(1, (int)ceil(fabs(to - from) / (90 * DEGREE) - 1e-9));
    for (int i = 0; i < count; i++)
        arc_piece(L, pen, method, circle, from + (to - from) * i / count,
                  from + (to - from) * (i + 1) / count);
}

// ---- paths ---------------------------------------------------------------------------------------
// Each method gives the pen back, so that calls can be strung together. [-n, +1]

static int give_pen(lua_State *L)
{
    lua_settop(L, 1);
    return 1;
}

static int pen_move(lua_State *L)
{
    Pen *pen = pen_of(L, "move");
    move_to(L, pen, "move", number(L, 2, "move"), number(L, 3, "move"));
    return give_pen(L);
}

static int pen_line(lua_State *L)
{
    Pen *pen = pen_of(L, "line");
    line_to(L, pen, "line", number(L, 2, "line"), number(L, 3, "line"));
    return give_pen(L);
}

static int pen_curve(lua_State *L)
{
    Pen *pen = pen_of(L, "curve");
    double points[6];
    for (int i = 0; i < 6; i++)
        points[i] = number(L, i + 2, "curve");
    curve_to(L, pen, "curve", points);
    return give_pen(L);
}

static int pen_close(lua_State *L)
{
    close_path(L, pen_of(L, "close"), "close");
    return give_pen(L);
}

static double positive(lua_State *L, int arg, const char *method, const char *what)
{
    char problem[100];
    double value = number(L, arg, method);
    g_snprintf(problem, sizeof problem, "%s must be more than 0", what);
    if (value <= 0)
        refuse(L, method, NULL, problem);
    return value;
}

static int pen_arc(lua_State *L)
{
    Pen *pen = pen_of(L, "arc");
    double circle[3] = {number(L, 2, "arc"), number(L, 3, "arc"),
                        positive(L, 4, "arc", "the radius")};
    double from = number(L, 5, "arc"), to = number(L, 6, "arc");
    if (fabs(to - from) > 360)
        refuse(L, "arc", NULL, "an arc is at most a whole circle, 360 degrees");
    double x = circle[0] + circle[2] * cos(from * DEGREE);
    double y = circle[1] + circle[2] * sin(from * DEGREE);
    if (pen->has_point && !pen->painted)
        line_to(L, pen, "arc", x, y);
    else
        move_to(L, pen, "arc", x, y);
    arc_pieces(L, pen, "arc", circle, from * DEGREE, to * DEGREE);
    return give_pen(L);
}

static int pen_circle(lua_State *L)
{
    Pen *pen = pen_of(L, "circle");
    double circle[3] = {number(L, 2, "circle"), number(L, 3, "circle"),
                        positive(L, 4, "circle", "the radius")};
    move_to(L, pen, "circle", circle[0] + circle[2], circle[1]);
    arc_pieces(L, pen, "circle", circle, 0, 360 * DEGREE);
    close_path(L, pen, "circle");
    return give_pen(L);
}

static void round_corner(lua_State *L, Pen *pen, double x, double y, double radius,
                         double degrees)
{
    const double circle[3] = {x, y, radius};
    line_to(L, pen, "rect", x + radius * cos(degrees * DEGREE),
            y + radius * sin(degrees * DEGREE));
    arc_piece(L, pen, "rect", circle, degrees * DEGREE, (degrees + 90) * DEGREE);
}

static int pen_rect(lua_State *L)
{
    Pen *pen = pen_of(L, "rect");
    double x = number(L, 2, "rect"), y = number(L, 3, "rect");
    double right = x + positive(L, 4, "rect", "the width");
    double bottom = y + positive(L, 5, "rect", "the height");
    double radius = number_or(L, 6, "rect", 0);
    radius = MIN(radius, MIN(right - x, bottom - y) / 2);
    move_to(L, pen, "rect", x + MAX(radius, 0), y);
    if (radius > 0) {
        round_corner(L, pen, right - radius, y + radius, radius, -90);
        round_corner(L, pen, right - radius, bottom - radius, radius, 0);
        round_corner(L, pen, x + radius, bottom - radius, radius, 90);
        round_corner(L, pen, x + radius, y + radius, radius, 180);
    } else {
        line_to(L, pen, "rect", right, y);
        line_to(L, pen, "rect", right, bottom);
        line_to(L, pen, "rect", x, bottom);
    }
    close_path(L, pen, "rect");
    return give_pen(L);
}

// ---- painting ------------------------------------------------------------------------------------

static void need_path(lua_State *L, const Pen *pen, const char *method)
{
    if (!pen->has_point)
        refuse(L, method, "pen:move, pen:rect or pen:circle begins a path",
               "there is no path yet");
}

// The line of the script that calls the pen.
static EzOrigin caller(lua_State *L, const EzLoad *load)
{
    lua_Debug frame;
    if (!lua_getstack(L, 1, &frame) || !lua_getinfo(L, "Sl", &frame) || frame.source[0] != '@')
        return (EzOrigin){NULL, -1, 0};
    return (EzOrigin){ez_load_map(load, frame.source + 1), -1, frame.currentline};
}

static void check_colour(const EzReading *r, EzOrigin origin, const char *method,
                         const char *colour)
{
    const EzTheme *theme = r->load->kit != NULL ? r->load->kit->theme : NULL;
    EzColour found;
    if (theme == NULL || colour == NULL || ez_theme_colour(theme, colour, &found))
        return;
    g_autofree char *hint = ez_theme_colour_hint(theme, colour);
    EzPlace place = origin.map != NULL ? ez_luamap_token(origin.map, origin.line, method)
                                       : ez_origin_place(r->origin);
    ez_diag_report(r->load->diags, EZ_BAD_COLOUR, place, hint, "thing", "a drawing", "field",
                   "colour", "value", colour, NULL);
}

static int pen_fill(lua_State *L)
{
    Pen *pen = pen_of(L, "fill");
    need_path(L, pen, "fill");
    if (lua_type(L, 2) != LUA_TSTRING)
        refuse(L, "fill", "pen:fill \"ink\"", "it needs the name of a colour");
    const char *colour = ez_arena_intern(pen->r->arena, lua_tostring(L, 2));
    check_colour(pen->r, caller(L, pen->r->load), "fill", colour);
    add(L, pen, "fill", (EzPenStep){.verb = EZ_PEN_FILL, .colour = colour});
    pen->painted = true;
    return give_pen(L);
}

// A line under a transform is as thick as a square is large.
static double stretch(const Pen *pen)
{
    const Transform *t = &pen->now.transform;
    return sqrt(fabs(t->xx * t->yy - t->xy * t->yx));
}

static int pen_stroke(lua_State *L)
{
    Pen *pen = pen_of(L, "stroke");
    need_path(L, pen, "stroke");
    if (lua_type(L, 2) != LUA_TTABLE)
        refuse(L, "stroke", "pen:stroke { colour = \"ink\", width = 0.3 }",
               "it needs a table of fields");
    EzReading r = *pen->r;
    r.origin = caller(L, r.load);
    r.thing = ez_pen_stroke_record.thing;
    EzPenStroke *stroke = ez_arena_make(r.arena, EzPenStroke);
    stroke->width = DEFAULT_STROKE;
    ez_lua_unview(L, 2);
    ez_read_unknown(&r, 2, &ez_pen_stroke_record, NULL);
    ez_read_record(&r, 2, &ez_pen_stroke_record, stroke);
    check_colour(&r, r.origin, "stroke", stroke->colour);
    stroke->width *= stretch(pen);
    stroke->dash.x *= stretch(pen);
    stroke->dash.y *= stretch(pen);
    add(L, pen, "stroke", (EzPenStep){.verb = EZ_PEN_STROKE, .stroke = stroke});
    pen->painted = true;
    return give_pen(L);
}

static int pen_clip(lua_State *L)
{
    Pen *pen = pen_of(L, "clip");
    need_path(L, pen, "clip");
    add(L, pen, "clip", (EzPenStep){.verb = EZ_PEN_CLIP});
    pen->now.clips++;
    pen->painted = true;
    return give_pen(L);
}

// ---- transforms ----------------------------------------------------------------------------------

// What is drawn from here on goes through `t` first.
static void transform(lua_State *L, Pen *pen, const char *method, Transform t)
{
    const Transform o = pen->now.transform;
    Transform n = {o.xx * t.xx + o.xy * t.yx,        o.yx * t.xx + o.yy * t.yx,
                   o.xx * t.xy + o.xy * t.yy,        o.yx * t.xy + o.yy * t.yy,
                   o.xx * t.x0 + o.xy * t.y0 + o.x0, o.yx * t.x0 + o.yy * t.y0 + o.y0};
    const double all[] = {n.xx, n.yx, n.xy, n.yy, n.x0, n.y0};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        if (!(fabs(all[i]) <= FARTHEST))
            refuse(L, method, NULL,
                   "together with what went before this is larger than any paper");
    pen->now.transform = n;
}

static int pen_translate(lua_State *L)
{
    Pen *pen = pen_of(L, "translate");
    double x = number(L, 2, "translate"), y = number(L, 3, "translate");
    transform(L, pen, "translate", (Transform){1, 0, 0, 1, x, y});
    return give_pen(L);
}

static int pen_scale(lua_State *L)
{
    Pen *pen = pen_of(L, "scale");
    double x = number(L, 2, "scale"), y = number_or(L, 3, "scale", x);
    if (x == 0 || y == 0)
        refuse(L, "scale", NULL, "nothing can be 0 times as large");
    transform(L, pen, "scale", (Transform){x, 0, 0, y, 0, 0});
    return give_pen(L);
}

static int pen_rotate(lua_State *L)
{
    Pen *pen = pen_of(L, "rotate");
    double angle = number(L, 2, "rotate") * DEGREE;
    transform(L, pen, "rotate",
              (Transform){cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0});
    return give_pen(L);
}

static int pen_save(lua_State *L)
{
    Pen *pen = pen_of(L, "save");
    if (pen->saves == PEN_SAVES_MAX)
        refuse(L, "save", "give each pen:save() its pen:restore()",
               "32 are open already, and that is the most");
    pen->saved[pen->saves++] = pen->now;
    return give_pen(L);
}

void ez_pen_end_clips(lua_State *L, Pen *pen, const char *method, int left)
{
    for (; pen->now.clips > left; pen->now.clips--)
        add(L, pen, method, (EzPenStep){.verb = EZ_PEN_UNCLIP});
}

static int pen_restore(lua_State *L)
{
    Pen *pen = pen_of(L, "restore");
    if (pen->saves == 0)
        refuse(L, "restore", "pen:save() goes before it", "nothing was saved");
    ez_pen_end_clips(L, pen, "restore", pen->saved[pen->saves - 1].clips);
    pen->now = pen->saved[--pen->saves];
    return give_pen(L);
}

// ---- the class -----------------------------------------------------------------------------------

const EzHostFunction ez_pen_functions[] = {
    {"Pen", "move", pen_move, "fun(self: Pen, x: number, y: number): Pen",
     "Begins a path, or another part of it, at a point; mm from the drawing's top left."},
    {"Pen", "line", pen_line, "fun(self: Pen, x: number, y: number): Pen",
     "A straight line to a point."},
    {"Pen", "curve", pen_curve,
     "fun(self: Pen, x1: number, y1: number, x2: number, y2: number, x: number, y: number): "
     "Pen",
     "A Bézier curve to x, y with two handles."},
    {"Pen", "arc", pen_arc,
     "fun(self: Pen, x: number, y: number, radius: number, from: number, to: number): Pen",
     "Part of a circle around x, y; in degrees, clockwise from the right."},
    {"Pen", "close", pen_close, "fun(self: Pen): Pen", "A line back to where the path began."},
    {"Pen", "rect", pen_rect,
     "fun(self: Pen, x: number, y: number, width: number, height: number, radius?: number): "
     "Pen",
     "A rectangle, with round corners if you like."},
    {"Pen", "circle", pen_circle, "fun(self: Pen, x: number, y: number, radius: number): Pen",
     "A whole circle around x, y."},
    {"Pen", "fill", pen_fill, "fun(self: Pen, colour: string): Pen",
     "Fills the path; it stays, so that it can be stroked as well."},
    {"Pen", "stroke", pen_stroke,
     "fun(self: Pen, line: { colour?: string, width?: number, dash?: number[], cap?: string "
     "}): Pen",
     "Draws a line along the path, 0.25 mm in ink unless it says otherwise; cap is \"butt\" or "
     "\"round\"."},
    {"Pen", "clip", pen_clip, "fun(self: Pen): Pen",
     "From here on only what lies inside the path is seen, until the pen is restored."},
    {"Pen", "translate", pen_translate, "fun(self: Pen, x: number, y: number): Pen",
     "Moves the origin there."},
    {"Pen", "scale", pen_scale, "fun(self: Pen, x: number, y?: number): Pen",
     "Makes what follows so many times as large, lines too."},
    {"Pen", "rotate", pen_rotate, "fun(self: Pen, degrees: number): Pen",
     "Turns what follows clockwise around the origin."},
    {"Pen", "save", pen_save, "fun(self: Pen): Pen", "Remembers the transform and the clips."},
    {"Pen", "restore", pen_restore, "fun(self: Pen): Pen", "Goes back to what was saved last."},
    {NULL, NULL, NULL, NULL, NULL},
};

// pen:ellipse: [-2, +0]
static int unknown_method(lua_State *L)
{
    const char *names[G_N_ELEMENTS(ez_pen_functions)] = {NULL};
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    for (int i = 0; ez_pen_functions[i].name != NULL; i++)
        names[i] = ez_pen_functions[i].name;
    char problem[100];
    g_snprintf(problem, sizeof problem, "a pen cannot \"%.40s\"", name);
    char *hint = ez_diag_did_you_mean(name, names);
    if (hint == NULL)
        hint = g_strjoinv(", ", (char **)names);
    ez_load_prepare(L, EZ_PEN_MISUSE, name, hint, "problem", problem, NULL);
    return ez_load_raise(L);
}

void ez_pen_push_metatable(lua_State *L)
{
    if (!luaL_newmetatable(L, PEN))
        return;
    lua_newtable(L);
    for (const EzHostFunction *f = ez_pen_functions; f->name != NULL; f++) {
        lua_pushcfunction(L, f->function);
        lua_setfield(L, -2, f->name);
    }
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, unknown_method);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_setfield(L, -2, "__index");
}
