// SPDX-License-Identifier: EUPL-1.2
// A small PDF that follows every rule, written by hand, for the self-test to plant faults in: objects by number.

const stream = (dict, data) => `<< ${dict} /Length ${Buffer.byteLength(data, "latin1")} >>\nstream\n${data}\nendstream`;

const xmp = (inner) =>
  stream("/Type /Metadata /Subtype /XML", `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${inner}</rdf:RDF></x:xmpmeta>`);

export const UA_METADATA = xmp("<dc:title>Proef</dc:title><pdfuaid:part>1</pdfuaid:part>");
export const X4_METADATA = xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");

// Words on a line of their own, in the mark MCID.
const said = (tag, id, words, y) => `/${tag} <</MCID ${id}>> BDC BT /F 10 Tf 10 ${y} Td (${words}) Tj ET EMC`;

export const FIRST = [
  "/Artifact BMC 0 0 0 0.5 k 0 0 10 10 re f EMC",
  said("H1", 0, "Kaart", 280),
  said("P", 1, "Wat groeit?", 260),
  "/Figure <</MCID 2>> BDC 50 50 20 20 re f EMC",
  said("Link", 3, "Lees meer", 240),
  said("P", 4, "Naam", 220),
  said("LBody", 5, "een", 200),
  said("TH", 6, "Kop", 180),
  said("Note", 7, "Noot", 160),
  said("Formula", 8, "som", 140),
].join("\n");
export const SECOND = said("P", 0, "Words of two", 280);

export const page = (content, more) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /BleedBox [0 0 200 300] /TrimBox [5 5 195 295] ` +
  `/Resources << /Font << /F 40 0 R >> >> /Contents ${content} 0 R ${more} >>`;

const element = (role, parent, more) => `<< /Type /StructElem /S /${role} /P ${parent} 0 R ${more} >>`;
const leaf = (role, parent, mark, more = "") => element(role, parent, `/Pg 20 0 R /K ${mark} ${more}`);

const PRINTABLE = [...Array(95).keys()].map((i) => i + 32);
const LETTERS = PRINTABLE.map((code) => `<${code.toString(16)}> <00${code.toString(16)}>`).join("\n");
const TO_UNICODE = stream(
  "",
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def\n" +
    `1 begincodespacerange <00> <ff> endcodespacerange\n${PRINTABLE.length} beginbfchar\n${LETTERS}\nendbfchar\n` +
    "endcmap end end",
);

export const sample = () => ({
  1:
    "<< /Type /Catalog /Pages 2 0 R /Lang (nl) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> " +
    "/Metadata 3 0 R /StructTreeRoot 4 0 R /AcroForm << /Fields [31 0 R] >> >>",
  2: "<< /Type /Pages /Kids [20 0 R 21 0 R] /Count 2 >>",
  3: UA_METADATA,
  4: "<< /Type /StructTreeRoot /K 5 0 R /ParentTree 6 0 R /RoleMap << /Strong /Span >> >>",
  5: element("Document", 4, "/K [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 14 0 R 17 0 R 37 0 R 38 0 R 39 0 R]"),
  6:
    "<< /Nums [0 [7 0 R 8 0 R 9 0 R 10 0 R 12 0 R 16 0 R 36 0 R 37 0 R 38 0 R] 1 [39 0 R] 2 10 0 R 3 13 0 R] >>",
  7: leaf("H1", 5, 0),
  8: leaf("P", 5, 1),
  9: leaf("Figure", 5, 2, "/Alt (Een vierkant)"),
  10: leaf("Link", 5, "[3 << /Type /OBJR /Obj 30 0 R /Pg 20 0 R >>]"),
  11: element("Div", 5, "/K [12 0 R 13 0 R]"),
  12: leaf("P", 11, 4),
  13: leaf("Form", 11, "<< /Type /OBJR /Obj 31 0 R /Pg 20 0 R >>"),
  14: element("L", 5, "/K [15 0 R]"),
  15: element("LI", 14, "/K [16 0 R]"),
  16: leaf("LBody", 15, 5),
  17: element("Table", 5, "/K [35 0 R]"),
  20: page(22, "/StructParents 0 /Tabs /S /Annots [30 0 R 31 0 R]"),
  21: page(23, "/StructParents 1"),
  22: stream("", FIRST),
  23: stream("", SECOND),
  30:
    "<< /Type /Annot /Subtype /Link /Rect [10 235 60 250] /F 4 /StructParent 2 /Contents (Lees meer) " +
    "/A << /S /URI /URI (https://example.org/) >> >>",
  31: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /TU (Naam) /Rect [60 215 120 230] /F 4 /StructParent 3 /P 20 0 R >>",
  35: element("TR", 17, "/K [36 0 R 44 0 R]"),
  36: leaf("TH", 35, 6, "/A << /O /Table /Scope /Column >>"),
  37: leaf("Note", 5, 7, "/ID (noot1)"),
  38: leaf("Formula", 5, 8, "/Alt (som)"),
  39: element("P", 5, "/Pg 21 0 R /K 0 /Lang (en) /ActualText (Woorden van twee)"),
  40:
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 32 /LastChar 126 " +
    `/CharProcs << /a 41 0 R >> /Encoding << /Type /Encoding /Differences [32 ${"/a ".repeat(95)}] >> ` +
    `/Widths [${"500 ".repeat(95)}] /Resources << >> /ToUnicode 42 0 R >>`,
  41: stream("", "500 0 0 0 500 500 d1 0 0 400 400 re f"),
  42: TO_UNICODE,
  44: element("TD", 35, ""),
  50: "<< /Title (Proef) >>",
});

export const newStream = (data, dict = "") => stream(dict, data);

// The tree of it, as scene_tree would tell it.
export const TREE = [
  {
    role: "Document",
    lang: "nl",
    children: [
      { role: "H1", lang: "nl", words: "Kaart", page: 1 },
      { role: "P", lang: "nl", words: "Wat groeit?", page: 1 },
      { role: "Figure", lang: "nl", alt: "Een vierkant", words: "", page: 1 },
      { role: "Link", lang: "nl", words: "Lees meer", page: 1 },
      {
        role: "Div",
        lang: "nl",
        children: [
          { role: "P", lang: "nl", words: "Na\u00ADam", page: 1 },
          { role: "Form", lang: "nl", page: 1 },
        ],
      },
      {
        role: "L",
        lang: "nl",
        children: [{ role: "LI", lang: "nl", children: [{ role: "LBody", lang: "nl", words: "een", page: 1 }] }],
      },
      {
        role: "Table",
        lang: "nl",
        children: [{ role: "TR", lang: "nl", children: [{ role: "TH", lang: "nl", words: "Kop", page: 1 }] }],
      },
      { role: "Note", lang: "nl", words: "Noot", page: 1 },
      { role: "Formula", lang: "nl", alt: "som", words: "som", page: 1 },
      { role: "P", lang: "en", actual: "Woorden van twee", words: "Words of two", page: 2 },
    ],
  },
];

// The bytes of a file with these objects.
export function serialise(objects, id = "/ID [<00> <00>]") {
  const offsets = [];
  let out = "%PDF-1.7\n";
  for (const [number, text] of Object.entries(objects)) {
    offsets.push([Number(number), out.length]);
    out += `${number} 0 obj\n${text}\nendobj\n`;
  }
  const start = out.length;
  const entries = offsets.map(([number, at]) => `${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`).join("");
  const size = Math.max(...Object.keys(objects).map(Number)) + 1;
  out += `xref\n0 1\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R /Info 50 0 R ${id} >>\n`;
  return Buffer.from(`${out}startxref\n${start}\n%%EOF\n`, "latin1");
}
