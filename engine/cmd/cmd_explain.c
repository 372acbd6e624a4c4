// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"

#include "engine/base/json.h"

#include <stdio.h>

static const EzOption options[] = {{NULL, '\0', NULL, NULL}};

static void show_json(const EzDiagKind *kind)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "code", kind->code);
    ez_json_text(json, "severity", kind->severity == EZ_ERROR ? "error" : "warning");
    ez_json_text(json, "message", kind->message);
    ez_json_text(json, "explanation", kind->explanation);
    g_autofree char *line = ez_json_finish(json);
    printf("%s\n", line);
}

static void show_all(bool json)
{
    for (int i = 0; i < EZ_DIAG_COUNT; i++) {
        const EzDiagKind *kind = ez_diag_kind((EzDiagCode)i);
        if (json)
            show_json(kind);
        else
            printf("%s  %s\n", kind->code, kind->message);
    }
}

static void show(const EzDiagKind *kind)
{
    printf("%s (%s)\n\n  %s\n\n%s\n", kind->code,
           kind->severity == EZ_ERROR ? "error" : "warning", kind->message, kind->explanation);
}

static EzExit run(const EzArguments *arguments)
{
    const char *code = ez_operands(arguments)[0];
    bool json = ez_argument_given(arguments, "--json");
    if (code == NULL) {
        show_all(json);
        return EZ_EXIT_DONE;
    }
    const EzDiagKind *kind = ez_diag_kind_by_code(code);
    if (kind == NULL)
        return ez_usage_error("there is no code \"%s\"; ezkit explain lists them all", code);
    if (json)
        show_json(kind);
    else
        show(kind);
    return EZ_EXIT_DONE;
}

const EzCommand ez_command_explain = {
    "explain", "[CODE]", 1,   "explain a code such as E2104, or list them all",
    NULL,      options,  run,
};
