// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/text.h"

const char *ez_text_in(const EzText *text, int language)
{
    if (text == NULL || language >= text->n_languages || text->strings[language] == NULL)
        return "";
    return text->strings[language];
}

EzPlace ez_text_place(const EzText *text, int language)
{
    if (text == NULL || language >= text->n_languages)
        return (EzPlace){0};
    return text->places[language];
}
