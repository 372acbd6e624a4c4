// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/row.h"

#include <stddef.h>
#include <string.h>

static const size_t texts[] = {
    offsetof(EzEntry, key),           offsetof(EzEntry, kind),
    offsetof(EzEntry, shape),         offsetof(EzEntry, by),
    offsetof(EzEntry, idem),          offsetof(EzEntry, text),
    offsetof(EzEntry, token),         offsetof(EzEntry, withdrawn),
    offsetof(EzEntry, left),          offsetof(EzEntry, person.id),
    offsetof(EzEntry, person.role),   offsetof(EzEntry, person.token_hash),
    offsetof(EzEntry, person.locale),
};

static const char **text_of(EzEntry *entry, int i)
{
    return (const char **)((char *)entry + texts[i]);
}

char *ez_token_hash(const char *token)
{
    return g_compute_checksum_for_string(G_CHECKSUM_SHA256, token, -1);
}

void ez_entry_copy(EzEntry *to, const EzEntry *from, EzArena *arena)
{
    *to = *from;
    for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
        const char **text = text_of(to, i);
        if (*text != NULL)
            *text = ez_arena_copy(arena, *text, strlen(*text) + 1);
    }
    int keys = 0;
    while (from->reopens != NULL && from->reopens[keys] != NULL)
        keys++;
    const char **reopens = ez_arena_array(arena, const char *, keys + 1);
    for (int i = 0; i < keys; i++)
        reopens[i] = ez_arena_copy(arena, from->reopens[i], strlen(from->reopens[i]) + 1);
    to->reopens = reopens;
    EzPinned *sources = ez_arena_array(arena, EzPinned, from->n_sources);
    for (int i = 0; i < from->n_sources; i++) {
        const char *path = from->sources[i].path;
        sources[i].path = ez_arena_copy(arena, path, strlen(path) + 1);
        sources[i].bytes = from->sources[i].bytes;
    }
    to->sources = sources;
}

static bool all_utf8(const EzEntry *entry)
{
    EzEntry copy = *entry;
    bool valid = true;
    for (int i = 0; valid && i < (int)G_N_ELEMENTS(texts); i++) {
        const char *text = *text_of(&copy, i);
        valid = text == NULL || g_utf8_validate(text, -1, NULL);
    }
    for (int i = 0; valid && i < entry->n_sources; i++)
        valid = g_utf8_validate(entry->sources[i].path, -1, NULL);
    return valid;
}

// A token next to a name would tie the two together, and an answer without an idem could not be told from its own repetition.
static const char *token_fault(const EzEntry *entry)
{
    if (entry->event != EZ_EVENT_INPUT && entry->event != EZ_EVENT_WITHDRAW)
        return "a token belongs to an answer";
    if (entry->by != NULL)
        return "an anonymous answer names nobody";
    if (entry->event == EZ_EVENT_INPUT && (entry->idem == NULL || entry->text == NULL))
        return "an anonymous answer needs a text and a key of its own";
    if (entry->event == EZ_EVENT_WITHDRAW && entry->withdrawn == NULL)
        return "it is not said which answer is taken back";
    return NULL;
}

static bool has_person(const EzEntry *entry)
{
    const EzParticipant *person = &entry->person;
    return person->id != NULL && person->role != NULL && person->locale != NULL;
}

const char *ez_entry_fault(const EzEntry *entry)
{
    if (entry->key == NULL)
        return "it names no step";
    if (!all_utf8(entry))
        return "a text is not UTF-8";
    if (entry->event == EZ_EVENT_JOIN && !has_person(entry))
        return "someone who joins has an id, a role and a language";
    if (entry->person.id != NULL && !has_person(entry))
        return "someone has an id, a role and a language";
    return entry->token != NULL ? token_fault(entry) : NULL;
}
