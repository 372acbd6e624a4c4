// SPDX-License-Identifier: EUPL-1.2
// A page of a scene as a sum: two pages with the same sum look, sound and are filled in alike.
#pragma once

#include "engine/base/digest.h"
#include "render/scene.h"

// Adds all that a device could make of the page of a sealed scene: its size, its items with what they
// hold (of other scenes too), and with the first page the structure tree, links and fields. Fonts stand
// for themselves by their names; what is in their files is for the caller to add.
void ez_scene_digest(const EzScene *scene, int page, EzDigest *sum);
