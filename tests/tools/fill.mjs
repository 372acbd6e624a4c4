// SPDX-License-Identifier: EUPL-1.2
// Fills a form in as somebody would: a name in each text field, each box ticked, one of each choice.
// Usage: node fill.mjs IN OUT    exit 1 when there is nothing to fill in
import { readFileSync, writeFileSync } from "node:fs";

import { PDFCheckBox, PDFDocument, PDFDropdown, PDFOptionList, PDFRadioGroup, PDFTextField } from "pdf-lib";

const NAME = "Zoë de Vries";

const choose = (field) => field.select(field.getOptions()[0]);
const FILL = [
  [PDFTextField, (field) => field.setText(NAME)],
  [PDFCheckBox, (field) => field.check()],
  [PDFRadioGroup, choose],
  [PDFDropdown, choose],
  [PDFOptionList, choose],
];

const [from, to] = process.argv.slice(2);
const document = await PDFDocument.load(readFileSync(from), { updateMetadata: false });
const fields = document.getForm().getFields();
for (const field of fields) FILL.find(([kind]) => field instanceof kind)?.[1](field);
writeFileSync(to, await document.save());
console.log(`${fields.length} fields filled in`);
process.exitCode = fields.length > 0 ? 0 : 1;
