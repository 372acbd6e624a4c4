-- De natuurkaarten: wat een organisme doet, en welke vraag dat aan een team stelt.
-- Nature cards: what an organism does, and which question that puts to a team.
--
-- De teksten zijn getoetst aan de genoemde bron. Houd woorden als "vaak" en "in proeven" staan: ze dragen de
-- nauwkeurigheid. Kort je een tekst in, doe dat dan in beide talen.
return deck {
  id = "natuur", code = "N",
  title = { nl = "Natuurkaarten", en = "Nature cards" },
  size = "a6", bleed = 3, safe = 4, corner = 3,
  face = "natuur",

  fields = {
    verb           = field.ref "functie",                     -- the function card it belongs to
    organism       = field.text { max = 60 },
    latin          = field.plain { max = 60, lang = "la" },
    kingdom        = field.one_of { "bacterie", "cel", "dier", "plant", "protist", "schimmel", "symbiose" },
    pattern        = field.one_of "patterns",                 -- the drawing on the front
    variant        = field.number { optional = true },        -- 2 for the second card with this pattern, and so on
    detail         = field.one_of { "loops", optional = true },  -- veins that close into loops
    mechanism      = field.text { max = 330 },                -- "Zo werkt het"
    principle      = field.text { max = 110 },
    question       = field.text { max = 130 },
    monday         = field.text { max = 170 },                -- "Probeer maandag"
    evidence_level = field.one_of { "sterk", "genuanceerd", "omstreden" },
    evidence       = field.text { max = 150 },
    sources        = field.list {
      field.group {
        ref        = field.plain { lang = "en" },
        doi        = field.plain { optional = true },
        confidence = field.plain {},                          -- how sure we are of the citation; not printed
      },
    },
  },

  cards = {
    card {
      id = "N01", verb = "F1", kingdom = "protist", pattern = "physarum",
      title = { nl = "Dikker waar het stroomt", en = "Thicker where it flows" },
      organism = { nl = "Slijmzwam", en = "Slime mould" },
      latin = "Physarum polycephalum",
      mechanism = {
        nl = "Deze eencellige groeit eerst alle kanten op en zoekt voedsel. Buisjes waar veel doorheen stroomt worden dikker, ongebruikte buisjes verdwijnen; zo ontstaat een net dat zuinig is en tegen een stootje kan.",
        en = "This single-celled organism first spreads in all directions in search of food. Tubes that carry much flow thicken and unused tubes disappear, leaving a network that is economical yet tolerant of damage.",
      },
      principle = {
        nl = "Verken breed, versterk wat gebruikt wordt, laat de rest los.",
        en = "Explore widely, reinforce what is used, let the rest go.",
      },
      question = {
        nl = "Welke contacten gebruiken jullie echt, en welke houden jullie alleen uit gewoonte aan?",
        en = "Which contacts do you really use, and which do you keep only out of habit?",
      },
      monday = {
        nl = "Bel één persoon die vaak antwoord geeft. Spreek samen één vervolgstap af. Zeg één vast overleg af dat niets oplevert.",
        en = "Call one person who often has an answer and agree one next step. Cancel one standing meeting that yields nothing.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Goed onderzocht in het lab en in modellen. De vergelijking met het spoornet van Tokio gaat over efficiëntie, robuustheid en kosten.",
        en = "Well studied in the lab and in models. The comparison with the Tokyo rail network concerns efficiency, fault tolerance and cost.",
      },
      sources = {
        {
          ref = "Tero A. et al. (2010). Rules for biologically inspired adaptive network design. Science 327: 439-442.",
          doi = "10.1126/science.1177894", confidence = "high",
        },
      },
    },

    card {
      id = "N02", verb = "F1", kingdom = "schimmel", pattern = "dla",
      title = { nl = "Groeien en opruimen", en = "Grow and recycle" },
      organism = { nl = "Draadvormende bosschimmel", en = "Cord-forming woodland fungus" },
      latin = "Phanerochaete velutina",
      mechanism = {
        nl = "Deze schimmel verbindt stukken dood hout met draden die zich vertakken en weer samenkomen. Goede routes worden dikke strengen; het materiaal van zwakke draden wordt hergebruikt.",
        en = "This fungus links pieces of dead wood with threads that branch and fuse again. Good routes become thick cords; material from weak threads is recycled.",
      },
      principle = {
        nl = "Betaal nieuwe verbindingen met wat je uit oude terughaalt.",
        en = "Pay for new links with what you recover from old ones.",
      },
      question = {
        nl = "Als jullie één nieuw netwerk willen, welk oud verband kan dan stoppen?",
        en = "If you want one new network, which old structure can end?",
      },
      monday = {
        nl = "Kies één werkgroep. Vraag de leden: stoppen, samenvoegen of doorgaan?",
        en = "Pick one working group. Ask its members: stop, merge or continue?",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Gemeten in proefbakken met bosgrond.",
        en = "Measured in laboratory trays with woodland soil.",
      },
      sources = {
        {
          ref = "Bebber D.P. et al. (2007). Biological solutions to transport network design. Proc. R. Soc. B 274: 2307-2315.",
          doi = "10.1098/rspb.2007.0459", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N03", verb = "F1", kingdom = "plant", pattern = "venation", detail = "loops",
      title = { nl = "Altijd een omweg", en = "Always a detour" },
      organism = { nl = "Citroenblad (nerven)", en = "Lemon leaf (veins)" },
      latin = "Citrus × limon",
      mechanism = {
        nl = "In veel bladeren vormen de nerven lussen en niet alleen takken. Berekeningen laten zien dat zulke lussen de beste oplossing zijn als nerven beschadigd raken of als de vraag naar water steeds wisselt.",
        en = "In many leaves the veins form loops, not only branches. Calculations show that such loops are the best solution when veins get damaged or when the demand for water fluctuates.",
      },
      principle = {
        nl = "Bouw lussen: zorg dat er minstens twee routes zijn naar elke plek.",
        en = "Build loops: make sure every place can be reached by at least two routes.",
      },
      question = {
        nl = "Bij welke partner hangt alles af van één collega?",
        en = "With which partner does everything depend on one colleague?",
      },
      monday = {
        nl = "Neem een collega mee naar een gesprek dat je altijd alleen voert.",
        en = "Take a colleague along to a conversation you always have alone.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Wiskundig model, getoetst aan echte bladnerven. Niet elke plant heeft lussen: de ginkgo vertakt alleen.",
        en = "Mathematical model compared with real leaf veins. Not every plant has loops: ginkgo only branches.",
      },
      sources = {
        {
          ref = "Katifori E., Szöllősi G.J., Magnasco M.O. (2010). Damage and fluctuations induce loops in optimal transport networks. Phys. Rev. Lett. 104: 048704.",
          doi = "10.1103/PhysRevLett.104.048704", confidence = "high",
        },
      },
    },

    card {
      id = "N04", verb = "F1", kingdom = "symbiose", pattern = "physarum", variant = 2,
      title = { nl = "Het bosweb: wat weten we echt?", en = "The wood wide web: what do we really know?" },
      organism = { nl = "Douglasspar en ectomycorrhiza-schimmels", en = "Douglas fir and ectomycorrhizal fungi" },
      latin = "Pseudotsuga menziesii",
      mechanism = {
        nl = "Schimmels leven samen met boomwortels en kunnen wortels van meerdere bomen verbinden; in een veldproef ging koolstof van de ene zaailing naar de andere. Hoe vaak dit in bossen gebeurt en of bomen er beter van groeien is onzeker; voor het idee dat 'moederbomen' hun eigen jongen voeden is geen gepubliceerd veldbewijs.",
        en = "Fungi live with tree roots and can connect roots of several trees; in one field experiment carbon moved between seedlings. How common this is in forests and whether trees grow better from it is uncertain; there is no published field evidence that 'mother trees' feed their own offspring.",
      },
      principle = {
        nl = "Toets een mooi verhaal voordat je er beleid op bouwt.",
        en = "Test a beautiful story before you build policy on it.",
      },
      question = {
        nl = "Welk verhaal over ons netwerk vertellen we graag, maar hebben we nooit nagevraagd?",
        en = "Which story about our network do we love to tell but have never checked?",
      },
      monday = {
        nl = "Vraag drie partners: wat heb je dit jaar echt aan ons gehad? Schrijf hun woorden letterlijk op.",
        en = "Ask three partners: what have you really gained from us this year? Write down their exact words.",
      },
      evidence_level = "omstreden",
      evidence = {
        nl = "Mythe-kaart. Gebruik deze kaart om het gesprek over bewijs te voeren.",
        en = "Myth card. Use it to talk about evidence.",
      },
      sources = {
        {
          ref = "Simard S.W. et al. (1997). Net transfer of carbon between ectomycorrhizal tree species in the field. Nature 388: 579-582.",
          doi = "10.1038/41557", confidence = "high",
        },
        {
          ref = "Karst J., Jones M.D., Hoeksema J.D. (2023). Positive citation bias and overinterpreted results lead to misinformation on common mycorrhizal networks in forests. Nature Ecol. Evol. 7: 501-511.",
          doi = "10.1038/s41559-023-01986-1", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N05", verb = "F1", kingdom = "dier", pattern = "voronoi",
      title = { nl = "Eén draad mag breken", en = "One thread may snap" },
      organism = { nl = "Wielwebspinnen, zoals de kruisspin", en = "Orb-weaving spiders, such as the garden spider" },
      latin = "Araneidae (o.a. Araneus diadematus)",
      mechanism = {
        nl = "Spinrag geeft bij zwaardere belasting eerst mee en wordt pas weer stijf als het ver is uitgerekt. Daardoor blijft de schade bij een klap plaatselijk en kan de rest van het web blijven werken.",
        en = "Under heavier load spider silk first yields and stiffens again only when stretched far. As a result the damage from a blow stays local and the rest of the web can keep working.",
      },
      principle = {
        nl = "Ontwerp zo dat een fout plaatselijk blijft.",
        en = "Design so that a failure stays local.",
      },
      question = {
        nl = "Wat gaat er mis als één partner afhaakt, en hoe houden we dat klein?",
        en = "What goes wrong if one partner drops out, and how do we keep that small?",
      },
      monday = {
        nl = "Splits één groot project in twee delen die los van elkaar door kunnen.",
        en = "Split one large project into two parts that can continue independently.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Metingen aan webben en computersimulaties.",
        en = "Measurements on webs and computer simulations.",
      },
      sources = {
        {
          ref = "Cranford S.W. et al. (2012). Nonlinear material behaviour of spider silk yields robust webs. Nature 482: 72-76.",
          doi = "10.1038/nature10739", confidence = "high (checked)",
        },
      },
    },
  },
}
