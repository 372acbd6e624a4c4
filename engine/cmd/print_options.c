// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/print_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const EzOption ez_print_options[] = {
    {"--for", '\0', "screen,home,press",
     "what it is for: screen = one side a page, at its trimmed size (the default); home = "
     "cards side by side on sheets to cut, worksheets scaled to the paper; press = one side a "
     "page with bleed, in CMYK, as a print shop wants it"},
    {"--lang", '\0', "nl,en", "languages (else all of the kit)"},
    {"--people", '\0', "N",
     "an exercise: for so many people (else 12, or as near as it allows)"},
    {"--param", '\0', "K=V", "an exercise: say a parameter; several with a comma"},
    {"--cards", '\0', "1-9,N12", "cards, by number in the deck or by id (else all)"},
    {"--side", '\0', "front|back|both", "sides (else both)"},
    {"--format", '\0', "pdf|png|svg",
     "a PDF with all pages (the default), or a picture a page"},
    {"--dpi", '\0', "N", "how fine a PNG is, 36 to 1200 (else 300)"},
    {"--mono", '\0', NULL, "the edition that saves ink"},
    {"--paper", '\0', "a4|a3", "home: the paper (else a4)"},
    {"--duplex", '\0', "HOW",
     "home: how backs come behind fronts: long (the default) or short = the printer turns the "
     "paper over that edge; fold = you fold it; none = on sheets of their own"},
    {"--scale", '\0', "fit|100",
     "home: fit = cards at 90 to 100 %, so that the most go on a sheet (the default); 100 = at "
     "their own size"},
    {"--offset", '\0', "X,Y",
     "home: moves the backs so many mm to the right and down, for a printer that is off"},
    {"--profile", '\0', "NAME",
     "press: the print shop (else generic); home: paper that was cut, or the printer"},
    {"--profiles", '\0', NULL, "lists the profiles: what each is for and what it wants"},
    {"--icc", '\0', "FILE", "press: another ICC profile of CMYK than the print shop's"},
    {"--output", 'o', "FILE|DIR",
     "where to: a folder, or a file that ends in the format (else out)"},
    {"--ui-lang", '\0', "nl|en", "the language in which preflight tells what it refuses (en)"},
    {"--jobs", '\0', "N", "so many files at the same time (else one a processor)"},
    {NULL, '\0', NULL, NULL},
};

// ---- one word of a few -----------------------------------------------------------------------

// "pdf, png or svg"; owned by the caller.
static char *choice_of(const char *const *words)
{
    GString *out = g_string_new(words[0]);
    for (int i = 1; words[i] != NULL; i++)
        g_string_append_printf(out, "%s%s", words[i + 1] != NULL ? ", " : " or ", words[i]);
    return g_string_free(out, FALSE);
}

static int word_number(const char *const *words, const char *value)
{
    for (int i = 0; words[i] != NULL; i++)
        if (g_ascii_strcasecmp(words[i], value) == 0)
            return i;
    return -1;
}

// Which of the words the option has; 0 when it was not given. -1 after a sentence.
static int parse_word(const EzArguments *arguments, const char *option,
                      const char *const *words)
{
    const char *value = ez_argument(arguments, option);
    int number = value != NULL ? word_number(words, value) : 0;
    g_autofree char *choice = choice_of(words);
    if (number < 0)
        ez_usage_error("%s is %s, not \"%s\"", option, choice, value);
    return number;
}

static bool parse_sides(const EzArguments *arguments, EzSideChoice *sides)
{
    static const char *const words[] = {"both", "front", "back", NULL};
    int number = parse_word(arguments, "--side", words);
    *sides = (EzSideChoice)MAX(number, 0);
    return number >= 0;
}

static bool parse_format(const EzArguments *arguments, EzFormat *format)
{
    int number = parse_word(arguments, "--format", ez_format_words);
    *format = (EzFormat)MAX(number, 0);
    return number >= 0;
}

// ---- numbers and files -------------------------------------------------------------------------

static bool parse_jobs(const char *value, int *jobs)
{
    char *end;
    long count = value != NULL ? strtol(value, &end, 10) : 0;
    if (value == NULL || (*end == '\0' && count >= 1 && count <= 64)) {
        *jobs = (int)count;
        return true;
    }
    ez_usage_error("--jobs is a number from 1 to 64, not \"%s\"", value);
    return false;
}

static bool parse_dpi(const char *value, double *dpi)
{
    char *end = NULL;
    *dpi = value != NULL ? g_ascii_strtod(value, &end) : 300;
    if (value == NULL || (*end == '\0' && *dpi >= 36 && *dpi <= 1200))
        return true;
    ez_usage_error("--dpi is a number from 36 to 1200, not \"%s\"", value);
    return false;
}

// The format that the name ends in, when it is not the one that is printed; else NULL.
static const char *other_format(const EzBuildRequest *request)
{
    const char *dot = strrchr(request->out, '.');
    for (int i = 0; dot != NULL && ez_format_words[i] != NULL; i++)
        if (i != (int)request->format && strcmp(dot + 1, ez_format_words[i]) == 0)
            return ez_format_words[i];
    return NULL;
}

static bool parse_output(const char *value, EzBuildRequest *request)
{
    const char *end = ez_format_words[request->format];
    if (value != NULL)
        request->out = value;
    bool named = ez_request_names_file(request);
    bool folder = g_file_test(request->out, G_FILE_TEST_IS_DIR);
    const char *other = other_format(request);
    if (other != NULL && !folder)
        ez_usage_error("%s ends in .%s, and a .%s is printed; add --format %s", request->out,
                       other, end, other);
    else if (!named && !folder && g_file_test(request->out, G_FILE_TEST_EXISTS))
        ez_usage_error("%s is a file; -o takes a folder, or a file ending in .%s", request->out,
                       end);
    else if (named && folder)
        ez_usage_error("%s is a folder; its name may not end in .%s", request->out, end);
    else
        return true;
    return false;
}

// ---- what it is for ----------------------------------------------------------------------------

static bool parse_purpose(const char *value, EzBuildRequest *request)
{
    int purpose = word_number(ez_purpose_words, value);
    g_autofree char *choice = choice_of(ez_purpose_words);
    if (purpose >= 0)
        request->purposes[purpose] = true;
    else
        ez_usage_error("--for is %s, not \"%s\"", choice, value);
    return purpose >= 0;
}

static bool parse_purposes(const EzArguments *arguments, EzBuildRequest *request)
{
    g_auto(GStrv) values = ez_argument_list(arguments, "--for");
    bool fine = true;
    for (int i = 0; values != NULL && fine && values[i] != NULL; i++)
        fine = parse_purpose(values[i], request);
    return fine;
}

// What only one purpose has is not passed over in silence.
static bool check_options(const EzArguments *arguments, const EzBuildRequest *request)
{
    static const struct {
        const char *name, *what;
        EzPurpose purpose;
    } options[] = {{"--paper", "sheets for a printer at home", EZ_FOR_HOME},
                   {"--duplex", "sheets for a printer at home", EZ_FOR_HOME},
                   {"--scale", "sheets for a printer at home", EZ_FOR_HOME},
                   {"--offset", "sheets for a printer at home", EZ_FOR_HOME},
                   {"--icc", "files for a print shop", EZ_FOR_PRESS}};
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++) {
        EzPurpose purpose = options[i].purpose;
        if (!request->purposes[purpose] && ez_argument_given(arguments, options[i].name)) {
            ez_usage_error("%s is of %s; add --for %s", options[i].name, options[i].what,
                           ez_purpose_words[purpose]);
            return false;
        }
    }
    return true;
}

// ---- sheets --------------------------------------------------------------------------------------

static bool parse_paper(const EzArguments *arguments, EzSize *paper)
{
    static const char *const words[] = {"a4", "a3", NULL};
    int number = parse_word(arguments, "--paper", words);
    return number >= 0 && ez_size_named(words[number], paper);
}

static bool parse_duplex(const EzArguments *arguments, EzDuplex *duplex)
{
    int number = parse_word(arguments, "--duplex", ez_duplex_words);
    *duplex = (EzDuplex)MAX(number, 0);
    return number >= 0;
}

static bool parse_scale(const EzArguments *arguments, bool *keep)
{
    static const char *const words[] = {"fit", "100", NULL};
    int number = parse_word(arguments, "--scale", words);
    *keep = number == 1;
    return number >= 0;
}

static bool parse_shift(const char *text, double *shift)
{
    enum { MOST = 5 }; // then the marks are still on the paper
    char *end;
    *shift = g_ascii_strtod(text, &end);
    return end > text && *end == '\0' && *shift >= -MOST && *shift <= MOST;
}

static bool parse_offset(const EzArguments *arguments, EzHomeRequest *home)
{
    g_auto(GStrv) parts = ez_argument_list(arguments, "--offset");
    if (parts == NULL)
        return true;
    bool fine = g_strv_length(parts) == 2 && parse_shift(parts[0], &home->back_x) &&
                parse_shift(parts[1], &home->back_y);
    if (!fine)
        ez_usage_error("--offset is two numbers of mm from -5 to 5, as in 0.5,-1, not \"%s\"",
                       ez_argument(arguments, "--offset"));
    else if (home->duplex == EZ_DUPLEX_FOLD)
        ez_usage_error("--offset moves what is printed on the other side of the paper; with "
                       "--duplex fold there is nothing");
    return fine && home->duplex != EZ_DUPLEX_FOLD;
}

static bool parse_home(const EzArguments *arguments, EzHomeRequest *home)
{
    return parse_paper(arguments, &home->paper) && parse_duplex(arguments, &home->duplex) &&
           parse_scale(arguments, &home->keep) && parse_offset(arguments, home);
}

// ---- profiles ------------------------------------------------------------------------------------

// A shop that takes pictures takes no PDF, and the other way round.
static bool check_format(const EzProfile *profile, EzFormat format)
{
    EzFormat wanted = profile->standard == EZ_STANDARD_PNG ? EZ_FORMAT_PNG : EZ_FORMAT_PDF;
    if (format != wanted)
        ez_usage_error("%s takes %s files; add --format %s", profile->name,
                       wanted == EZ_FORMAT_PNG ? "PNG" : "PDF", ez_format_words[wanted]);
    return format == wanted;
}

static EzProfile *open_profile(const EzSite *site, const char *name, const char *icc)
{
    g_autoptr(GError) error = NULL;
    EzProfile *profile = ez_profile_open(site->press, name, icc, &error);
    if (profile == NULL)
        ez_usage_error("%s", error->message);
    return profile;
}

static bool check_use(const EzProfile *profile, const EzBuildRequest *request)
{
    static const EzPurpose purposes[] = {EZ_FOR_PRESS, EZ_FOR_HOME};
    static const char *const what[] = {"files for a print shop",
                                       "sheets for a printer at home"};
    if (request->purposes[purposes[profile->use]])
        return true;
    ez_usage_error("profile %s is of %s; add --for %s, or take another: see --profiles",
                   profile->name, what[profile->use], ez_profile_use_words[profile->use]);
    return false;
}

// A grid is on paper of its own, which is not folded.
static bool check_grid(const EzArguments *arguments, const EzProfile *profile,
                       const EzHomeRequest *home)
{
    const char *option = ez_argument_given(arguments, "--paper")   ? "--paper"
                         : ez_argument_given(arguments, "--scale") ? "--scale"
                                                                   : NULL;
    if (home->duplex == EZ_DUPLEX_FOLD)
        option = "--duplex fold";
    if (profile->grid.columns == 0 || option == NULL)
        return true;
    ez_usage_error("%s is paper that was cut to size; leave out %s", profile->name, option);
    return false;
}

static bool open_named(const EzArguments *arguments, const EzSite *site,
                       const EzBuildRequest *request, EzProfile *profiles[2])
{
    const char *name = ez_argument(arguments, "--profile");
    if (name == NULL)
        return true;
    g_autoptr(EzProfile) profile = open_profile(site, name, ez_argument(arguments, "--icc"));
    if (profile == NULL || !check_use(profile, request))
        return false;
    profiles[profile->use] = g_steal_pointer(&profile);
    return true;
}

bool ez_print_options_profiles(const EzArguments *arguments, const EzSite *site,
                               EzBuildRequest *request, EzProfile *profiles[2])
{
    EzProfile **press = &profiles[EZ_PROFILE_PRESS], **home = &profiles[EZ_PROFILE_HOME];
    if (!open_named(arguments, site, request, profiles))
        return false;
    bool wanted = request->purposes[EZ_FOR_PRESS];
    if (wanted && *press == NULL)
        *press = open_profile(site, "generic", ez_argument(arguments, "--icc"));
    request->profile = *press;
    request->home.profile = *home;
    bool fine = !wanted || (*press != NULL && check_format(*press, request->format));
    return fine && (*home == NULL || check_grid(arguments, *home, &request->home));
}

bool ez_print_options_list(const EzSite *site, bool json)
{
    g_auto(GStrv) names = ez_profile_names(site->press);
    for (int i = 0; names[i] != NULL; i++) {
        g_autoptr(EzProfile) profile = open_profile(site, names[i], NULL);
        if (profile == NULL)
            return false;
        g_autofree char *line =
            json ? ez_profile_json(profile) : ez_profile_line(profile, false);
        printf("%s\n", line);
    }
    return true;
}

bool ez_print_options_parse(const EzArguments *arguments, EzBuildRequest *request)
{
    if (ez_argument_given(arguments, "--mono"))
        request->load.edition = "mono";
    return ez_take_ui_language(arguments, &request->told_in) &&
           parse_format(arguments, &request->format) &&
           parse_dpi(ez_argument(arguments, "--dpi"), &request->dpi) &&
           parse_output(ez_argument(arguments, "--output"), request) &&
           parse_purposes(arguments, request) && check_options(arguments, request) &&
           parse_home(arguments, &request->home) && parse_sides(arguments, &request->sides) &&
           parse_jobs(ez_argument(arguments, "--jobs"), &request->jobs);
}
