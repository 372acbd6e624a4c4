// SPDX-License-Identifier: EUPL-1.2
// A PDF as pdf.js reads it: the structure tree of each page with the words of its elements, and what else a reader meets.
import { readFileSync } from "node:fs";

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

import { Pdf } from "./pdf_objects.mjs";
import { structure } from "./pdf_structure.mjs";

const SOFT_HYPHEN = /\u00AD/g;

// What elements say instead of their words; pdf.js does not tell it, so it is read by qpdf. Roles as the file has them.
const replacements = (file) => {
  const pdf = new Pdf(file);
  return structure(pdf).elements.flatMap(({ dict }) => {
    const actual = pdf.text(dict["/ActualText"]);
    return actual === undefined ? [] : [{ role: dict["/S"].slice(1), actual }];
  });
};

export const clean = (words) => words.replace(SOFT_HYPHEN, "");

// The words of each mark of a page, by the id that the tree calls it; of its artefacts; and what is neither.
async function wordsOf(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = { marks: new Map(), artefacts: "", untagged: "" };
  const stack = [];
  for (const item of items) {
    if (item.type === "endMarkedContent") stack.pop();
    else if (item.type) stack.push({ id: item.id ?? undefined, artefact: item.tag === "Artifact" });
    else addWords(words, stack, item.str + (item.hasEOL ? "\n" : ""));
  }
  return words;
}

function addWords(words, stack, text) {
  const mark = stack.findLast((open) => open.id !== undefined || open.artefact);
  if (mark === undefined) words.untagged += text;
  else if (mark.artefact) words.artefacts += text;
  else words.marks.set(mark.id, (words.marks.get(mark.id) ?? "") + text);
}

function plainElement(node, marks, language) {
  const element = { role: node.role, lang: node.lang ?? language, alt: node.alt ?? null, words: null, children: [] };
  for (const child of node.children ?? []) {
    if (child.type === "content") element.words = (element.words ?? "") + (marks.get(child.id) ?? "");
    else if (child.type) element.annotations = (element.annotations ?? 0) + 1;
    else element.children.push(plainElement(child, marks, element.lang));
  }
  if (element.words !== null) element.words = clean(element.words);
  return element;
}

const plainAnnotation = ({ subtype, fieldType, fieldName, alternativeText, contentsObj, url }) => ({
  kind: subtype,
  field: fieldName,
  fieldType,
  name: alternativeText || contentsObj?.str,
  address: url,
});

async function readPage(document, number, language) {
  const page = await document.getPage(number);
  const words = await wordsOf(page);
  const root = await page.getStructTree();
  const annotations = await page.getAnnotations();
  page.cleanup();
  return {
    tree: (root?.children ?? []).map((node) => plainElement(node, words.marks, language)),
    artefacts: words.artefacts,
    untagged: words.untagged,
    annotations: annotations.map(plainAnnotation),
  };
}

// { language, title, marked, metadata, fields, actuals: [{ role, actual }], pages: [{ tree, artefacts, untagged, annotations }] }. Languages are those that hold:
// an element without its own has that of its parent.
export async function readPdf(file) {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const language = info.Language ?? null;
  const pages = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number, language));
  const read = {
    language,
    title: metadata?.get("dc:title") ?? info.Title ?? null,
    marked: (await document.getMarkInfo())?.Marked ?? false,
    part: metadata?.get("pdfuaid:part") ?? null,
    fields: Object.keys((await document.getFieldObjects()) ?? {}),
    actuals: replacements(file),
    pages,
  };
  await task.destroy();
  return read;
}
