// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/mistake.h"

void ez_mistake_clear(EzMistake *mistake)
{
    g_free(mistake->message);
    g_free(mistake->hint);
    g_free(mistake->word);
    g_free(mistake->field);
    *mistake = (EzMistake){0};
}
