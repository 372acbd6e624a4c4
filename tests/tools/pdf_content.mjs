// SPDX-License-Identifier: EUPL-1.2
// The operators of a content stream, and what is marked how.

const TOKEN = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|%[^\r\n]*|\/[^\s()<>[\]/%]*|[^\s()<>[\]/%]+/g;
const OPERATOR = /^(?:[A-Za-z]+[0-9]?\*?|'|")$/;
const VALUES = new Set(["true", "false", "null"]);
const INLINE_IMAGE = /\bBI\s[\s\S]*?\sID\s[\s\S]*?\sEI(?=\s|$)/g;

const PAINTING = new Set("f F f* B B* b b* S s sh Do Tj TJ ' \" EI".split(" "));

export function* operators(content) {
  let operands = [];
  for (const [token] of content.replace(INLINE_IMAGE, " EI ").matchAll(TOKEN)) {
    if (token.startsWith("%")) continue;
    if (!OPERATOR.test(token) || VALUES.has(token)) {
      operands.push(token);
      continue;
    }
    yield { name: token, operands };
    operands = [];
  }
}

const markOf = (operands) => {
  const id = /\/MCID (\d+)/.exec(operands.join(" "));
  return { tag: operands[0], id: id ? Number(id[1]) : undefined, artefact: operands[0] === "/Artifact" };
};

// What a page marks: `ids` in the order of the content, how many painting operators are in no mark,
// which ids stand within an artefact or another id, and how many marks stay open (or close too often).
export function marks(content) {
  const found = { ids: [], unmarked: 0, within: [], open: 0 };
  const stack = [];
  for (const { name, operands } of operators(content)) {
    if (name === "BDC" || name === "BMC") {
      const mark = markOf(operands);
      if (mark.id !== undefined) found.ids.push(mark.id);
      const holds = stack.some((outer) => outer.artefact || outer.id !== undefined);
      if (holds && (mark.id !== undefined || mark.artefact)) found.within.push(mark.id ?? "artefact");
      stack.push(mark);
    } else if (name === "EMC") {
      if (stack.pop() === undefined) found.open--;
    } else if (PAINTING.has(name) && !stack.some((mark) => mark.artefact || mark.id !== undefined)) {
      found.unmarked++;
    }
  }
  found.open += stack.length;
  return found;
}
