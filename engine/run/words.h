// SPDX-License-Identifier: EUPL-1.2
// Texts of a session as people read them: in their language, with the slots filled. What people wrote is put in as it is: who shows it
// takes care that it stays a plain text.
#pragma once

#include "engine/run/session.h"

// A text { nl, en }, an answer { "@" }, a card, a pile, an option, a number or a plain text, or a list of those ("A, B and C"); "" for what
// has no words. Owned by the caller. A language that is missing gives the first that is there.
char *ez_words_of(const EzSession *session, JsonNode *value, const char *language);
// The text of a step, with its slots.
char *ez_words_of_step(const EzSession *session, const EzStep *step, const char *language);
// A text with these slots. The session may be NULL when nothing in them is what people wrote.
char *ez_words_with(const EzSession *session, JsonNode *text, JsonNode *slots,
                    const char *language);
// "12 maart 2026"; the month counts from 1.
char *ez_words_of_date(int day, int month, int year, const char *language);
// The item with this id of a step; its id when it has no words.
char *ez_words_of_item(const EzSession *session, const EzStep *step, int item,
                       const char *language);
