// SPDX-License-Identifier: EUPL-1.2
// The objects of a PDF, as qpdf tells them in JSON: names are "/Name", texts "u:words", references "12 0 R".
import { execFileSync } from "node:child_process";

const REFERENCE = /^\d+ \d+ R$/;

function readObjects(file) {
  const how = ["--json=2", "--json-stream-data=inline", "--decode-level=generalized", "--warning-exit-0", file];
  const out = execFileSync("qpdf", how, { maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(out).qpdf[1];
}

export const isReference = (value) => typeof value === "string" && REFERENCE.test(value);

export class Pdf {
  constructor(file) {
    this.objects = readObjects(file);
    this.trailer = this.objects.trailer.value;
    this.catalogue = this.at(this.trailer["/Root"]) ?? {};
    this.pages = [];
    this.gatherPages(this.catalogue["/Pages"]);
  }

  // What a value is, past its references; the dictionary of a stream.
  at(value) {
    for (let hops = 0; isReference(value) && hops < 9; hops++) {
      const object = this.objects[`obj:${value}`];
      value = object?.stream ? object.stream.dict : object?.value;
    }
    return value;
  }

  // The bytes of a stream, each a character.
  bytes(reference) {
    const stream = this.objects[`obj:${reference}`]?.stream;
    return Buffer.from(stream?.data ?? "", "base64").toString("latin1");
  }

  utf8(reference) {
    return Buffer.from(this.bytes(reference), "latin1").toString("utf8");
  }

  text(value) {
    value = this.at(value);
    return typeof value === "string" && value.startsWith("u:") ? value.slice(2) : undefined;
  }

  list(value) {
    value = this.at(value);
    return Array.isArray(value) ? value : value == null ? [] : [value];
  }

  gatherPages(reference) {
    const node = this.at(reference);
    if (node?.["/Kids"]) this.list(node["/Kids"]).forEach((kid) => this.gatherPages(kid));
    else if (node) this.pages.push({ reference, number: this.pages.length + 1, dict: node });
  }

  // The whole content of a page.
  content(page) {
    const contents = page.dict["/Contents"];
    const parts = Array.isArray(this.at(contents)) ? this.at(contents) : [contents];
    return parts.map((part) => this.bytes(part)).join("\n");
  }

  // Numbers and what they lead to, of a number tree.
  numberTree(reference, found = new Map()) {
    const node = this.at(reference) ?? {};
    const pairs = this.list(node["/Nums"]);
    for (let i = 0; i + 1 < pairs.length; i += 2) found.set(pairs[i], pairs[i + 1]);
    this.list(node["/Kids"]).forEach((kid) => this.numberTree(kid, found));
    return found;
  }

  // [reference, dictionary] of all objects; streams too.
  *dictionaries() {
    for (const key of Object.keys(this.objects)) {
      if (!key.startsWith("obj:")) continue;
      const dict = this.at(key.slice(4));
      if (dict && typeof dict === "object" && !Array.isArray(dict)) yield [key.slice(4), dict];
    }
  }
}
