// SPDX-License-Identifier: EUPL-1.2
// JSON for results that other programs read: one object or list, members in the order of writing.
#pragma once

#include <glib.h>

typedef struct EzJson EzJson;

// A new, open object or list. Within an object each value needs a name; within a list the name is NULL.
EzJson *ez_json_new(void);
EzJson *ez_json_new_list(void);
// A NULL text is written as null. Texts must be UTF-8.
void ez_json_text(EzJson *json, const char *name, const char *text);
void ez_json_number(EzJson *json, const char *name, double number); // whole numbers as such
void ez_json_open_object(EzJson *json, const char *name);
void ez_json_open_list(EzJson *json, const char *name);
void ez_json_close(EzJson *json); // the innermost open object or list
// Closes all and gives its text on one line, owned by the caller; frees the writer.
char *ez_json_finish(EzJson *json);
// The same in the one form that equal values share: members in the order of their bytes; of a name that came twice, the last.
char *ez_json_finish_canonical(EzJson *json);
