// SPDX-License-Identifier: EUPL-1.2
#include "render/symbol.h"

#include <math.h>
#include <string.h>

// Draws into `path`; x and y are the box's corner, w and h its sides.
typedef void (*Draw)(EzScene *s, EzPath *path, double x, double y, double w, double h);

// ---- shapes ---------------------------------------------------------------------------

static void polygon(EzScene *s, EzPath *path, EzRect box, int corners, double turn)
{
    double cx = box.x + box.width / 2, cy = box.y + box.height / 2;
    for (int k = 0; k < corners; k++) {
        double angle = turn + k * 2 * G_PI / corners;
        double x = cx + box.width / 2 * cos(angle), y = cy + box.height / 2 * sin(angle);
        if (k == 0)
            ez_path_move(s, path, x, y);
        else
            ez_path_line(s, path, x, y);
    }
    ez_path_close(s, path);
}

// A tab hangs from the top edge and has a round foot, flatter where it is not tall enough.
static void tab(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    const double round = 4 * (G_SQRT2 - 1) / 3;
    double rx = w / 2, ry = MIN(w / 2, h), foot = y + h - ry;
    ez_path_move(s, path, x, y);
    ez_path_line(s, path, x + w, y);
    ez_path_line(s, path, x + w, foot);
    ez_path_curve(s, path, x + w, foot + round * ry, x + rx + round * rx, y + h, x + rx, y + h);
    ez_path_curve(s, path, x + rx - round * rx, y + h, x, foot + round * ry, x, foot);
    ez_path_close(s, path);
}

static void circle(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_circle(s, path, x + w / 2, y + h / 2, MIN(w, h) / 2);
}

// A square with two opposite corners round.
static void leaf(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    double r = MIN(w, h) / 2;
    ez_path_move(s, path, x, y);
    ez_path_line(s, path, x + w - r, y);
    ez_path_arc(s, path, x + w - r, y + r, r, -G_PI / 2, 0);
    ez_path_line(s, path, x + w, y + h);
    ez_path_line(s, path, x + r, y + h);
    ez_path_arc(s, path, x + r, y + h - r, r, G_PI / 2, G_PI);
    ez_path_close(s, path);
}

static void stair(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_move(s, path, x, y + h);
    for (int step = 0; step < 3; step++) {
        double top = y + h * (2 - step) / 3;
        ez_path_line(s, path, x + w * step / 3, top);
        ez_path_line(s, path, x + w * (step + 1) / 3, top);
    }
    ez_path_line(s, path, x + w, y + h);
    ez_path_close(s, path);
}

static void squares(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    for (int k = 0; k < 4; k++)
        ez_path_rect(
            s, path,
            (EzRect){x + (k % 2) * 0.53 * w, y + (k / 2) * 0.53 * h, 0.47 * w, 0.47 * h}, 0);
}

static void arch(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    double r = 0.42 * MIN(w, h);
    ez_path_move(s, path, x + w / 2 - r, y + h);
    ez_path_line(s, path, x + w / 2 - r, y + r);
    ez_path_arc(s, path, x + w / 2, y + r, r, G_PI, 2 * G_PI);
    ez_path_line(s, path, x + w / 2 + r, y + h);
    ez_path_close(s, path);
}

// What comes to a point looks smaller: it reaches past its box by up to 6 %.
static void diamond(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    polygon(s, path, (EzRect){x - 0.06 * w, y - 0.06 * h, 1.12 * w, 1.12 * h}, 4, 0);
}

static void hexagon(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    polygon(s, path, (EzRect){x - 0.025 * w, y - 0.025 * h, 1.05 * w, 1.05 * h}, 6, G_PI / 6);
}

static void circles(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_circle(s, path, x + 0.34 * w, y + h / 2, 0.38 * MIN(w, h));
    ez_path_circle(s, path, x + 0.66 * w, y + h / 2, 0.38 * MIN(w, h));
}

static void octagon(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    polygon(s, path, (EzRect){x - 0.03 * w, y - 0.03 * h, 1.06 * w, 1.06 * h}, 8, G_PI / 8);
}

static void square(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_rect(s, path, (EzRect){x + 0.06 * w, y + 0.06 * h, 0.88 * w, 0.88 * h}, 0);
}

static const struct {
    const char *name;
    Draw draw;
    double width, height; // mm, when nobody says
} shapes[] = {
    {"tab", tab, 11, 15},         {"circle", circle, 10, 10},   {"leaf", leaf, 11, 11},
    {"stair", stair, 10, 10},     {"squares", squares, 10, 10}, {"arch", arch, 9.4, 9.4},
    {"diamond", diamond, 10, 10}, {"hexagon", hexagon, 10, 10}, {"circles", circles, 12, 12},
    {"octagon", octagon, 10, 10}, {"square", square, 10, 10},
};

EzPath ez_symbol_shape(EzScene *scene, const char *name, EzRect box)
{
    EzPath path = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        if (strcmp(shapes[i].name, name) == 0)
            shapes[i].draw(scene, &path, box.x, box.y, box.width, box.height);
    return path;
}

// ---- marks ------------------------------------------------------------------------------

enum { FILLED = 1, STROKED = 2 };

static void ring(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_circle(s, path, x + w / 2, y + h / 2, MAX(MIN(w, h) / 2 - 0.2, 0));
}

static void left_half(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_arc(s, path, x + w / 2, y + h / 2, MAX(MIN(w, h) / 2 - 0.2, 0), G_PI / 2,
                1.5 * G_PI);
    ez_path_close(s, path);
}

static void tick(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_move(s, path, x + 0.14 * w, y + 0.55 * h);
    ez_path_line(s, path, x + 0.4 * w, y + 0.8 * h);
    ez_path_line(s, path, x + 0.86 * w, y + 0.22 * h);
}

static void box(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_rect(s, path, (EzRect){x + 0.2, y + 0.2, MAX(w - 0.4, 0), MAX(h - 0.4, 0)}, 0);
}

// An arrow head that points right, with a waist: "fold here".
static void fold_right(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_move(s, path, x, y);
    ez_path_line(s, path, x + w, y + h / 2);
    ez_path_line(s, path, x, y + h);
    ez_path_close(s, path);
}

static void fold_left(EzScene *s, EzPath *path, double x, double y, double w, double h)
{
    ez_path_move(s, path, x + w, y);
    ez_path_line(s, path, x, y + h / 2);
    ez_path_line(s, path, x + w, y + h);
    ez_path_close(s, path);
}

// A mark is one or two drawings over each other.
static const struct {
    const char *name;
    double width, height;
    struct {
        Draw draw;
        int how;
    } parts[2];
} marks[] = {
    {"disc", 3.2, 3.2, {{circle, FILLED}}},
    {"half", 3.2, 3.2, {{ring, STROKED}, {left_half, FILLED}}},
    {"ring", 3.2, 3.2, {{ring, STROKED}}},
    {"tick", 3.2, 3.2, {{tick, STROKED}}},
    {"box", 3.2, 3.2, {{box, STROKED}}},
    {"dot", 2.1, 2.1, {{circle, FILLED}}},
    {"fold_left", 3, 3.8, {{fold_left, FILLED}}},
    {"fold_right", 3, 3.8, {{fold_right, FILLED}}},
};

bool ez_symbol_mark(EzScene *scene, const char *name, EzRect r, EzColour colour)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (strcmp(marks[i].name, name) != 0)
            continue;
        for (int p = 0; p < 2 && marks[i].parts[p].draw != NULL; p++) {
            EzPath path = {0};
            bool filled = marks[i].parts[p].how == FILLED;
            marks[i].parts[p].draw(scene, &path, r.x, r.y, r.width, r.height);
            EzStroke stroke = {filled ? 0 : 0.4, colour, EZ_CAP_BUTT, {0, 0}};
            ez_scene_path(scene, path, filled ? &colour : NULL, stroke);
        }
        return true;
    }
    return false;
}

double ez_symbol_width(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        if (strcmp(shapes[i].name, name) == 0)
            return shapes[i].width;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(marks[i].name, name) == 0)
            return marks[i].width;
    return 0;
}

double ez_symbol_height(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        if (strcmp(shapes[i].name, name) == 0)
            return shapes[i].height;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(marks[i].name, name) == 0)
            return marks[i].height;
    return 0;
}
