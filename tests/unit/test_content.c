// SPDX-License-Identifier: EUPL-1.2
#include "print/content.h"

#include <string.h>

// Each operator with its operands, between bars; "!" at the end when the stream is broken.
static char *read_all(const char *stream)
{
    GString *out = g_string_new("|");
    EzContentReader content = ez_content_open(stream, strlen(stream));
    EzContentOp op;
    while (ez_content_next(&content, &op)) {
        g_string_append_len(out, op.start, op.end - op.start);
        g_string_append_c(out, '|');
    }
    if (content.broken)
        g_string_append_c(out, '!');
    return g_string_free(out, FALSE);
}

static void test_operators_come_with_their_operands(void)
{
    static const char *const rows[][2] = {
        {"", "|"},
        {"q Q", "|q|Q|"},
        {"1 0 0 -1 0 419.5 cm\nq", "|1 0 0 -1 0 419.5 cm|q|"},
        {"(a\\)b(c)) Tj", "|(a\\)b(c)) Tj|"},
        {"[(Dikk)13(e)] TJ ET", "|[(Dikk)13(e)] TJ|ET|"},
        {"[(a)6(b)]TJ", "|[(a)6(b)]TJ|"},
        {"/Span << /MCID 2 >> BDC EMC", "|/Span << /MCID 2 >> BDC|EMC|"},
        {"/Span<</ActualText<feff00ad>>>BDC", "|/Span<</ActualText<feff00ad>>>BDC|"},
        {"% a comment (\nf* % b\nn", "|f*|n|"},
        {"(x) ' T*", "|(x) '|T*|"},
        {"q\nBI /W 1 /H 1 ID \x01 EI\x02 EI Q", "|q|BI /W 1 /H 1 ID \x01 EI\x02 EI|Q|"},
        {"true null /A << /B false >> DP", "|true null /A << /B false >> DP|"},
        {"1 2 re W n (open", "|1 2 re|W|n|!"},
        {"f 1 2", "|f|!"},
        {"q BI /W 1 ID abc", "|q|!"},
        {"<41 Tj", "|!"},
        {"toolong f", "|toolong|f|"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *found = read_all(rows[i][0]);
        g_assert_cmpstr(found, ==, rows[i][1]);
    }
}

static EzContentOp first_of(const char *stream)
{
    EzContentReader content = ez_content_open(stream, strlen(stream));
    EzContentOp op;
    g_assert_true(ez_content_next(&content, &op));
    return op;
}

static void test_operands(void)
{
    double n[4];
    const char *name;
    EzContentOp op = first_of("0.5 -.25 +3 8 0.0 1e scn");
    g_assert_true(op.code == EZ_OP("scn"));
    g_assert_cmpint(ez_content_numbers(&op, n, 4), ==, 4);
    g_assert_cmpfloat(n[0], ==, 3);
    g_assert_cmpfloat(n[2], ==, 0);
    op = first_of("0.133333 -.25 rg");
    g_assert_cmpint(ez_content_numbers(&op, n, 4), ==, 2);
    g_assert_cmpfloat(n[0], ==, 0.133333);
    g_assert_cmpfloat(n[1], ==, -0.25);
    op = first_of("(/no 1) /Cs1 [/P 2] cs");
    g_assert_cmpint(ez_content_name(&op, 1, &name), ==, 1);
    g_assert_cmpint(*name, ==, 'P');
    g_assert_cmpint(ez_content_name(&op, 2, &name), ==, 0);
    g_assert_cmpint(ez_content_numbers(&op, n, 4), ==, 1);
}

static void test_marks(void)
{
    static const struct {
        const char *op;
        int mark;
    } rows[] = {
        {"/Span << /MCID 12 >> BDC", 12},
        {"/P <</Lang (nl) /MCID 0>> BDC", 0},
        {"/Span << /ActualText (/MCID 3) >> BDC", -1},
        {"/Artifact BMC", -1},
        {"/Span << /MCID >> BDC", -1},
        {"/Span << /MCID -4 >> BDC", -1},
        {"/Span << /MCIDS 4 >> BDC", -1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        EzContentOp op = first_of(rows[i].op);
        g_assert_cmpint(ez_content_mark(&op), ==, rows[i].mark);
    }
}

static void test_what_paints(void)
{
    static const char *const paints[] = {"f",     "F",      "f*",    "B",     "B*",
                                         "b",     "b*",     "S",     "s",     "sh",
                                         "/x Do", "(a) Tj", "[] TJ", "(a) '", "1 1 (a) \""};
    static const char *const not [] = {"n", "re", "W",   "BT", "ET", "q",
                                       "Q", "cm", "BMC", "gs", "Sx"};
    for (size_t i = 0; i < G_N_ELEMENTS(paints); i++)
        g_assert_true(ez_content_paints(first_of(paints[i]).code));
    for (size_t i = 0; i < G_N_ELEMENTS(not ); i++)
        g_assert_false(ez_content_paints(first_of(not [i]).code));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/content/operators-come-with-their-operands",
                    test_operators_come_with_their_operands);
    g_test_add_func("/content/operands", test_operands);
    g_test_add_func("/content/marks", test_marks);
    g_test_add_func("/content/what-paints", test_what_paints);
    return g_test_run();
}
