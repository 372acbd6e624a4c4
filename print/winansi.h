// SPDX-License-Identifier: EUPL-1.2
// The characters of Western Europe as fonts of a PDF number them (WinAnsiEncoding, ISO 32000-1, annex D).
#pragma once

#include <glib.h>

// Of a code from 32 to 255. A bullet where the encoding has nothing.
gunichar ez_winansi_character(int code);
