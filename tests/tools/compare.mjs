// SPDX-License-Identifier: EUPL-1.2
// Compares the structure tree that the scenes tell (scene_tree) with the one that pdf.js reads from the PDF, page by page: roles,
// nesting, languages, alternative texts, links and fields, and the words of each element in reading order. Texts that are read in the place
// of words (ActualText) are compared one behind the other.
// Usage: node compare.mjs TREE.json FILE.pdf    exit 1 at the first difference of each page
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { clean, readPdf } from "./pdf_tree.mjs";

// Roles of ours that PDF 1.7 does not know, and what the role map makes of them.
const STANDARD = { Strong: "Span", Em: "Span" };
// Elements that hold an annotation.
const ANNOTATED = new Set(["Link", "Form"]);

const plain = (words) => clean(words ?? "").replace(/[^\S\n]*\n\s*/gu, "\n").replace(/[^\S\n]+/gu, " ").trim();

// What a reader makes of a line's end, it makes of itself: a space, or nothing within a word ("honey-bee"). It is taken as expected.
function unwrap(found, expected) {
  const [first, ...rest] = found.split("\n");
  return rest.reduce((out, line) => (expected.startsWith(out + line) ? out + line : `${out} ${line}`), first);
}

// What is of this page; a group that has nothing there is not.
function onPage(elements, page) {
  return elements
    .map((element) => (element.children ? { ...element, children: onPage(element.children, page) } : element))
    .filter((element) => (element.children ? element.children.length > 0 : element.page === page));
}

// { head, words } of each element, in the order in which they are heard: what both sides are compared by.
function lines(elements, depth = 0) {
  return elements.flatMap((element) => {
    const role = STANDARD[element.role] ?? element.role;
    const holds = ANNOTATED.has(role) ? (element.annotations === 0 ? " without annotation" : " with annotation") : "";
    const instead = element.alt ?? element.actual; // pdf.js tells both as one
    const alt = instead ? ` alt ${JSON.stringify(instead)}` : "";
    const head = `${"  ".repeat(depth)}${role} ${element.lang}${holds}${alt}`;
    return [{ head, words: plain(element.words) }, ...lines(element.children ?? [], depth + 1)];
  });
}

const show = (line) => (line ? line.head + (line.words ? ` ${JSON.stringify(line.words)}` : "") : "(nothing more)");
const same = (expected, found) =>
  expected.head === found?.head && unwrap(found.words, expected.words) === expected.words;

const read = (element) => ({
  ...element,
  annotations: element.annotations ?? 0,
  children: element.children.map(read),
});

function difference(expected, found) {
  const at = expected.findIndex((line, i) => !same(line, found[i]));
  const first = at < 0 ? expected.length : at;
  if (first === expected.length && first >= found.length) return [];
  const before = expected.slice(Math.max(0, first - 2), first);
  return [...before.map((line) => `    ${show(line)}`), `  - ${show(expected[first])}`, `  + ${show(found[first])}`];
}

const actualsOf = (elements) =>
  elements.flatMap(({ role, actual, children }) => [...(actual ? [{ role, actual }] : []), ...actualsOf(children ?? [])]);

function actualDifference(expected, found) {
  const show = (one) => (one ? `${one.role} actual ${JSON.stringify(one.actual)}` : "(nothing more)");
  const at = Array.from({ length: Math.max(expected.length, found.length) }, (_, i) => i).find((i) => show(expected[i]) !== show(found[i]));
  return at === undefined ? [] : [`  - ${show(expected[at])}`, `  + ${show(found[at])}`];
}

// The differences between a tree and a PDF that was read, as lines: "-" is expected, "+" is found.
export function compare(tree, pdf) {
  const out = [];
  pdf.pages.forEach((page, index) => {
    const faults = difference(lines(onPage(tree, index + 1)), lines(page.tree.map(read)));
    if (page.untagged.trim()) faults.push(`  untagged: ${JSON.stringify(page.untagged.trim())}`);
    if (faults.length) out.push(`page ${index + 1}`, ...faults);
  });
  out.push(...actualDifference(actualsOf(tree), pdf.actuals));
  const last = lastPage(tree);
  if (last > pdf.pages.length) out.push(`the scenes have ${last} pages, the file ${pdf.pages.length}`);
  return out;
}

const lastPage = (elements) =>
  elements.reduce((last, { page, children }) => Math.max(last, page ?? 0, lastPage(children ?? [])), 0);

async function main([treeFile, file]) {
  const { tree } = JSON.parse(readFileSync(treeFile, "utf8"));
  const faults = compare(tree, await readPdf(file));
  faults.forEach((line) => console.log(line));
  if (!faults.length) console.log(`${file}: the tree of the scenes`);
  return faults.length ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main(process.argv.slice(2));
