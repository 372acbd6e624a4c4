// SPDX-License-Identifier: EUPL-1.2
// The parts of a page that a reader knows besides texts and figures.
#pragma once

// What a box is to who hears the page. Programs that make nodes say so; authors have no word for it.
typedef enum EzHeard {
    EZ_HEARD_AS_IT_IS,
    EZ_HEARD_TABLE, // its children are rows; in pages that flow it is torn between them
    EZ_HEARD_ROW,
    EZ_HEARD_COLUMN_HEAD,
    EZ_HEARD_ROW_HEAD,
    EZ_HEARD_CELL,
    EZ_HEARD_LIST, // its children are items; torn likewise
    EZ_HEARD_ITEM,
} EzHeard;
