// SPDX-License-Identifier: EUPL-1.2
// The structure tree of a PDF, flat and in reading order, with who owns which mark.
import { isReference } from "./pdf_objects.mjs";

class Walk {
  constructor(pdf, root) {
    this.pdf = pdf;
    this.roles = pdf.at(root["/RoleMap"]) ?? {};
    this.elements = [];
    this.owners = new Map(); // "PAGE MCID" -> reference of its element
    this.references = []; // to annotations: { owner, annotation }
    this.seen = new Set();
  }

  roleOf(name) {
    for (let hops = 0; this.roles[name] && hops < 9; hops++) name = this.roles[name];
    return name.slice(1);
  }

  own(page, id, element) {
    this.owners.set(`${page} ${id}`, element.reference);
    element.marks++;
  }

  kid(kid, element) {
    const dict = this.pdf.at(kid);
    if (typeof dict === "number") this.own(element.page, dict, element);
    else if (dict?.["/Type"] === "/MCR") this.own(dict["/Pg"] ?? element.page, dict["/MCID"], element);
    else if (dict?.["/Type"] === "/OBJR") {
      element.references++;
      this.references.push({ owner: element, annotation: dict["/Obj"] });
    } else if (dict?.["/S"]) this.element(kid, dict, element);
  }

  element(reference, dict, parent) {
    if (isReference(reference) && this.seen.has(reference)) return;
    this.seen.add(reference);
    const element = { reference, dict, parent, role: this.roleOf(dict["/S"]), children: [], marks: 0, references: 0 };
    element.page = dict["/Pg"] ?? parent?.page;
    this.elements.push(element);
    parent?.children.push(element);
    this.pdf.list(dict["/K"]).forEach((kid) => this.kid(kid, element));
  }
}

export function structure(pdf) {
  const root = pdf.at(pdf.catalogue["/StructTreeRoot"]);
  const walk = new Walk(pdf, root ?? {});
  pdf.list(root?.["/K"]).forEach((kid) => {
    const one = isReference(root["/K"]) && !Array.isArray(pdf.at(root["/K"])) ? root["/K"] : kid;
    walk.element(one, pdf.at(one), undefined);
  });
  return { ...walk, present: Boolean(root), parents: pdf.numberTree(root?.["/ParentTree"]) };
}
