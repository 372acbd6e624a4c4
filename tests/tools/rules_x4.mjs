// SPDX-License-Identifier: EUPL-1.2
// Rules of PDF/X-4 that can be seen from outside, in the manner of rules_ua.mjs.
import { operators } from "./pdf_content.mjs";

const BOXES = ["/MediaBox", "/BleedBox", "/TrimBox"];
const RGB_OPERATORS = new Set(["rg", "RG"]);

const within = (inner, outer) =>
  !inner || !outer || (outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]);

function* ifFault(wrong, fault) {
  if (wrong) yield { fault };
}

function* eachPage({ pdf }, judge) {
  for (const page of pdf.pages) {
    const fault = judge(page);
    if (fault) yield { fault, object: page.reference, page: page.number };
  }
}

function boxFault(pdf, { dict }) {
  const [media, bleed, trim] = BOXES.map((box) => pdf.at(dict[box]));
  if (!trim) return "no TrimBox";
  return !(within(trim, bleed ?? media) && within(bleed, media)) && "the boxes do not lie in each other";
}

const hasRgb = (content) => [...operators(content)].some(({ name }) => RGB_OPERATORS.has(name));

function* rgbOperators({ pdf }) {
  for (const page of pdf.pages)
    if (hasRgb(pdf.content(page))) yield { fault: "an RGB colour", object: page.reference, page: page.number };
  for (const [object, dict] of pdf.dictionaries())
    if (dict["/Subtype"] === "/Form" && hasRgb(pdf.bytes(object))) yield { fault: "an RGB colour", object };
}

function* rgbPictures({ pdf }) {
  for (const [object, dict] of pdf.dictionaries())
    if (dict["/Subtype"] === "/Image" && dict["/ColorSpace"] === "/DeviceRGB") yield { fault: "a picture in DeviceRGB", object };
}

const intent = (pdf) =>
  pdf.list(pdf.catalogue["/OutputIntents"]).map((one) => pdf.at(one)).find((one) => one?.["/S"] === "/GTS_PDFX");

export const X4_RULES = [
  { clause: "X version", broken: ({ xmp }) => ifFault(!/GTS_PDFXVersion\s*(>|=")PDF\/X-4["<]/.test(xmp), "the metadata does not say PDF/X-4") },
  { clause: "X intent", broken: ({ pdf }) => ifFault(!intent(pdf), "no output intent GTS_PDFX") },
  { clause: "X profile", broken: ({ pdf }) => ifFault(intent(pdf) && !intent(pdf)["/DestOutputProfile"] && !intent(pdf)["/OutputConditionIdentifier"], "the output intent names no condition") },
  { clause: "X id", broken: ({ pdf }) => ifFault(!pdf.trailer["/ID"], "the file has no ID") },
  { clause: "X encryption", broken: ({ pdf }) => ifFault(pdf.trailer["/Encrypt"], "the file is encrypted") },
  { clause: "X trapped", broken: ({ pdf }) => ifFault(!["/True", "/False"].includes(pdf.at(pdf.trailer["/Info"])?.["/Trapped"]), "the file does not say whether it is trapped") },
  { clause: "X boxes", broken: (d) => eachPage(d, (page) => boxFault(d.pdf, page)) },
  { clause: "X annotations", broken: (d) => eachPage(d, ({ dict }) => d.pdf.list(dict["/Annots"]).length > 0 && "annotations") },
  { clause: "X colours", broken: rgbOperators },
  { clause: "X pictures", broken: rgbPictures },
];
