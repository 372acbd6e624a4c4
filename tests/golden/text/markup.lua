-- *strong*, _emphasised_, links; the typesetting of numbers and quotes sees its neighbours across signs.
return worksheet { id = "case", code = "C", title = "Tekens", size = { 100, 110 }, safe = 0,
  page {
    padding = 4, gap = 2,
    heading { "Kop met *nadruk*", style = "body" },
    text { "Dit is *nadruk*, dit _cursief_ en dit *_allebei_*. 5 * 3 = 15, snake_case, \\*letterlijk\\*." },
    text { "Zie [de uitleg van de *gemeente* op haar eigen bladzijde over water en bomen](https://example.org/water), of bel." },
    text { "Het is *5* mm, 5 *mm* en *12*-14; \"*ja*\", zei zij. doi:*10.1/ab*" },
    quote { "In een citaat staat _nadruk_ rechtop." },
    text { "Samen: ", bold { "vet met _cursief_" }, " en ", italic { lang = "en", "English *words*" }, "." },
    row { gap = 2, chip { "*vet* woord" }, mark { "disc", alt = "een *schijf*" } },
    text { "Een *ornament* met [een link](https://example.org).", ornament = true },
  },
}
