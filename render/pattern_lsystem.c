// SPDX-License-Identifier: EUPL-1.2
// A text is rewritten letter by letter, and a turtle then draws it: F goes on, + and - turn, [ begins a branch that ]
// ends. Turns and lengths vary a little, as in plants.
#include "render/pattern-private.h"

#include <string.h>

enum { DEEPEST = 24 };
static const double TURN = 22.5;
static const double WIDEST = 1.0, THINNER = 0.78, THINNEST = 0.25;

typedef struct Grammar {
    const char *axiom;
    const char *x, *f; // what these letters become
    double lean;       // of the first shoot, degrees off upright
} Grammar;

static const Grammar PLANT = {"X", "F-[[X]+X]+F[+FX]-X", "FF", 14};
static const Grammar BUSH = {"F", "X", "FF-[-F+F+F]+[+F-F-F]", 0};

// One plant on the plate: where its middle stands, and how much of the plate's height and width it may take.
typedef struct Stand {
    const Grammar *grammar;
    int rounds;
    double x, size;
    bool mirror;
} Stand;

// The look's five; the last is for plates that are strips, wherever a single plant would be lost.
static const Stand STANDS[][5] = {
    {{&PLANT, 5, .50, 1.0, false}},
    {{&BUSH, 3, .50, 1.0, true}},
    {{&PLANT, 4, .13, .48, true}, {&PLANT, 4, .54, .86, false}, {&PLANT, 4, .87, .60, false}},
    {{&PLANT, 5, .38, 1.5, true}},
    {{&BUSH, 3, .26, .70, false}, {&BUSH, 3, .66, .95, true}},
    {{&PLANT, 4, .10, .80, false},
     {&PLANT, 4, .30, 1.0, true},
     {&PLANT, 4, .50, .70, false},
     {&PLANT, 4, .70, .95, false},
     {&PLANT, 4, .90, .85, true}},
};
enum { STRIP = G_N_ELEMENTS(STANDS) - 1 };

typedef struct Turtle {
    EzVec at;
    double degrees;
} Turtle;

typedef struct Plant {
    EzSketch *sketch;
    Turtle stack[DEEPEST];
    GArray *path[DEEPEST]; // what each open branch has drawn so far
    int depth;
} Plant;

static GString *rewritten(const Grammar *grammar, int rounds)
{
    GString *text = g_string_new(grammar->axiom);
    for (int round = 0; round < rounds; round++) {
        GString *next = g_string_new(NULL);
        for (const char *c = text->str; *c != '\0'; c++) {
            if (*c == 'X')
                g_string_append(next, grammar->x);
            else if (*c == 'F')
                g_string_append(next, grammar->f);
            else
                g_string_append_c(next, *c);
        }
        g_string_free(text, TRUE);
        text = next;
    }
    return text;
}

static void open_branch(Plant *plant)
{
    plant->depth++;
    g_return_if_fail(plant->depth < DEEPEST);
    plant->stack[plant->depth] = plant->stack[plant->depth - 1];
    g_array_set_size(plant->path[plant->depth], 0);
    g_array_append_val(plant->path[plant->depth], plant->stack[plant->depth].at);
}

static void close_branch(Plant *plant)
{
    GArray *path = plant->path[plant->depth];
    double width = WIDEST;
    for (int i = 0; i < plant->depth - 1; i++)
        width *= THINNER;
    ez_shape_chaikin(path, false);
    if (path->len > 1)
        ez_sketch_line(plant->sketch, path, MAX(THINNEST, width));
    plant->depth--;
}

static void forward(Plant *plant, int steps)
{
    Turtle *turtle = &plant->stack[plant->depth];
    double length = steps * ez_sketch_chance(plant->sketch, 0.9, 1.1);
    EzVec along = ez_vec_mul(ez_shape_heading(turtle->degrees), length);
    turtle->at = ez_vec_add(turtle->at, along);
    g_array_append_val(plant->path[plant->depth], turtle->at);
}

static void turn(Plant *plant, double degrees)
{
    plant->stack[plant->depth].degrees += degrees * ez_sketch_chance(plant->sketch, 0.85, 1.15);
}

static void draw_text(Plant *plant, const char *text)
{
    while (*text != '\0') {
        int steps = (int)strspn(text, "F");
        if (steps > 0)
            forward(plant, steps);
        else if (*text == '+')
            turn(plant, TURN);
        else if (*text == '-')
            turn(plant, -TURN);
        else if (*text == '[')
            open_branch(plant);
        else if (*text == ']')
            close_branch(plant);
        text += MAX(steps, 1);
    }
}

// Draws in steps of the turtle, from the origin upward.
static void draw_plant(EzSketch *sketch, const Stand *stand)
{
    Plant plant = {.sketch = sketch};
    for (int i = 0; i < DEEPEST; i++)
        plant.path[i] = g_array_new(FALSE, FALSE, sizeof(EzVec));
    plant.stack[0].degrees = stand->grammar->lean - 90;
    GString *text = rewritten(stand->grammar, stand->rounds);
    open_branch(&plant);
    draw_text(&plant, text->str);
    close_branch(&plant);
    g_string_free(text, TRUE);
    for (int i = 0; i < DEEPEST; i++)
        g_array_unref(plant.path[i]);
}

static void bounds(const EzSketch *sketch, int first_point, EzVec *low, EzVec *high)
{
    *low = (EzVec){INFINITY, INFINITY};
    *high = (EzVec){-INFINITY, -INFINITY};
    for (int i = first_point; i < (int)sketch->points->len; i++) {
        EzVec p = g_array_index(sketch->points, EzVec, i);
        *low = (EzVec){MIN(low->x, p.x), MIN(low->y, p.y)};
        *high = (EzVec){MAX(high->x, p.x), MAX(high->y, p.y)};
    }
}

// To its size and place: as large as the plate and the neighbours let it, its foot on the lower edge.
static void stand_up(EzSketch *sketch, const Stand *stand, int first_stroke, int first_point)
{
    EzVec low, high;
    bounds(sketch, first_point, &low, &high);
    double fit =
        MIN(sketch->width * 0.92 / (high.x - low.x), sketch->height * 0.94 / (high.y - low.y));
    EzVec foot = {(low.x + high.x) / 2, high.y};
    EzVec ground = {sketch->width * stand->x, sketch->height + 0.5 * sketch->scale};
    for (int i = first_point; i < (int)sketch->points->len; i++) {
        EzVec *p = &g_array_index(sketch->points, EzVec, i);
        EzVec at = ez_vec_mul(ez_vec_sub(*p, foot), fit * stand->size);
        at.x = stand->mirror ? -at.x : at.x;
        *p = ez_vec_add(ground, at);
    }
    double wider = sqrt(stand->size) * sketch->scale;
    for (int i = first_stroke; i < (int)sketch->strokes->len; i++) {
        EzSketchStroke *stroke = &g_array_index(sketch->strokes, EzSketchStroke, i);
        stroke->width = MAX(THINNEST * sketch->scale, stroke->width * wider);
    }
}

void ez_sketch_lsystem(EzSketch *sketch)
{
    bool strip = sketch->width > 2.4 * sketch->height;
    const Stand *stands = STANDS[strip ? STRIP : sketch->variant];
    for (int i = 0; i < (int)G_N_ELEMENTS(STANDS[0]) && stands[i].grammar != NULL; i++) {
        int stroke = (int)sketch->strokes->len, point = (int)sketch->points->len;
        draw_plant(sketch, &stands[i]);
        stand_up(sketch, &stands[i], stroke, point);
    }
}
