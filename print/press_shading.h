// SPDX-License-Identifier: EUPL-1.2
// Gradients for a press: the colours of their functions in CMYK.
#pragma once

#include "print/colour.h"
#include "print/doc.h"

// Converts an axial or radial shading of RGB in place. False for one that cannot be converted: a mesh, or a function that is neither
// one exponential nor several stitched together. A shading that is not RGB is left as it is.
bool ez_press_shading(EzDoc *doc, const EzColours *colours, qpdf_oh shading)
    G_GNUC_WARN_UNUSED_RESULT;
