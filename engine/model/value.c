// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/value.h"

const EzFieldWord ez_field_words[EZ_FIELD_KINDS] = {
    [EZ_FIELD_TEXT] = {"text", "One text in each language.", .takes_max = true},
    [EZ_FIELD_PLAIN] = {"plain", "Text without language, or in one foreign language.",
                        .takes_max = true, .takes_language = true},
    [EZ_FIELD_NUMBER] = {"number", "A number."},
    [EZ_FIELD_COLOUR] = {"colour", "A colour of the theme."},
    [EZ_FIELD_ONE_OF] = {"one_of", "One of a list of words.", .takes_options = true},
    [EZ_FIELD_REF] = {"ref", "The id of a card in another deck.", .takes_target = true},
    [EZ_FIELD_REFS] = {"refs", "A list of ids of cards in another deck.", .takes_target = true},
    [EZ_FIELD_LIST] = {"list", "A list of one kind of value.", .takes_members = true},
    [EZ_FIELD_GROUP] = {"group", "Some fields together.", .takes_members = true},
};

const char *const ez_pattern_names[] = {
    "phyllotaxis", "lsystem", "voronoi", "reaction_diffusion", "boids", "venation",
    "physarum",    "dla",     NULL,
};
