// SPDX-License-Identifier: EUPL-1.2
// Plants a fault for each rule in a good, small PDF, and differences in its tree: the checkers must find each. Speaks TAP.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { compare } from "./compare.mjs";
import { readPdf } from "./pdf_tree.mjs";
import { UA_RULES } from "./rules_ua.mjs";
import { X4_RULES } from "./rules_x4.mjs";
import { FIRST, SECOND, TREE, X4_METADATA, newStream, page, sample, serialise } from "./sample.mjs";
import { check } from "./uacheck.mjs";

const font = (subtype, more = "") => `<< /Type /Font /Subtype /${subtype} /BaseFont /Proef ${more} >>`;

// [rule, number of an object, what stands there (null = whatever it is), what comes in its place]; without a number: how the file is
// written otherwise.
const UA_FAULTS = [
  ["5 t1", 3, "part>1", "part>2"],
  ["6.1 id", undefined, { id: "" }],
  ["6.2 t1", 1, "/Marked true", "/Marked false"],
  ["7.1 t1", 22, null, newStream(`/Artifact BMC ${FIRST} EMC`)],
  ["7.1 t3", 22, null, newStream(`${FIRST}\n0 0 5 5 re f`)],
  ["7.1 t3", 22, null, newStream(`${FIRST}\nBT /F 9 Tf (\\(los\\)) ' ET`)],
  ["7.1 t3 owner", 8, "/K 1", "/K 99"],
  ["7.1 suspects", 1, "/Marked true", "/Marked true /Suspects true"],
  ["7.1 t5", 8, "/S /P", "/S /Alinea"],
  ["7.1 metadata", 1, "/Metadata 3 0 R", ""],
  ["7.1 t9", 3, "Proef", " "],
  ["7.1 t10", 1, "DisplayDocTitle true", "DisplayDocTitle false"],
  ["7.1 t11", 1, "/StructTreeRoot 4 0 R", ""],
  ["7.1 parent", 8, "/P 5 0 R", ""],
  ["7.1 balance", 23, null, newStream(`${SECOND} EMC`)],
  ["7.1 balance", 23, null, newStream(`/Span BMC ${SECOND}`)],
  ["7.1 parent tree", 6, "[7 0 R 8 0 R", "[8 0 R 7 0 R"],
  ["7.1 once", 23, null, newStream(`${SECOND} ${SECOND}`)],
  ["7.1 there", 23, null, newStream("")],
  ["7.1 root", 5, "/S /Document", "/S /Sect"],
  ["7.1 empty", 8, "/K 1", ""],
  ["7.2 place", 14, "/S /L ", "/S /Div "],
  ["7.2 holds", 15, "/S /LI", "/S /P"],
  ["7.2 language", 39, "(en)", "(engels!)"],
  ["7.2 t34", 1, "/Lang (nl)", ""],
  ["7.3 t1", 9, "/Alt (Een vierkant)", ""],
  ["7.4.2 t1", 8, "/S /P", "/S /H3"],
  ["7.5 t1", 36, "/Scope /Column", ""],
  ["7.7 t1", 38, "/Alt (som)", ""],
  ["7.9 t1", 37, "/ID (noot1)", ""],
  ["7.16 t1", undefined, { encrypted: true }],
  ["7.18.1 t1", 10, "<< /Type /OBJR /Obj 30 0 R /Pg 20 0 R >>", ""],
  ["7.18.1 t1", 31, "/StructParent 3", "/StructParent 2"],
  ["7.18.1 t3", 31, "/TU (Naam)", ""],
  ["7.18.3 t1", 20, "/Tabs /S", ""],
  ["7.18.5 t2", 30, "/Contents (Lees meer)", ""],
  ["A 6.3.2", 30, "/F 4", "/F 2"],
  ["7.21.3.1 t1", 43, null, font("CIDFontType0")],
  ["7.21.3.2 t1", 43, null, font("CIDFontType2", "/CIDSystemInfo << >>")],
  ["7.21.4.1 t1", 43, null, font("Type1", "/Encoding /WinAnsiEncoding")],
  ["7.21.7 t1", 43, null, font("TrueType")],
];

const X4_FAULTS = [
  ["X version", 3, "PDF/X-4", "PDF/X-3"],
  ["X intent", 1, "GTS_PDFX", "GTS_PDFA1"],
  ["X profile", 1, "/OutputConditionIdentifier (FOGRA39)", ""],
  ["X id", undefined, { id: "" }],
  ["X encryption", undefined, { encrypted: true }],
  ["X trapped", 50, "/Trapped /False", ""],
  ["X boxes", 20, "/TrimBox [5 5 195 295]", ""],
  ["X boxes", 20, "/BleedBox [0 0", "/BleedBox [-9 0"],
  ["X annotations", 21, "/StructParents", "/Annots [30 0 R] /StructParents"],
  ["X colours", 23, null, newStream(`1 0 0 rg ${SECOND}`)],
  ["X pictures", 43, null, newStream("abc", "/Subtype /Image /ColorSpace /DeviceRGB /Width 1 /Height 1 /BitsPerComponent 8")],
];

// [what differs, number, what stands there, what comes, a line that tells it]
const DIFFERENCES = [
  ["a word", 22, null, newStream(FIRST.replace("Wat groeit", "Dat groeit")), '  +   P nl "Dat groeit?"'],
  ["a role", 8, "/S /P", "/S /H2", '  +   H2 nl "Wat groeit?"'],
  ["the order", 5, "7 0 R 8 0 R", "8 0 R 7 0 R", '  +   P nl "Wat groeit?"'],
  ["a language", 39, "(en)", "(de)", '  +   P de alt "Woorden van twee" "Words of two"'],
  ["an alternative text", 9, "vierkant", "rondje", '  +   Figure nl alt "Een rondje"'],
  ["a text instead of words", 8, "/K 1", "/K 1 /ActualText (Waarom?)", '  + P actual "Waarom?"'],
  ["another text instead of words", 39, "(Woorden van twee)", "(Woorden)", '  + P actual "Woorden"'],
  ["no text instead of words", 39, "/ActualText (Woorden van twee)", "", "  + (nothing more)"],
  ["a nesting", 15, "/S /LI", "/S /Div", "  +     Div nl"],
  ["a link without its annotation", 10, "<< /Type /OBJR /Obj 30 0 R /Pg 20 0 R >>", "", '  +   Link nl without annotation "Lees meer"'],
  ["a field that is not there", 11, "12 0 R 13 0 R", "12 0 R", "  +   L nl"],
  ["something missing at the end", 5, "38 0 R", "", "  + (nothing more)"],
  ["words outside the tree", 23, null, newStream(`${SECOND} BT /F 9 Tf 10 20 Td (los) Tj ET`), '  untagged: "los"'],
  ["a page too few", 2, "[20 0 R 21 0 R] /Count 2", "[20 0 R] /Count 1", "the scenes have 2 pages, the file 1"],
];

// ---- making --------------------------------------------------------------------

const folder = mkdtempSync(join(tmpdir(), "ezkit-tools-"));
const file = join(folder, "sample.pdf");

function change(objects, number, from, to) {
  if (from !== null && !objects[number].includes(from)) throw new Error(`object ${number} has no ${from}`);
  objects[number] = from === null ? to : objects[number].replace(from, to);
}

function write(objects, { id, encrypted } = {}) {
  writeFileSync(file, serialise(objects, id));
  if (!encrypted) return file;
  const out = join(folder, "encrypted.pdf");
  execFileSync("qpdf", ["--encrypt", "", "", "256", "--", file, out]);
  return out;
}

function x4Sample() {
  const objects = sample();
  objects[3] = X4_METADATA;
  objects[20] = page(22, "/StructParents 0");
  objects[50] = "<< /Title (Proef) /Trapped /False >>";
  change(objects, 1, "/AcroForm", "/OutputIntents [<< /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) >>] /AcroForm");
  return objects;
}

// ---- testing -------------------------------------------------------------------

let number = 0;
let failed = 0;

function tell(name, fault) {
  console.log(`${fault ? "not ok" : "ok"} ${++number} ${name}`);
  if (fault) console.log(`# ${fault}`.replaceAll("\n", "\n# "));
  failed += fault ? 1 : 0;
}

function testFault(kind, make, [rule, object, from, to]) {
  const objects = make();
  if (object !== undefined) change(objects, object, from, to);
  const faults = check(write(objects, object === undefined ? from : {}), kind);
  const found = faults.some((fault) => fault.startsWith(`${rule}:`) || fault.startsWith(`${rule} page`) || fault.startsWith(`${rule} object`));
  tell(`${kind} ${rule}`, found ? "" : `it found ${faults.join("\n") || "nothing"}`);
}

function testRules(kind, make, rules, cases) {
  tell(`${kind}: a good file`, check(write(make()), kind).join("\n"));
  cases.forEach((one) => testFault(kind, make, one));
  const unseen = rules.filter(({ clause }) => !cases.some(([rule]) => rule === clause));
  tell(`${kind}: each rule was seen failing`, unseen.map(({ clause }) => clause).join(", "));
}

async function testDifferences() {
  const differences = async (objects) => compare(TREE, await readPdf(write(objects)));
  tell("compare: the same tree", (await differences(sample())).join("\n"));
  for (const [name, object, from, to, line] of DIFFERENCES) {
    const objects = sample();
    change(objects, object, from, to);
    const found = await differences(objects);
    tell(`compare: ${name}`, found.includes(line) ? "" : `no "${line}" in\n${found.join("\n")}`);
  }
}

try {
  testRules("ua", sample, UA_RULES, UA_FAULTS);
  testRules("x4", x4Sample, X4_RULES, X4_FAULTS);
  await testDifferences();
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`1..${number}`);
process.exitCode = failed ? 1 : 0;
