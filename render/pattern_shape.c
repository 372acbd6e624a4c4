// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern-private.h"

#include <string.h>

static const double PI = 3.14159265358979323846;

// The series of sine and cosine; x within an eighth of a turn needs no more terms.
static EzVec near_zero(double x)
{
    double square = x * x, sine = 1, cosine = 1;
    for (int n = 16; n >= 2; n -= 2) {
        cosine = 1 - square / (n * (n - 1)) * cosine;
        sine = 1 - square / (n * (n + 1)) * sine;
    }
    return (EzVec){cosine, sine * x};
}

EzVec ez_shape_heading(double degrees)
{
    double quarters = floor(degrees / 90 + 0.5);
    EzVec at = near_zero((degrees - quarters * 90) * (PI / 180));
    switch ((int)(quarters - 4 * floor(quarters / 4))) {
    case 0:
        return at;
    case 1:
        return (EzVec){-at.y, at.x};
    case 2:
        return (EzVec){-at.x, -at.y};
    default:
        return (EzVec){at.y, -at.x};
    }
}

// ln m for m from 1/2 to 1, by the series of the inverse hyperbolic tangent.
static double log_of_half(double m)
{
    double s = (m - 1) / (m + 1), square = s * s, sum = 0;
    for (int n = 33; n >= 1; n -= 2)
        sum = sum * square + 2.0 / n;
    return sum * s;
}

static double exponential(double x)
{
    const double ln2 = 0.69314718055994530942;
    double twos = floor(x / ln2 + 0.5), rest = x - twos * ln2, sum = 1;
    for (int n = 16; n >= 1; n--)
        sum = 1 + sum * rest / n;
    return ldexp(sum, (int)twos);
}

double ez_shape_power(double base, double exponent)
{
    if (base <= 0)
        return 0;
    int twos = 0;
    double mantissa = frexp(base, &twos);
    return exponential(exponent * (log_of_half(mantissa) + twos * 0.69314718055994530942));
}

double ez_shape_distance(EzVec p, EzVec a, EzVec b)
{
    EzVec along = ez_vec_sub(b, a), from = ez_vec_sub(p, a);
    double square = ez_vec_square(along);
    double t = square > 0 ? (from.x * along.x + from.y * along.y) / square : 0;
    return ez_vec_length(ez_vec_sub(from, ez_vec_mul(along, CLAMP(t, 0, 1))));
}

// The point between first and last that is farthest from their line; first when none is beyond the tolerance.
static int farthest(const EzVec *points, int first, int last, double tolerance)
{
    int found = first;
    for (int i = first + 1; i < last; i++) {
        double distance = ez_shape_distance(points[i], points[first], points[last]);
        if (distance > tolerance) {
            tolerance = distance;
            found = i;
        }
    }
    return found;
}

static void keep_between(const EzVec *points, int first, int last, double tolerance, bool *keep)
{
    int middle = farthest(points, first, last, tolerance);
    if (middle == first)
        return;
    keep[middle] = true;
    keep_between(points, first, middle, tolerance, keep);
    keep_between(points, middle, last, tolerance, keep);
}

// A ring is two lines: from its first point to the one farthest from it, and back.
static void keep_of_ring(const EzVec *points, int count, double tolerance, bool *keep)
{
    int far = 0;
    for (int i = 1; i < count; i++)
        if (ez_vec_square(ez_vec_sub(points[i], points[0])) >
            ez_vec_square(ez_vec_sub(points[far], points[0])))
            far = i;
    keep[far] = true;
    EzVec *round = g_new(EzVec, count + 1);
    memcpy(round, points, sizeof *points * (size_t)count);
    round[count] = points[0];
    keep_between(round, 0, far, tolerance, keep);
    keep_between(round, far, count, tolerance, keep);
    g_free(round);
}

int ez_shape_simplify(EzVec *points, int count, bool closed, double tolerance)
{
    if (count < 3)
        return count;
    bool *keep = g_new0(bool, count);
    keep[0] = true;
    if (closed) {
        keep_of_ring(points, count, tolerance, keep);
    } else {
        keep[count - 1] = true;
        keep_between(points, 0, count - 1, tolerance, keep);
    }
    int kept = 0;
    for (int i = 0; i < count; i++)
        if (keep[i])
            points[kept++] = points[i];
    g_free(keep);
    return kept;
}

void ez_shape_chaikin(GArray *points, bool closed)
{
    int count = (int)points->len, edges = closed ? count : count - 1;
    if (count < 3)
        return;
    EzVec *old = g_new(EzVec, count);
    memcpy(old, points->data, sizeof *old * (size_t)count);
    g_array_set_size(points, 0);
    if (!closed)
        g_array_append_val(points, old[0]);
    for (int i = 0; i < edges; i++) {
        EzVec a = old[i], b = old[(i + 1) % count];
        EzVec cut[] = {ez_vec_mix(a, b, 0.25), ez_vec_mix(a, b, 0.75)};
        g_array_append_vals(points, cut, 2);
    }
    if (!closed)
        g_array_append_val(points, old[count - 1]);
    g_free(old);
}

double ez_shape_round(double x)
{
    return floor(x * 1024 + 0.5) / 1024;
}

// One side of the Liang-Barsky cut: what of the line is on the side where `depth` is not negative.
static bool cut_side(double depth, double along, double *from, double *to)
{
    if (along == 0)
        return depth >= 0;
    double t = -depth / along;
    if (along > 0)
        *from = MAX(*from, t);
    else
        *to = MIN(*to, t);
    return *from < *to;
}

bool ez_shape_cut(EzVec plate, double margin, EzVec *a, EzVec *b)
{
    EzVec start = *a, along = ez_vec_sub(*b, *a);
    double from = 0, to = 1;
    if (!cut_side(start.x + margin, along.x, &from, &to) ||
        !cut_side(plate.x + margin - start.x, -along.x, &from, &to) ||
        !cut_side(start.y + margin, along.y, &from, &to) ||
        !cut_side(plate.y + margin - start.y, -along.y, &from, &to))
        return false;
    if (to < 1)
        *b = ez_vec_add(start, ez_vec_mul(along, to));
    if (from > 0)
        *a = ez_vec_add(start, ez_vec_mul(along, from));
    return true;
}
