// SPDX-License-Identifier: EUPL-1.2
// One job of a plan: its pages laid out in all its languages, then painted and written, a file a language.
#pragma once

#include "engine/build/workbench.h"

// False when it was stopped. Mistakes go to `diags`; a file with mistakes is not written, nor is any of a job that is blamed.
bool ez_job_run(EzWorkbench *bench, const EzJob *job, bool write, EzDiags *diags);
