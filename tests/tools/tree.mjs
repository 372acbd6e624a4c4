// SPDX-License-Identifier: EUPL-1.2
// Shows what a reader meets in a PDF: its structure tree with the words, artefacts, annotations and fields.
// Usage: node tree.mjs FILE [--json]
import { readPdf } from "./pdf_tree.mjs";

function* lines(element, depth) {
  const about = [element.lang, element.alt && `alt ${JSON.stringify(element.alt)}`, element.annotations && "annotation"];
  const words = element.words === null ? "" : ` ${JSON.stringify(element.words)}`;
  yield `${"  ".repeat(depth)}${element.role} ${about.filter(Boolean).join(" ")}${words}`;
  for (const child of element.children) yield* lines(child, depth + 1);
}

function show(pdf) {
  console.log(`title ${pdf.title}, language ${pdf.language}, PDF/UA ${pdf.part}, ${pdf.fields.length} fields`);
  for (const [index, page] of pdf.pages.entries()) {
    console.log(`page ${index + 1}`);
    for (const element of page.tree) for (const line of lines(element, 1)) console.log(line);
    console.log(`  artefacts ${JSON.stringify(page.artefacts)} untagged ${JSON.stringify(page.untagged)}`);
    for (const annotation of page.annotations) console.log(`  annotation ${JSON.stringify(annotation)}`);
  }
}

const [file, json] = process.argv.slice(2);
const pdf = await readPdf(file);
if (json === "--json") console.log(JSON.stringify(pdf));
else show(pdf);
