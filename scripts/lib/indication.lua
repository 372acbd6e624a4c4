-- SPDX-License-Identifier: EUPL-1.2
-- ez.indication: the line that goes with each computed result, for thresholds are working
-- agreements and no law.

---@type ez.Words
return { nl = "indicatie, geen oordeel", en = "an indication, not a verdict" }
