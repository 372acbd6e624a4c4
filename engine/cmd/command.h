// SPDX-License-Identifier: EUPL-1.2
// The commands: a table of records from which parsing, --help and, later, the man page and shell completion derive.
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

// What a process ends with.
typedef enum EzExit {
    EZ_EXIT_DONE = 0,
    EZ_EXIT_MISTAKES = 1, // the author's content has errors
    EZ_EXIT_USAGE = 2,
    EZ_EXIT_MACHINE = 3,
    EZ_EXIT_STOPPED = 130,
} EzExit;

// One option of a command. `value` is the placeholder in the help; NULL for a switch.
typedef struct EzOption {
    const char *name; // "--lang"
    char letter;      // 'o' for -o; '\0' = none
    const char *value;
    const char *help;
} EzOption;

typedef struct EzArguments EzArguments;

typedef struct EzCommand {
    const char *name;
    const char *operands; // "[ID…|all]"; NULL = none
    int most_operands;    // -1 = any number
    const char *summary;
    const char *details;     // more for --help; may be NULL
    const EzOption *options; // ends with a record without a name
    EzExit (*run)(const EzArguments *arguments);
} EzCommand;

extern const EzCommand ez_command_list, ez_command_check, ez_command_print,
    ez_command_preflight, ez_command_explain, ez_command_run, ez_command_resume,
    ez_command_status, ez_command_migrate, ez_command_rewind, ez_command_forget,
    ez_command_report, ez_command_try, ez_command_replay;
// All commands, in the order of the help; ends with NULL.
extern const EzCommand *const ez_commands[];
// --kit, --json, --quiet, --help, --version.
extern const EzOption ez_global_options[];

// What was on the command line, checked against the records. Answers are NULL or false for an option that was not given.
const char *ez_argument(const EzArguments *arguments, const char *option);
bool ez_argument_given(const EzArguments *arguments, const char *option);
// The operands, NULL-terminated.
const char *const *ez_operands(const EzArguments *arguments);
// A list "a,b" split and trimmed, NULL-terminated, g_strfreev; NULL when the option was not given.
char **ez_argument_list(const EzArguments *arguments, const char *option);

// Parses a command line (with the program's name in front) and runs its command.
EzExit ez_command_line(int argc, char **argv);

// A line that holds what a file says: nothing in it can steer the terminal, and it stays one line.
void ez_tell_line(FILE *out, const char *format, ...) G_GNUC_PRINTF(2, 3);
// "ezkit: …" on standard error; gives EZ_EXIT_USAGE.
EzExit ez_usage_error(const char *format, ...) G_GNUC_PRINTF(1, 2);
