// SPDX-License-Identifier: EUPL-1.2
// What preflight says to people.
#include "print/preflight.h"

#include <glib.h>

static const char *const screen_human[2][7] = {
    {"do the texts in place of pictures say what matters in them?",
     "is the reading order the one that makes sense?",
     "is nothing told by colour, shape or place alone?",
     "do headings, lists and tables stand for what they are, and does each heading tell what "
     "follows?",
     "is what is marked as decoration really decoration?",
     "does the title say what the document is about?", NULL},
    {"zeggen de vervangende teksten wat er in de beelden toe doet?",
     "is de leesvolgorde de volgorde die klopt?",
     "wordt er niets alleen met kleur, vorm of plaats verteld?",
     "zijn koppen, lijsten en tabellen wat ze zeggen, en vertelt elke kop wat erop volgt?",
     "is wat als versiering is gemarkeerd ook echt versiering?",
     "zegt de titel waar het document over gaat?", NULL},
};

static const char *const press_human[2][5] = {
    {"is it what was ordered: size, number of pages, paper?",
     "does the printing condition belong to this press and this paper?",
     "are the colours the ones that were meant? Look at a proof.",
     "is every text right, and are the backs behind their fronts?", NULL},
    {"is het wat er is besteld: formaat, aantal pagina's, papier?",
     "hoort het drukproces bij deze pers en dit papier?",
     "zijn het de bedoelde kleuren? Kijk naar een proef.",
     "klopt elke tekst, en staan de achterkanten achter hun voorkant?", NULL},
};

const char *const *ez_preflight_human(EzPreflightKind kind, EzPreflightLanguage language)
{
    return kind == EZ_PREFLIGHT_PRESS ? press_human[language] : screen_human[language];
}

char *ez_preflight_sentence(const EzPreflightFinding *finding, EzPreflightLanguage language)
{
    const char *text = finding->rule->text[language];
    return finding->detail != NULL ? g_strdup_printf("%s: %s", text, finding->detail)
                                   : g_strdup(text);
}
