// SPDX-License-Identifier: EUPL-1.2
// Values of a session as they are written down: JSON, in one form only, so that equal values are equal texts on every machine and
// in every locale: members in the order of their bytes, no spaces, whole numbers without a point, other numbers with 17 digits.
#pragma once

#include <json-glib/json-glib.h>
#include <stdbool.h>

// What somebody puts in holds so many bytes at most, and lies so deep; a row may hold what a whole room put in. What we made ourselves lies less
// deep than the last: a file of a session may be anybody's, and reading and writing are recursive.
enum {
    EZ_VALUE_MOST = 64 * 1024,
    EZ_VALUE_ROOM_MOST = 16 * 1024 * 1024,
    EZ_VALUE_DEEPEST = 16,
    EZ_VALUE_DEEPEST_WHOLE = 64
};

// The canonical text; owned by the caller. NULL is written as null.
char *ez_value_text(JsonNode *value);
// Reads one value; NULL with an error that says what is wrong, also for what is too long or too deep.
JsonNode *ez_value_read(const char *text, gssize length, GError **error);
// The same for all answers to an anonymous step, and for what chance gave to all people.
JsonNode *ez_value_read_room(const char *text, gssize length, GError **error);
// The same for a text of our own making: as long as it is. NULL when it is no JSON.
JsonNode *ez_value_read_whole(const char *text, gssize length);
// 16 letters in hex of the canonical text (the first 64 bits of its SHA-256); owned by the caller.
char *ez_value_hash(JsonNode *value);

// ---- asking: what is not there, or is of another kind, gives the last argument ----
JsonNode *ez_value_get(JsonNode *object, const char *name); // NULL when there is none
const char *ez_value_string(JsonNode *value, const char *otherwise);
double ez_value_number(JsonNode *value, double otherwise);
bool ez_value_flag(JsonNode *value, bool otherwise);
int ez_value_count(JsonNode *list);                // 0 of what is no list
JsonNode *ez_value_item(JsonNode *list, int item); // NULL outside of it
// The items of a list, or the values of a table, in their order; the list alone is the caller's.
GList *ez_value_parts(JsonNode *value);
// The first reference to what somebody wrote, { "@": reference }, that stands anywhere in it; NULL when nothing does.
const char *ez_value_find_answer(JsonNode *value);

// ---- making ----
JsonNode *ez_value_new_object(void);
JsonNode *ez_value_new_list(void);
JsonNode *ez_value_new_string(const char *text);
JsonNode *ez_value_new_number(double number);
JsonNode *ez_value_new_flag(bool flag);
// Takes `value`. A member that is there already is replaced.
void ez_value_put(JsonNode *object, const char *name, JsonNode *value);
void ez_value_put_string(JsonNode *object, const char *name, const char *text);
void ez_value_put_number(JsonNode *object, const char *name, double number);
void ez_value_put_flag(JsonNode *object, const char *name, bool flag);
void ez_value_append(JsonNode *list, JsonNode *value);

// ---- refusing ----
// Says in the error what is wrong with a value, and gives false.
G_GNUC_PRINTF(2, 3) bool ez_value_refuse(GError **error, const char *format, ...);
