// SPDX-License-Identifier: EUPL-1.2
#include "render/picture-private.h"

bool ez_picture_check_svg(Picture *picture)
{
    return true;
}
