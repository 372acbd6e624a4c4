// SPDX-License-Identifier: EUPL-1.2
// Rules of PDF/UA-1, a record each: the clause, with the number of its test as veraPDF counts them or a word of our own, and what
// breaks it: an iterator over { page, object, fault }. Each gets { pdf, xmp, tree }.
import { marks } from "./pdf_content.mjs";

const STANDARD = new Set(
  ("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form Ruby RB RT " +
    "RP Warichu WT WP").split(" "),
);
// role -> the roles it may stand in
const WITHIN = {
  LI: ["L"],
  Lbl: ["LI", "Note", "TOCI", "BibEntry"],
  LBody: ["LI"],
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TOCI: ["TOC"],
};
// role -> all that it may hold
const HOLDS = { L: ["L", "LI", "Caption"], LI: ["Lbl", "LBody"], TR: ["TH", "TD"] };
const ROLE_OF_ANNOTATION = { "/Link": "Link", "/Widget": "Form" };
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const MAY_BE_EMPTY = new Set(["TD", "TH"]);
const PRINTED = 4;

function* ifFault(wrong, fault, object) {
  if (wrong) yield { fault, object };
}

// { annotation, dict, page } of all pages.
function* annotations({ pdf }) {
  for (const page of pdf.pages)
    for (const reference of pdf.list(page.dict["/Annots"])) yield { reference, dict: pdf.at(reference), page };
}

function* eachElement({ tree }, judge) {
  for (const element of tree.elements) {
    const fault = judge(element);
    if (fault) yield { fault, object: element.reference };
  }
}

function* eachAnnotation(document, judge) {
  for (const { reference, dict, page } of annotations(document)) {
    const fault = judge(dict, reference);
    if (fault) yield { fault, object: reference, page: page.number };
  }
}

function* eachPage({ pdf }, judge) {
  for (const page of pdf.pages) {
    for (const fault of judge(page)) yield { fault, object: page.reference, page: page.number };
  }
}

// ---- content -------------------------------------------------------------------

const marksOf = (pdf, page) => (page.marks ??= marks(pdf.content(page)));

function* unmarked({ pdf }, page) {
  const { unmarked: count } = marksOf(pdf, page);
  if (count > 0) yield `${count} painting operators are neither tagged nor an artefact`;
}

function* nested({ pdf }, page) {
  for (const id of marksOf(pdf, page).within) yield `mark ${id} stands within another mark or an artefact`;
}

function* unbalanced({ pdf }, page) {
  const { open } = marksOf(pdf, page);
  if (open !== 0) yield `${Math.abs(open)} marks are ${open > 0 ? "not closed" : "closed and were not open"}`;
}

function* unowned({ pdf, tree }, page) {
  for (const id of marksOf(pdf, page).ids)
    if (!tree.owners.has(`${page.reference} ${id}`)) yield `mark ${id} belongs to no element`;
}

function* repeated({ pdf }, page) {
  const { ids } = marksOf(pdf, page);
  for (const id of new Set(ids.filter((other, i) => ids.indexOf(other) !== i))) yield `mark ${id} is there twice`;
}

function* parentTree({ pdf, tree }, page) {
  const parents = pdf.list(tree.parents.get(page.dict["/StructParents"]));
  for (const id of marksOf(pdf, page).ids)
    if (parents[id] !== tree.owners.get(`${page.reference} ${id}`)) yield `the parent tree is wrong about mark ${id}`;
}

function* missingMarks({ pdf, tree }, page) {
  const ids = new Set(marksOf(pdf, page).ids);
  for (const key of tree.owners.keys()) {
    const cut = key.lastIndexOf(" ");
    if (key.slice(0, cut) === page.reference && !ids.has(Number(key.slice(cut + 1))))
      yield `an element has mark ${key.slice(cut + 1)}, which is not on the page`;
  }
}

// ---- elements ------------------------------------------------------------------

function* headings({ tree }) {
  let last = 0;
  for (const { role, reference } of tree.elements) {
    const level = Number(/^H([1-6])$/.exec(role)?.[1] ?? 0);
    if (level > last + 1) yield { fault: `H${level} comes after ${last ? `H${last}` : "no heading"}`, object: reference };
    if (level > 0) last = level;
  }
}

function wronglyPlaced({ role, parent }) {
  return WITHIN[role] && !WITHIN[role].includes(parent?.role) && `${role} stands in ${parent?.role ?? "no element"}`;
}

function wronglyFilled({ role, children }) {
  const strange = HOLDS[role] && children.find((child) => !HOLDS[role].includes(child.role));
  return strange && `${role} holds ${strange.role}`;
}

function* twiceNamed({ tree, pdf }) {
  const seen = new Set();
  for (const { role, dict, reference } of tree.elements.filter((element) => element.role === "Note")) {
    const id = pdf.text(dict["/ID"]);
    if (!id || seen.has(id)) yield { fault: `${role} without an ID of its own`, object: reference };
    seen.add(id);
  }
}

// ---- annotations ---------------------------------------------------------------

function* annotationTree({ tree, pdf }) {
  const said = new Map(tree.references.map(({ owner, annotation }) => [annotation, owner]));
  for (const { reference, dict, page } of annotations({ pdf })) {
    const owner = said.get(reference);
    const wanted = ROLE_OF_ANNOTATION[dict["/Subtype"]] ?? "Annot";
    if (owner?.role !== wanted)
      yield { fault: `${dict["/Subtype"]} lies in ${owner?.role ?? "no element"}, not in ${wanted}`, object: reference, page: page.number };
    else if (tree.parents.get(dict["/StructParent"]) !== owner.reference)
      yield { fault: "the parent tree is wrong about the annotation", object: reference, page: page.number };
  }
}

// The name of a field stands at the widget or at what it belongs to.
function hasTooltip(pdf, dict) {
  for (let at = dict, hops = 0; at && hops < 9; at = pdf.at(at["/Parent"]), hops++) if (pdf.text(at["/TU"])) return true;
  return false;
}

// ---- fonts ---------------------------------------------------------------------

const KNOWN_ENCODINGS = ["/WinAnsiEncoding", "/MacRomanEncoding"];

function fontFile(pdf, font) {
  const inner = pdf.at(pdf.list(font["/DescendantFonts"])[0]) ?? font;
  const descriptor = pdf.at(inner["/FontDescriptor"]) ?? {};
  return descriptor["/FontFile"] ?? descriptor["/FontFile2"] ?? descriptor["/FontFile3"];
}

function* eachFont({ pdf }, judge) {
  for (const [object, font] of pdf.dictionaries()) {
    const fault = font["/Type"] === "/Font" && judge(font, font["/Subtype"] ?? "");
    if (fault) yield { fault: `${fault}: ${font["/BaseFont"]}`, object };
  }
}

// ---- the rules -----------------------------------------------------------------

export const UA_RULES = [
  { clause: "5 t1", broken: ({ xmp }) => ifFault(!/pdfuaid:part\s*(>|=")1["<]/.test(xmp), "the metadata does not say PDF/UA-1") },
  { clause: "6.1 id", broken: ({ pdf }) => ifFault(!pdf.trailer["/ID"], "the file has no ID") },
  { clause: "6.2 t1", broken: ({ pdf }) => ifFault(pdf.at(pdf.catalogue["/MarkInfo"])?.["/Marked"] !== true, "the file does not say that it is tagged") },
  { clause: "7.1 t1", broken: (d) => eachPage(d, (page) => nested(d, page)) },
  { clause: "7.1 t3", broken: (d) => eachPage(d, (page) => unmarked(d, page)) },
  { clause: "7.1 t3 owner", broken: (d) => eachPage(d, (page) => unowned(d, page)) },
  { clause: "7.1 suspects", broken: ({ pdf }) => ifFault(pdf.at(pdf.catalogue["/MarkInfo"])?.["/Suspects"] === true, "the file calls its own tags suspect") },
  { clause: "7.1 t5", broken: (d) => eachElement(d, ({ role }) => !STANDARD.has(role) && `${role} is no standard role`) },
  { clause: "7.1 metadata", broken: ({ pdf }) => ifFault(!pdf.catalogue["/Metadata"], "the file has no metadata") },
  { clause: "7.1 t9", broken: ({ xmp }) => ifFault(!/<dc:title>[\s\S]*\S[\s\S]*<\/dc:title>/.test(xmp), "the metadata has no title") },
  { clause: "7.1 t10", broken: ({ pdf }) => ifFault(pdf.at(pdf.catalogue["/ViewerPreferences"])?.["/DisplayDocTitle"] !== true, "the title is not what a window shows") },
  { clause: "7.1 t11", broken: ({ tree }) => ifFault(!tree.present, "there is no structure tree") },
  { clause: "7.1 parent", broken: (d) => eachElement(d, ({ dict }) => !dict["/P"] && "the element does not know its parent") },
  { clause: "7.1 balance", broken: (d) => eachPage(d, (page) => unbalanced(d, page)) },
  { clause: "7.1 parent tree", broken: (d) => eachPage(d, (page) => parentTree(d, page)) },
  { clause: "7.1 once", broken: (d) => eachPage(d, (page) => repeated(d, page)) },
  { clause: "7.1 there", broken: (d) => eachPage(d, (page) => missingMarks(d, page)) },
  { clause: "7.1 root", broken: ({ tree }) => ifFault(tree.present && (tree.elements[0]?.role !== "Document" || tree.elements.filter((e) => !e.parent).length !== 1), "the tree has not one root, a Document") },
  { clause: "7.1 empty", broken: (d) => eachElement(d, (e) => !MAY_BE_EMPTY.has(e.role) && e.marks + e.references + e.children.length === 0 && `${e.role} holds nothing`) },
  { clause: "7.2 place", broken: (d) => eachElement(d, wronglyPlaced) },
  { clause: "7.2 holds", broken: (d) => eachElement(d, wronglyFilled) },
  { clause: "7.2 language", broken: (d) => eachElement(d, ({ dict }) => dict["/Lang"] != null && !LANGUAGE.test(d.pdf.text(dict["/Lang"]) ?? "") && `"${d.pdf.text(dict["/Lang"])}" is no language`) },
  { clause: "7.2 t34", broken: ({ pdf }) => ifFault(!LANGUAGE.test(pdf.text(pdf.catalogue["/Lang"]) ?? ""), "the file does not say its language") },
  { clause: "7.3 t1", broken: (d) => eachElement(d, ({ role, dict }) => role === "Figure" && !d.pdf.text(dict["/Alt"]) && !d.pdf.text(dict["/ActualText"]) && "Figure without an alternative text") },
  { clause: "7.4.2 t1", broken: headings },
  { clause: "7.5 t1", broken: (d) => eachElement(d, ({ role, dict }) => role === "TH" && !JSON.stringify(d.pdf.at(dict["/A"]) ?? "").includes("/Scope") && "TH without Scope") },
  { clause: "7.7 t1", broken: (d) => eachElement(d, ({ role, dict }) => role === "Formula" && !d.pdf.text(dict["/Alt"]) && !d.pdf.text(dict["/ActualText"]) && "Formula without an alternative text") },
  { clause: "7.9 t1", broken: twiceNamed },
  { clause: "7.16 t1", broken: ({ pdf }) => ifFault(pdf.trailer["/Encrypt"], "the file is encrypted") },
  { clause: "7.18.1 t1", broken: annotationTree },
  { clause: "7.18.1 t3", broken: (d) => eachAnnotation(d, (dict) => dict["/Subtype"] === "/Widget" && !hasTooltip(d.pdf, dict) && "a field without a name for who cannot see it (TU)") },
  { clause: "7.18.3 t1", broken: (d) => eachPage(d, ({ dict }) => (d.pdf.list(dict["/Annots"]).length > 0 && dict["/Tabs"] !== "/S" ? ["the tab key does not follow the structure"] : [])) },
  { clause: "7.18.5 t2", broken: (d) => eachAnnotation(d, (dict) => dict["/Subtype"] === "/Link" && !d.pdf.text(dict["/Contents"]) && "a link without a name for who cannot see it (Contents)") },
  { clause: "A 6.3.2", broken: (d) => eachAnnotation(d, (dict) => !(dict["/F"] & PRINTED) && "an annotation that is not printed") },
  { clause: "7.21.3.2 t1", broken: (d) => eachFont(d, (font, kind) => kind === "/CIDFontType2" && !font["/CIDToGIDMap"] && "no CIDToGIDMap") },
  { clause: "7.21.3.1 t1", broken: (d) => eachFont(d, (font, kind) => kind.startsWith("/CIDFont") && !d.pdf.at(font["/CIDSystemInfo"]) && "no CIDSystemInfo") },
  { clause: "7.21.4.1 t1", broken: (d) => eachFont(d, (font, kind) => kind !== "/Type3" && !fontFile(d.pdf, font) && "the font is not embedded") },
  { clause: "7.21.7 t1", broken: (d) => eachFont(d, (font, kind) => kind !== "/Type3" && !kind.startsWith("/CIDFont") && !font["/ToUnicode"] && !KNOWN_ENCODINGS.includes(font["/Encoding"]) && "no way from its glyphs to letters (ToUnicode)") },
];
