// SPDX-License-Identifier: EUPL-1.2
// Checks a PDF against the rules of PDF/UA-1 or PDF/X-4, as far as a program can.
// Usage: node uacheck.mjs FILE [ua|x4]    exit 0 when no rule is broken
import { pathToFileURL } from "node:url";

import { Pdf } from "./pdf_objects.mjs";
import { structure } from "./pdf_structure.mjs";
import { UA_RULES } from "./rules_ua.mjs";
import { X4_RULES } from "./rules_x4.mjs";

const RULES = { ua: UA_RULES, x4: X4_RULES.concat(UA_RULES.filter(({ clause }) => clause.startsWith("7.21.4"))) };

const where = ({ page, object }) => (page ? ` page ${page}` : "") + (object ? ` object ${object}` : "");

// Lines "CLAUSE page N object N: what is wrong".
export function check(file, kind = "ua") {
  const pdf = new Pdf(file);
  const document = { pdf, xmp: pdf.utf8(pdf.catalogue["/Metadata"]), tree: structure(pdf) };
  return RULES[kind].flatMap(({ clause, broken }) =>
    [...broken(document)].map((fault) => `${clause}${where(fault)}: ${fault.fault}`),
  );
}

function main([file, kind = "ua"]) {
  if (!file || !RULES[kind]) {
    console.error("Usage: node uacheck.mjs FILE [ua|x4]");
    return 2;
  }
  const faults = check(file, kind);
  faults.forEach((fault) => console.log(fault));
  console.log(faults.length ? `${file}: ${faults.length} faults` : `${file}: no faults by ${RULES[kind].length} rules`);
  return faults.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(process.argv.slice(2));
