// SPDX-License-Identifier: EUPL-1.2
// Prints the peer job with Typst. Run in the folder of deck.typ, beside node_modules.
// Usage: node print.cjs cards|nup|tagged CARDS.json OUT.pdf FONT…
const fs = require("fs");
const path = require("path");
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");

const [kind, data, out, ...fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace: __dirname,
  fontArgs: [{ fontBlobs: fonts.map((font) => fs.readFileSync(font)) }],
  inputs: { data, kind: kind === "nup" ? kind : "cards" },
});
const result = compiler.compile({ mainFilePath: path.join(__dirname, "deck.typ") });
if (result.hasError()) {
  result.printDiagnostics();
  process.exit(1);
}
fs.writeFileSync(out, compiler.pdf(result.result, { pdfTags: kind === "tagged" }));
