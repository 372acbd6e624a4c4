// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/command.h"

#include "config.h"
#include "engine/base/diag.h"
#include "engine/term/screen.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const EzCommand *const ez_commands[] = {
    &ez_command_list,      &ez_command_check,   &ez_command_print,
    &ez_command_preflight, &ez_command_run,     &ez_command_resume,
    &ez_command_status,    &ez_command_rewind,  &ez_command_forget,
    &ez_command_migrate,   &ez_command_report,  &ez_command_try,
    &ez_command_replay,    &ez_command_explain, NULL,
};

const EzOption ez_global_options[] = {
    {"--kit", '\0', "DIR",
     "the folder that holds kit/kit.lua (else this folder or a parent of it)"},
    {"--json", '\0', NULL, "results for programs, one JSON object a line"},
    {"--quiet", 'q', NULL, "say nothing but mistakes"},
    {"--help", 'h', NULL, "this text; after a command, about that command"},
    {"--version", '\0', NULL, "the version"},
    {NULL, '\0', NULL, NULL},
};

struct EzArguments {
    const EzCommand *command;
    GHashTable *options; // "--name" -> value, "" for a switch
    GPtrArray *operands; // NULL-terminated once parsed
};

const char *ez_argument(const EzArguments *arguments, const char *option)
{
    return g_hash_table_lookup(arguments->options, option);
}

bool ez_argument_given(const EzArguments *arguments, const char *option)
{
    return g_hash_table_contains(arguments->options, option);
}

const char *const *ez_operands(const EzArguments *arguments)
{
    return (const char *const *)arguments->operands->pdata;
}

char **ez_argument_list(const EzArguments *arguments, const char *option)
{
    const char *value = ez_argument(arguments, option);
    if (value == NULL)
        return NULL;
    char **parts = g_strsplit(value, ",", -1);
    for (char **part = parts; *part != NULL; part++)
        g_strstrip(*part);
    return parts;
}

void ez_tell_line(FILE *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *line = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *safe = ez_screen_safe(line);
    fprintf(out, "%s\n", safe);
}

EzExit ez_usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    ez_tell_line(stderr, "ezkit: %s", message);
    return EZ_EXIT_USAGE;
}

// ---- help ----------------------------------------------------------------------------------

// A term and what it means, in two columns that fit a terminal of 80.
static void print_row(FILE *out, const char *term, const char *meaning)
{
    enum { FIRST = 27, LAST = 79 };
    g_auto(GStrv) words = g_strsplit(meaning, " ", -1);
    int column = FIRST;
    fprintf(out, "  %s", term);
    fprintf(out, "%*s", MAX(1, FIRST - 2 - (int)g_utf8_strlen(term, -1)), "");
    for (char **word = words; *word != NULL; word++) {
        int width = (int)g_utf8_strlen(*word, -1);
        bool first = word == words;
        if (!first && column + 1 + width > LAST) {
            fprintf(out, "\n%*s", FIRST, "");
            column = FIRST;
            first = true;
        }
        fprintf(out, "%s%s", first ? "" : " ", *word);
        column += width + !first;
    }
    fprintf(out, "\n");
}

static void print_options(FILE *out, const EzOption *options)
{
    for (const EzOption *option = options; option->name != NULL; option++) {
        g_autofree char *letter = option->letter != '\0'
                                      ? g_strdup_printf("-%c, ", option->letter)
                                      : g_strdup("    ");
        g_autofree char *left =
            g_strdup_printf("%s%s%s%s", letter, option->name, option->value != NULL ? " " : "",
                            option->value != NULL ? option->value : "");
        print_row(out, left, option->help);
    }
}

static void print_help(FILE *out)
{
    fprintf(out, "ezkit: decks of cards and worksheets, written in Lua, printed as PDF\n\n"
                 "  ezkit [OPTIONS] COMMAND …\n\nCommands\n");
    for (int i = 0; ez_commands[i] != NULL; i++)
        print_row(out, ez_commands[i]->name, ez_commands[i]->summary);
    fprintf(out, "\nOptions of every command\n");
    print_options(out, ez_global_options);
    fprintf(
        out,
        "\n`ezkit COMMAND --help` tells more about a command.\n"
        "Exit status: 0 done, 1 mistakes in the kit, 2 wrong usage, 3 the machine failed.\n");
}

static void print_command_help(FILE *out, const EzCommand *command)
{
    fprintf(out, "ezkit %s %s%s\n\n  %s\n", command->name,
            command->operands != NULL ? command->operands : "",
            command->options[0].name != NULL ? " [OPTIONS]" : "", command->summary);
    if (command->details != NULL)
        fprintf(out, "\n%s", command->details);
    if (command->options[0].name != NULL) {
        fprintf(out, "\nOptions\n");
        print_options(out, command->options);
    }
    fprintf(out, "\nOptions of every command\n");
    print_options(out, ez_global_options);
}

// ---- parsing ---------------------------------------------------------------------------------

static const EzCommand *find_command(const char *name)
{
    for (int i = 0; ez_commands[i] != NULL; i++)
        if (strcmp(ez_commands[i]->name, name) == 0)
            return ez_commands[i];
    return NULL;
}

static bool names_option(const EzOption *option, const char *text, size_t length)
{
    if (length == 2 && text[0] == '-' && option->letter != '\0')
        return text[1] == option->letter;
    return strlen(option->name) == length && strncmp(option->name, text, length) == 0;
}

static const EzOption *find_option(const EzCommand *command, const char *text, size_t length)
{
    const EzOption *const tables[] = {ez_global_options,
                                      command != NULL ? command->options : NULL};
    for (size_t t = 0; t < G_N_ELEMENTS(tables); t++)
        for (const EzOption *option = tables[t]; option != NULL && option->name != NULL;
             option++)
            if (names_option(option, text, length))
                return option;
    return NULL;
}

static bool unknown_option(const EzCommand *command, const char *text, size_t length)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const EzOption *o = ez_global_options; o->name != NULL; o++)
        g_ptr_array_add(names, (char *)o->name);
    for (const EzOption *o = command != NULL ? command->options : NULL; o != NULL && o->name;
         o++)
        g_ptr_array_add(names, (char *)o->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *name = g_strndup(text, length);
    g_autofree char *hint = ez_diag_did_you_mean(name, (const char *const *)names->pdata);
    ez_usage_error("%s%s%s has no option %s%s%s", command != NULL ? "\"" : "",
                   command != NULL ? command->name : "ezkit", command != NULL ? "\"" : "", name,
                   hint != NULL ? "; " : "", hint != NULL ? hint : "");
    return false;
}

// Takes one option, with its value from behind "=" or the next argument; `*at` moves along.
static bool take_option(EzArguments *arguments, int argc, char **argv, int *at)
{
    const char *text = argv[*at], *equals = strchr(text, '=');
    size_t length = equals != NULL ? (size_t)(equals - text) : strlen(text);
    const EzOption *option = find_option(arguments->command, text, length);
    if (option == NULL)
        return unknown_option(arguments->command, text, length);
    const char *value = "";
    if (option->value == NULL && equals != NULL) {
        ez_usage_error("%s takes no value", option->name);
        return false;
    }
    if (option->value != NULL) {
        value = equals != NULL ? equals + 1 : *at + 1 < argc ? argv[++*at] : NULL;
        if (value == NULL || value[0] == '\0') {
            ez_usage_error("%s needs a value: %s %s", option->name, option->name,
                           option->value);
            return false;
        }
    }
    g_hash_table_insert(arguments->options, (char *)option->name, (char *)value);
    return true;
}

static bool take_command(EzArguments *arguments, const char *word)
{
    arguments->command = find_command(word);
    if (arguments->command != NULL)
        return true;
    const char *names[32] = {NULL};
    for (int i = 0; ez_commands[i] != NULL; i++)
        names[i] = ez_commands[i]->name;
    g_autofree char *hint = ez_diag_did_you_mean(word, names);
    ez_usage_error("there is no command \"%s\"%s%s", word,
                   hint != NULL ? "; " : "; see ezkit --help", hint != NULL ? hint : "");
    return false;
}

static bool take_operand(EzArguments *arguments, const char *word)
{
    const EzCommand *command = arguments->command;
    if (command->most_operands >= 0 &&
        (int)arguments->operands->len >= command->most_operands) {
        ez_usage_error("\"%s\" does not take \"%s\"; see ezkit %s --help", command->name, word,
                       command->name);
        return false;
    }
    g_ptr_array_add(arguments->operands, (char *)word);
    return true;
}

static bool parse(EzArguments *arguments, int argc, char **argv)
{
    bool only_operands = false;
    for (int at = 1; at < argc; at++) {
        if (!g_utf8_validate(argv[at], -1, NULL)) {
            ez_usage_error("argument %d is not valid UTF-8", at);
            return false;
        }
        bool fine;
        if (!only_operands && strcmp(argv[at], "--") == 0)
            fine = only_operands = true;
        else if (!only_operands && argv[at][0] == '-' && argv[at][1] != '\0')
            fine = take_option(arguments, argc, argv, &at);
        else if (arguments->command == NULL)
            fine = take_command(arguments, argv[at]);
        else
            fine = take_operand(arguments, argv[at]);
        if (!fine)
            return false;
    }
    g_ptr_array_add(arguments->operands, NULL);
    return true;
}

static EzExit run(const EzArguments *arguments)
{
    if (ez_argument_given(arguments, "--version")) {
        printf("ezkit %s\n", EZ_VERSION);
        return EZ_EXIT_DONE;
    }
    if (ez_argument_given(arguments, "--help")) {
        if (arguments->command != NULL)
            print_command_help(stdout, arguments->command);
        else
            print_help(stdout);
        return EZ_EXIT_DONE;
    }
    if (arguments->command == NULL) {
        print_help(stderr);
        return EZ_EXIT_USAGE;
    }
    return arguments->command->run(arguments);
}

EzExit ez_command_line(int argc, char **argv)
{
    EzArguments arguments = {.options = g_hash_table_new(g_str_hash, g_str_equal),
                             .operands = g_ptr_array_new()};
    EzExit end = parse(&arguments, argc, argv) ? run(&arguments) : EZ_EXIT_USAGE;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "ezkit: the result cannot be written\n");
        end = end == EZ_EXIT_DONE ? EZ_EXIT_MACHINE : end;
    }
    g_hash_table_unref(arguments.options);
    g_ptr_array_unref(arguments.operands);
    return end;
}
