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
    organism       = field.text { max = 62 },
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
    -- verbinden

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

    -- waarnemen

    card {
      id = "N06", verb = "F2", kingdom = "dier", pattern = "boids",
      title = { nl = "Let op je zeven buren", en = "Mind your seven neighbours" },
      organism = { nl = "Spreeuw", en = "Common starling" },
      latin = "Sturnus vulgaris",
      mechanism = {
        nl = "Een spreeuw in een zwerm stemt zijn vlucht af op gemiddeld zes tot zeven dichtste buren, hoe dicht of ruim de zwerm ook vliegt. Zonder leider blijft de groep zo bij elkaar en gaat nieuws over gevaar snel rond.",
        en = "A starling in a flock adjusts its flight to about six or seven nearest neighbours, however dense or loose the flock is. Without a leader the group stays together and news of danger spreads quickly.",
      },
      principle = {
        nl = "Kies een klein vast aantal buren en houd die echt in de gaten.",
        en = "Choose a small, fixed number of neighbours and really keep an eye on them.",
      },
      question = {
        nl = "Wie zijn jouw zeven buren buiten de eigen directie?",
        en = "Who are your seven neighbours outside your own department?",
      },
      monday = {
        nl = "Schrijf zeven namen op. Spreek er deze week twee, zonder agenda.",
        en = "Write down seven names. Talk to two of them this week, with no agenda.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "3D-opnames van zwermen boven Rome. Het getal zes tot zeven is een gemiddelde.",
        en = "3D recordings of flocks over Rome. Six to seven is an average.",
      },
      sources = {
        {
          ref = "Ballerini M. et al. (2008). Interaction ruling animal collective behavior depends on topological rather than metric distance. PNAS 105: 1232-1237.",
          doi = "10.1073/pnas.0711437105", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N07", verb = "F2", kingdom = "bacterie", pattern = "reaction_diffusion",
      title = { nl = "Licht aan als we met genoeg zijn", en = "Switch on when we are enough" },
      organism = { nl = "Lichtgevende bacterie", en = "Luminescent bacterium" },
      latin = "Aliivibrio fischeri",
      mechanism = {
        nl = "Elke bacterie geeft steeds een beetje van een signaalstof af. Pas als er zo veel soortgenoten zijn dat de stof een drempel haalt, schakelen ze samen hun licht aan.",
        en = "Each bacterium steadily releases a little of a signal molecule. Only when so many are present that the molecule reaches a threshold do they switch on their light together.",
      },
      principle = {
        nl = "Geef zwakke signalen af, meet ze, en spreek een drempel af voor samen handelen.",
        en = "Send weak signals, measure them and agree a threshold for acting together.",
      },
      question = {
        nl = "Bij hoeveel signalen van buiten komen wij in actie? Hebben we dat afgesproken?",
        en = "How many signals from outside make us act? Have we agreed on that?",
      },
      monday = {
        nl = "Zet een lijst op het prikbord: signalen van buiten. Spreek af: bij vijf keer hetzelfde signaal volgt een gesprek.",
        en = "Put up a list: signals from outside. Agree: five times the same signal means a meeting.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Klassiek en vaak herhaald onderzoek.",
        en = "Classic, often repeated research.",
      },
      sources = {
        {
          ref = "Miller M.B., Bassler B.L. (2001). Quorum sensing in bacteria. Annu. Rev. Microbiol. 55: 165-199.",
          doi = "10.1146/annurev.micro.55.1.165", confidence = "high",
        },
      },
    },

    card {
      id = "N08", verb = "F2", kingdom = "dier", pattern = "voronoi", variant = 2,
      title = { nl = "Wie verzadigd is, houdt de wacht", en = "Those who are fed stand guard" },
      organism = { nl = "Stokstaartje", en = "Meerkat" },
      latin = "Suricata suricatta",
      mechanism = {
        nl = "Stokstaartjes wisselen elkaar af op de uitkijk, zonder vast rooster. Een dier gaat vaker op wacht als het zelf genoeg gegeten heeft en er nog niemand kijkt.",
        en = "Meerkats take turns as lookout without a fixed rota. An animal is more likely to stand guard when it has eaten enough and nobody else is watching.",
      },
      principle = {
        nl = "Laat wie ruimte heeft de omgeving verkennen, en wissel af.",
        en = "Let those with spare capacity scan the surroundings, and rotate.",
      },
      question = {
        nl = "Wie kijkt er bij ons naar buiten, en wie heeft daar deze maand ruimte voor?",
        en = "Who is looking outside for us, and who has room for it this month?",
      },
      monday = {
        nl = "Wijs voor deze week één uitkijk aan. Die vertelt vrijdag in vijf minuten wat er buiten speelt.",
        en = "Appoint one lookout this week, who reports on Friday in five minutes what is going on outside.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Veldonderzoek met voerproeven. De wacht zit zelf vaak op een veilige plek: het is geen heldendaad.",
        en = "Field study with feeding experiments. Guards often sit in safe spots themselves: it is no act of heroism.",
      },
      sources = {
        {
          ref = "Clutton-Brock T.H. et al. (1999). Selfish sentinels in cooperative mammals. Science 284: 1640-1644.",
          doi = "10.1126/science.284.5420.1640", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N09", verb = "F2", kingdom = "plant", pattern = "lsystem",
      title = { nl = "Roep de juiste hulp", en = "Call the right help" },
      organism = { nl = "Maïs en sluipwesp", en = "Maize and parasitic wasp" },
      latin = "Zea mays, Cotesia marginiventris",
      mechanism = {
        nl = "Als rupsen aan een maïsplant vreten, reageert de plant op stoffen uit het speeksel en verspreidt ze een geur. Die geur trekt sluipwespen aan, die eitjes leggen in de rupsen.",
        en = "When caterpillars feed on a maize plant, the plant responds to substances in their saliva and releases a scent. The scent attracts parasitic wasps that lay eggs in the caterpillars.",
      },
      principle = {
        nl = "Maak een hulpvraag zo precies dat de juiste partner hem herkent.",
        en = "Make a call for help so specific that the right partner recognises it.",
      },
      question = {
        nl = "Kan een buitenstaander aan onze vraag zien wie er nodig is?",
        en = "Can an outsider tell from our request who is needed?",
      },
      monday = {
        nl = "Herschrijf één oproep: wie zoek je, waarvoor, hoeveel uur, voor wanneer?",
        en = "Rewrite one call: who do you need, for what, how many hours, by when?",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Vaak herhaald in lab en kas; het effect in open veld wisselt.",
        en = "Often repeated in lab and greenhouse; effects in open fields vary.",
      },
      sources = {
        {
          ref = "Turlings T.C.J., Tumlinson J.H., Lewis W.J. (1990). Exploitation of herbivore-induced plant odors by host-seeking parasitic wasps. Science 250: 1251-1253.",
          doi = "10.1126/science.250.4985.1251", confidence = "high",
        },
      },
    },

    card {
      id = "N10", verb = "F2", kingdom = "dier", pattern = "boids", variant = 2,
      title = { nl = "Samen voelen wat niemand alleen ziet", en = "Sense together what nobody sees alone" },
      organism = { nl = "Golden shiner (Amerikaanse karperachtige)", en = "Golden shiner" },
      latin = "Notemigonus crysoleucas",
      mechanism = {
        nl = "Deze visjes houden van schaduw en zwemmen langzamer als het donkerder is, maar één vis volgt nauwelijks waar het donkerder wordt. Omdat ze ook hun buren volgen, draait de hele school wel naar de schaduw, en grote scholen doen dat beter.",
        en = "These fish prefer shade and swim more slowly when it is darker, but a single fish hardly tracks where it gets darker. Because they also follow neighbours, the whole school does turn towards the shade, and larger schools do so better.",
      },
      principle = {
        nl = "Eenvoudige lokale reacties plus contact geven samen een beter beeld.",
        en = "Simple local responses plus contact add up to a better picture.",
      },
      question = {
        nl = "Welke kleine waarnemingen van collega's leggen we nooit naast elkaar?",
        en = "Which small observations by colleagues do we never put side by side?",
      },
      monday = {
        nl = "Begin een overleg met een rondje: wat viel jou deze week buiten op? Eén zin per persoon.",
        en = "Start a meeting with a round: what struck you outside this week? One sentence each.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Proeven in een bak met bewegende lichtvlekken.",
        en = "Experiments in a tank with moving light fields.",
      },
      sources = {
        {
          ref = "Berdahl A. et al. (2013). Emergent sensing of complex environments by mobile animal groups. Science 339: 574-576.",
          doi = "10.1126/science.1225883", confidence = "high",
        },
      },
    },

    -- samen beslissen

    card {
      id = "N11", verb = "F3", kingdom = "dier", pattern = "voronoi", variant = 3,
      title = { nl = "Dansen en afremmen", en = "Dance and stop" },
      organism = { nl = "Honingbij", en = "Western honeybee" },
      latin = "Apis mellifera",
      mechanism = {
        nl = "Verkenners dansen voor de nestplek die zij zelf bekeken hebben; hoe beter de plek, hoe langer de dans. Ze geven dansers voor een andere plek een kort stopsignaal, en zo komt de zwerm niet vast te zitten tussen twee goede keuzes.",
        en = "Scouts dance for the nest site they have inspected themselves; the better the site, the longer the dance. They give dancers for other sites a brief stop signal, which keeps the swarm from getting stuck between two good options.",
      },
      principle = {
        nl = "Laat voorstellen concurreren op eigen waarneming, en organiseer een eerlijk 'nee'.",
        en = "Let proposals compete on first-hand observation, and organise a fair 'no'.",
      },
      question = {
        nl = "Hoe zeggen wij op tijd en netjes 'stop' tegen een goed idee dat niet het beste is?",
        en = "How do we say 'stop', in time and politely, to a good idea that is not the best?",
      },
      monday = {
        nl = "Laat bij één besluit alleen mensen pleiten die zelf zijn gaan kijken.",
        en = "For one decision, only let people argue who went and looked for themselves.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Gefilmde zwermen met gemerkte bijen.",
        en = "Filmed swarms with marked bees.",
      },
      sources = {
        {
          ref = "Seeley T.D. et al. (2012). Stop signals provide cross inhibition in collective decision-making by honeybee swarms. Science 335: 108-111.",
          doi = "10.1126/science.1210361", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N12", verb = "F3", kingdom = "dier", pattern = "phyllotaxis",
      title = { nl = "Drempel naar omstandigheid", en = "A threshold that fits the moment" },
      organism = { nl = "Slankmier uit rotsspleten", en = "Rock ant" },
      latin = "Temnothorax albipennis",
      mechanism = {
        nl = "Deze mieren verhuizen pas als er genoeg soortgenoten in het nieuwe nest zijn. In nood verlagen ze die drempel: dan kiezen ze sneller, maar maken ze meer fouten.",
        en = "These ants only move house once enough nestmates are present in the new nest. In an emergency they lower that threshold: they decide faster but make more mistakes.",
      },
      principle = {
        nl = "Kies bewust tussen snel en zorgvuldig, en zeg dat hardop.",
        en = "Choose knowingly between fast and accurate, and say so out loud.",
      },
      question = {
        nl = "Hoeveel draagvlak is genoeg voor dit besluit, nu?",
        en = "How much support is enough for this decision, now?",
      },
      monday = {
        nl = "Zet boven één agendapunt: 'snel' of 'zorgvuldig', en hoeveel mensen ja moeten zeggen.",
        en = "Put above one agenda item: 'fast' or 'careful', and how many people must say yes.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Laboratoriumproeven met rustige en barre omstandigheden.",
        en = "Laboratory experiments under benign and harsh conditions.",
      },
      sources = {
        {
          ref = "Franks N.R. et al. (2003). Speed versus accuracy in collective decision making. Proc. R. Soc. B 270: 2457-2463.",
          doi = "10.1098/rspb.2003.2527", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N13", verb = "F3", kingdom = "dier", pattern = "boids", variant = 3,
      title = { nl = "Stemmen met een nies", en = "Voting by sneeze" },
      organism = { nl = "Afrikaanse wilde hond", en = "African wild dog" },
      latin = "Lycaon pictus",
      mechanism = {
        nl = "Voor de jacht houden wilde honden een soort bijeenkomst, en hoe meer er geniesd wordt, hoe groter de kans dat ze vertrekken. Als een dominant dier begint zijn er minder niezen nodig dan als een ander begint.",
        en = "Before hunting, wild dogs hold a kind of rally, and the more sneezes there are, the more likely the pack is to leave. When a dominant dog starts, fewer sneezes are needed than when another dog starts.",
      },
      principle = {
        nl = "Iedereen telt mee, maar niet iedereen telt even zwaar: maak dat zichtbaar.",
        en = "Everyone counts, but not equally: make that visible.",
      },
      question = {
        nl = "Wiens 'ja' weegt bij ons zwaarder, en vinden we dat terecht?",
        en = "Whose 'yes' weighs more with us, and do we think that is right?",
      },
      monday = {
        nl = "Laat in een overleg eerst iedereen stil een oordeel opschrijven. Daarna spreekt de hoogste in rang als laatste.",
        en = "In one meeting, let everyone write down a judgement in silence first. The most senior person speaks last.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Sterk verband, geen bewezen bedoeling: 'stemmen' is ons woord.",
        en = "Strong correlation, intention not proven: 'voting' is our word.",
      },
      sources = {
        {
          ref = "Walker R.H. et al. (2017). Sneeze to leave: African wild dogs (Lycaon pictus) use variable quorum thresholds facilitated by sneezes in collective decisions. Proc. R. Soc. B 284: 20170347.",
          doi = "10.1098/rspb.2017.0347", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N14", verb = "F3", kingdom = "dier", pattern = "physarum", variant = 3,
      title = { nl = "Het spoor dat blijft hangen", en = "The trail that sticks" },
      organism = { nl = "Argentijnse mier", en = "Argentine ant" },
      latin = "Linepithema humile",
      mechanism = {
        nl = "Mieren leggen een geurspoor; op een korte route komen ze sneller terug, dus wordt die vanzelf sterker. Wordt de korte route pas later aangeboden, dan blijft de kolonie meestal op het oude, langere spoor.",
        en = "Ants lay a scent trail; on a short route they return sooner, so it becomes stronger by itself. If the short route is offered only later, the colony usually stays on the old, longer trail.",
      },
      principle = {
        nl = "Gewoonte versterkt zichzelf; plan momenten om het spoor te wissen.",
        en = "Habit reinforces itself; plan moments to wipe the trail.",
      },
      question = {
        nl = "Welke werkwijze gebruiken we alleen omdat ze er het eerst was?",
        en = "Which way of working do we use only because it came first?",
      },
      monday = {
        nl = "Kies één vaste route, zoals een formulier of paraaf. Vraag: zouden we dit vandaag weer zo verzinnen?",
        en = "Pick one fixed route, such as a form or a sign-off. Ask: would we invent it this way today?",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Brugproeven met twee routes. Let op: in Europa is deze mier een invasieve soort.",
        en = "Bridge experiments with two routes. Note: in Europe this ant is an invasive species.",
      },
      sources = {
        {
          ref = "Goss S. et al. (1989). Self-organized shortcuts in the Argentine ant. Naturwissenschaften 76: 579-581.",
          doi = "10.1007/BF00462870", confidence = "high (later-bridge result confirmed by Bonabeau, Dorigo & Theraulaz 2000, Nature 406: 39-42, box 1; ants in a changing maze did adapt: Reid et al. 2011, J. Exp. Biol. 214: 50-58, so keep 'usually')",
        },
      },
    },

    card {
      id = "N15", verb = "F3", kingdom = "dier", pattern = "boids", variant = 4,
      title = { nl = "Middenweg of kiezen", en = "Compromise or choose" },
      organism = { nl = "Groene baviaan", en = "Olive baboon" },
      latin = "Papio anubis",
      mechanism = {
        nl = "Bavianen volgen eerder als meer dieren dezelfde kant op willen, en niet speciaal het dominante dier. Liggen twee richtingen dicht bij elkaar dan nemen ze de middenweg; liggen ze ver uiteen dan kiezen ze er één.",
        en = "Baboons follow sooner when more animals want to go the same way, and not specifically the dominant one. If two directions are close they take the middle way; if they are far apart they choose one.",
      },
      principle = {
        nl = "Zoek het midden bij kleine verschillen en kies bij grote verschillen.",
        en = "Seek the middle for small differences and choose when differences are large.",
      },
      question = {
        nl = "Zijn wij hier aan het polderen terwijl we eigenlijk moeten kiezen?",
        en = "Are we compromising here while we really need to choose?",
      },
      monday = {
        nl = "Teken twee standpunten als pijlen. Is de hoek klein of groot? Bepaal dan: midden of kiezen.",
        en = "Draw two positions as arrows. Is the angle small or large? Then decide: middle or choose.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "GPS-gegevens van één groep in Kenia.",
        en = "GPS data from one troop in Kenya.",
      },
      sources = {
        {
          ref = "Strandburg-Peshkin A. et al. (2015). Shared decision-making drives collective movement in wild baboons. Science 348: 1358-1361.",
          doi = "10.1126/science.aaa5099", confidence = "high (checked)",
        },
      },
    },

    -- verdelen

    card {
      id = "N16", verb = "F4", kingdom = "dier", pattern = "phyllotaxis", variant = 2,
      title = { nl = "Het tempo van de terugkomers", en = "The pace of returners" },
      organism = { nl = "Rode oogstmier", en = "Red harvester ant" },
      latin = "Pogonomyrmex barbatus",
      mechanism = {
        nl = "Een mier gaat eerder op pad als er vaker soortgenoten met zaad terugkomen. Zo stuurt de kolonie vanzelf meer mieren als er veel voedsel is, en minder als er weinig is.",
        en = "An ant goes out sooner when nestmates return with seeds more often. In this way the colony automatically sends more ants when food is plentiful and fewer when it is scarce.",
      },
      principle = {
        nl = "Verdeel inzet op basis van wat terugkomt, niet op basis van een jaarplan alleen.",
        en = "Allocate effort by what comes back, not by an annual plan alone.",
      },
      question = {
        nl = "Aan welk signaal merken wij snel dat extra inzet loont?",
        en = "Which signal quickly tells us that extra effort pays off?",
      },
      monday = {
        nl = "Vraag na elk gesprek buiten: leverde dit iets op? Tel na twee weken de ja's.",
        en = "After every outside meeting ask: did this yield something? Count the yeses after two weeks.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Veldproeven plus model; lijkt op hoe internet verkeer regelt (TCP).",
        en = "Field experiments plus model; resembles how the internet regulates traffic (TCP).",
      },
      sources = {
        {
          ref = "Prabhakar B., Dektar K.N., Gordon D.M. (2012). The regulation of ant colony foraging activity without spatial information. PLoS Comput. Biol. 8: e1002670.",
          doi = "10.1371/journal.pcbi.1002670", confidence = "high",
        },
      },
    },

    card {
      id = "N17", verb = "F4", kingdom = "dier", pattern = "venation", variant = 2,
      title = { nl = "Delen met wie deelde", en = "Share with those who shared" },
      organism = { nl = "Gewone vampiervleermuis", en = "Common vampire bat" },
      latin = "Desmodus rotundus",
      mechanism = {
        nl = "Een vleermuis die geen maaltijd vond, krijgt bloed van een groepsgenoot. Wie eerder hielp krijgt vaker hulp terug; dat telt zwaarder dan familie zijn.",
        en = "A bat that failed to feed receives blood from a roost mate. Those who helped before get more help in return; that counts more than being kin.",
      },
      principle = {
        nl = "Een netwerk draait op onthouden wie wat gaf.",
        en = "A network runs on remembering who gave what.",
      },
      question = {
        nl = "Wie hielp ons in een slechte maand, en wat deden wij terug?",
        en = "Who helped us in a bad month, and what did we do in return?",
      },
      monday = {
        nl = "Stuur één bedankje met een concreet aanbod. Niet meer dan drie zinnen.",
        en = "Send one thank-you with a concrete offer. No more than three sentences.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Proeven met een groep in gevangenschap.",
        en = "Experiments with a captive group.",
      },
      sources = {
        {
          ref = "Carter G.G., Wilkinson G.S. (2013). Food sharing in vampire bats: reciprocal help predicts donations more than relatedness or harassment. Proc. R. Soc. B 280: 20122573.",
          doi = "10.1098/rspb.2012.2573", confidence = "high",
        },
      },
    },

    card {
      id = "N18", verb = "F4", kingdom = "dier", pattern = "boids", variant = 5,
      title = { nl = "Om de beurt voorop", en = "Taking turns in front" },
      organism = { nl = "Heremietibis", en = "Northern bald ibis" },
      latin = "Geronticus eremita",
      mechanism = {
        nl = "In een V-vlucht bespaart de achterste vogel energie door de opwaartse lucht van de voorste. De jonge ibissen in dit onderzoek wisselden vaak van plek en vlogen ongeveer even lang voor als achter een ander.",
        en = "In V-formation the bird behind saves energy by using the upwash of the bird in front. The young ibises in this study switched places often and spent about as long leading as following.",
      },
      principle = {
        nl = "Verdeel het zware werk door vaak en op tijd te wisselen.",
        en = "Share the hard work by switching often and in time.",
      },
      question = {
        nl = "Wie vliegt bij ons al te lang voorop?",
        en = "Who has been flying in front for too long?",
      },
      monday = {
        nl = "Geef het voorzitterschap van één overleg deze week door.",
        en = "Pass on the chair of one meeting this week.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Gemeten bij een groep jonge vogels die door mensen werd begeleid. Een latere studie (2017) vond het wisselen niet in elk deel van de trek.",
        en = "Measured in a group of juveniles guided by people. A later study (2017) did not find the switching in every part of the migration.",
      },
      sources = {
        {
          ref = "Voelkl B. et al. (2015). Matching times of leading and following suggest cooperation through direct reciprocity during V-formation flight in ibis. PNAS 112: 2115-2120.",
          doi = "10.1073/pnas.1413589112", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N19", verb = "F4", kingdom = "dier", pattern = "voronoi", variant = 4,
      title = { nl = "Kleine stapjes houden warm", en = "Small steps keep everyone warm" },
      organism = { nl = "Keizerspinguïn", en = "Emperor penguin" },
      latin = "Aptenodytes forsteri",
      mechanism = {
        nl = "Pinguïns staan in de kou dicht tegen elkaar. Elke halve tot hele minuut zetten ze een stapje dat als een golf door de groep gaat; zo blijft de groep dicht en verandert ze toch langzaam van vorm.",
        en = "In the cold, penguins stand packed together. Every half to full minute they take a tiny step that travels through the group as a wave; the huddle stays dense yet slowly reorganises.",
      },
      principle = {
        nl = "Veel kleine gelijktijdige stapjes voorkomen dat een groep vastloopt.",
        en = "Many small coordinated steps keep a group from jamming.",
      },
      question = {
        nl = "Welk stapje van vijf centimeter kan iedereen deze week zetten?",
        en = "Which five-centimetre step can everyone take this week?",
      },
      monday = {
        nl = "Spreek met je team één mini-verandering af die iedereen op dezelfde dag doet.",
        en = "Agree with your team one mini-change that everyone makes on the same day.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Camerabeelden van een kolonie. Dat de warme plek eerlijk verdeeld wordt is niet precies gemeten.",
        en = "Camera images of a colony. Fair sharing of the warm spot was not measured exactly.",
      },
      sources = {
        {
          ref = "Zitterbart D.P. et al. (2011). Coordinated movements prevent jamming in an emperor penguin huddle. PLoS ONE 6: e20260.",
          doi = "10.1371/journal.pone.0020260", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N20", verb = "F4", kingdom = "dier", pattern = "venation", variant = 3,
      title = { nl = "De zee voedt het bos", en = "The sea feeds the forest" },
      organism = { nl = "Pacifische zalm", en = "Pacific salmon" },
      latin = "Oncorhynchus spp.",
      mechanism = {
        nl = "Zalmen groeien in zee, zwemmen de rivier op om te paaien en sterven daar. Beren en andere dieren slepen resten de oever op, zodat voedingsstoffen uit zee in beek en bos terechtkomen.",
        en = "Salmon grow at sea, swim up the river to spawn and die there. Bears and other animals drag remains onto the banks, so nutrients from the sea end up in stream and forest.",
      },
      principle = {
        nl = "Wie tussen werelden beweegt, brengt waarde mee die er eerst niet was.",
        en = "Those who move between worlds bring value that was not there before.",
      },
      question = {
        nl = "Wie van ons pendelt tussen Den Haag en de regio, en wat brengt die persoon mee?",
        en = "Who of us moves between The Hague and the region, and what do they bring along?",
      },
      monday = {
        nl = "Werk één dag op kantoor bij een partner. Neem iets mee terug en deel het.",
        en = "Work one day at a partner's office. Bring something back and share it.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Aanvoer van stoffen staat vast; hoeveel bomen er harder door groeien verschilt per plek.",
        en = "The nutrient input is well established; how much faster trees grow differs by site.",
      },
      sources = {
        {
          ref = "Gende S.M. et al. (2002). Pacific salmon in aquatic and terrestrial ecosystems. BioScience 52: 917-928.",
          doi = "10.1641/0006-3568(2002)052[0917:PSIAAT]2.0.CO;2", confidence = "medium (reference checked, DOI from memory)",
        },
      },
    },

    -- partner zijn

    card {
      id = "N21", verb = "F5", kingdom = "symbiose", pattern = "dla", variant = 2,
      title = { nl = "Wie goed levert, krijgt meer", en = "Good suppliers get more" },
      organism = { nl = "Rupsklaver en mycorrhizaschimmel", en = "Barrel medic and arbuscular mycorrhizal fungus" },
      latin = "Medicago truncatula, Rhizophagus irregularis",
      mechanism = {
        nl = "De plant geeft suiker, de schimmel geeft fosfor. In proeven gaven planten meer suiker aan schimmels die meer leverden, en schimmels gaven meer fosfor aan wortels die meer betaalden.",
        en = "The plant gives sugar, the fungus gives phosphorus. In experiments plants gave more sugar to fungi that delivered more, and fungi gave more phosphorus to roots that paid more.",
      },
      principle = {
        nl = "Een ruil blijft gezond als beide kanten kunnen kiezen en belonen.",
        en = "An exchange stays healthy when both sides can choose and reward.",
      },
      question = {
        nl = "Wat geven wij aan deze partner, en wat krijgen we terug? Klopt dat nog?",
        en = "What do we give this partner and what do we get back? Is that still right?",
      },
      monday = {
        nl = "Vraag één partner wat ons aanbod waard is. Luister, verdedig niet.",
        en = "Ask one partner what our offer is worth. Listen, do not defend.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Sterk in het lab; niet in elk systeem werkt de ruil zo.",
        en = "Strong in the lab; the exchange does not work this way in every system.",
      },
      sources = {
        {
          ref = "Kiers E.T. et al. (2011). Reciprocal rewards stabilize cooperation in the mycorrhizal symbiosis. Science 333: 880-882.",
          doi = "10.1126/science.1208473", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N22", verb = "F5", kingdom = "dier", pattern = "reaction_diffusion", variant = 2,
      title = { nl = "Ze kijken mee", en = "They are watching" },
      organism = { nl = "Poetslipvis", en = "Bluestreak cleaner wrasse" },
      latin = "Labroides dimidiatus",
      mechanism = {
        nl = "Poetsvissen eten parasieten van andere vissen, maar happen liever van hun slijm. Toeschouwers kiezen poetsvissen die netjes werken, en poetsvissen gedragen zich beter als er iemand meekijkt.",
        en = "Cleaner fish eat parasites off other fish but would rather bite their mucus. Bystanders choose cleaners that behave well, and cleaners behave better when they are watched.",
      },
      principle = {
        nl = "Een goede naam ontstaat doordat anderen jouw gedrag kunnen zien.",
        en = "A good reputation grows when others can see how you act.",
      },
      question = {
        nl = "Wat kunnen toekomstige partners nu al van ons gedrag zien?",
        en = "What can future partners already see of our behaviour?",
      },
      monday = {
        nl = "Zet één lopende afspraak met een partner openbaar op de site: wat, wanneer, hoe ver.",
        en = "Publish one current agreement with a partner: what, when, progress.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Proeven in aquaria; dat publiek helpt is in 2011 bevestigd.",
        en = "Aquarium experiments; the audience effect was confirmed in 2011.",
      },
      sources = {
        {
          ref = "Bshary R., Grutter A.S. (2006). Image scoring and cooperation in a cleaner fish mutualism. Nature 441: 975-978.",
          doi = "10.1038/nature04755", confidence = "high (checked)",
        },
        {
          ref = "Pinto A. et al. (2011). Cleaner wrasses are more cooperative in the presence of an audience. Curr. Biol. 21: 1140-1144.",
          doi = "10.1016/j.cub.2011.05.021", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N23", verb = "F5", kingdom = "dier", pattern = "lsystem", variant = 2,
      title = { nl = "Een roep die beiden kennen", en = "A call both sides know" },
      organism = { nl = "Grote honingspeurder", en = "Greater honeyguide" },
      latin = "Indicator indicator",
      mechanism = {
        nl = "In Mozambique wijst deze wilde vogel mensen de weg naar bijennesten; mensen krijgen honing, de vogel was. Met de eigen roep van de honingjagers steeg de kans om een nest te vinden van ongeveer 17 naar 54 procent.",
        en = "In Mozambique this wild bird leads people to bees' nests; people get honey, the bird gets wax. With the honey-hunters' traditional call the chance of finding a nest rose from about 17 to 54 per cent.",
      },
      principle = {
        nl = "Samenwerken begint met een signaal dat beide kanten herkennen.",
        en = "Cooperation starts with a signal both sides recognise.",
      },
      question = {
        nl = "Hoe weet een inwoner of ondernemer dat wij nú willen meedoen?",
        en = "How does a resident or entrepreneur know that we want to join in now?",
      },
      monday = {
        nl = "Bedenk één vaste zin en één vast adres waarmee initiatieven bij jullie binnenkomen.",
        en = "Invent one fixed sentence and one fixed address through which initiatives reach you.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Veldproef met geluidsopnamen.",
        en = "Field experiment with recorded sounds.",
      },
      sources = {
        {
          ref = "Spottiswoode C.N., Begg K.S., Begg C.M. (2016). Reciprocal signaling in honeyguide-human mutualism. Science 353: 387-389.",
          doi = "10.1126/science.aaf4885", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N24", verb = "F5", kingdom = "dier", pattern = "boids", variant = 6,
      title = { nl = "Vraag wie kan wat jij niet kunt", en = "Ask the one who can do what you cannot" },
      organism = { nl = "Koraalbaars en reuzenmurene", en = "Roving coral grouper and giant moray" },
      latin = "Plectropomus pessuliferus, Gymnothorax javanicus",
      mechanism = {
        nl = "De baars jaagt in open water, de murene kruipt in spleten. Met kopschudden haalt de baars de murene erbij; samen is er voor een prooi bijna geen veilige plek meer en vangen ze allebei meer.",
        en = "The grouper hunts in open water, the moray slips into crevices. By shaking its head the grouper recruits the moray; together they leave prey almost no safe place and both catch more.",
      },
      principle = {
        nl = "Zoek een partner met een andere werkwijze, niet een kopie van jezelf.",
        en = "Look for a partner with a different way of working, not a copy of yourself.",
      },
      question = {
        nl = "Waar kunnen wij niet komen, en wie wel?",
        en = "Where can we not reach, and who can?",
      },
      monday = {
        nl = "Noem één plek waar de overheid geen toegang heeft. Bel iemand die daar thuis is.",
        en = "Name one place where government has no access. Call someone who is at home there.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Waarnemingen in de Rode Zee.",
        en = "Observations in the Red Sea.",
      },
      sources = {
        {
          ref = "Bshary R. et al. (2006). Interspecific communicative and coordinated hunting between groupers and giant moray eels in the Red Sea. PLoS Biol. 4: e431.",
          doi = "10.1371/journal.pbio.0040431", confidence = "high",
        },
      },
    },

    card {
      id = "N25", verb = "F5", kingdom = "symbiose", pattern = "reaction_diffusion", variant = 3,
      title = { nl = "De derde partij in de korst", en = "The third party in the crust" },
      organism = { nl = "Baardvormig korstmos (Bryoria)", en = "Horsehair lichen (Bryoria)" },
      latin = "Bryoria tortuosa",
      mechanism = {
        nl = "Een korstmos is een samenleving van een schimmel en algen of blauwwieren. In 2016 vonden onderzoekers in de korst van veel soorten ook gisten; hoe belangrijk die overal zijn wordt nog onderzocht.",
        en = "A lichen is a partnership of a fungus with algae or cyanobacteria. In 2016 researchers also found yeasts in the crust of many species; how important these are everywhere is still being studied.",
      },
      principle = {
        nl = "In een partnerschap doet soms een onzichtbare derde het werk.",
        en = "In a partnership an unseen third party may be doing some of the work.",
      },
      question = {
        nl = "Wie houdt dit samenwerkingsverband draaiend zonder dat het in de afspraken staat?",
        en = "Who keeps this partnership going without being in the agreement?",
      },
      monday = {
        nl = "Zoek de onzichtbare derde in je project. Nodig die persoon uit.",
        en = "Find the unseen third party in your project. Invite that person.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Gisten zijn vaak gevonden; hun rol staat niet vast.",
        en = "Yeasts are often found; their role is not settled.",
      },
      sources = {
        {
          ref = "Spribille T. et al. (2016). Basidiomycete yeasts in the cortex of ascomycete macrolichens. Science 353: 488-492.",
          doi = "10.1126/science.aaf8287", confidence = "high (checked)",
        },
      },
    },

    -- vernieuwen

    card {
      id = "N26", verb = "F6", kingdom = "dier", pattern = "lsystem", variant = 3,
      title = { nl = "Twee voorlopers zijn genoeg", en = "Two pioneers are enough" },
      organism = { nl = "Koolmees", en = "Great tit" },
      latin = "Parus major",
      mechanism = {
        nl = "Onderzoekers leerden per groep twee mezen een voederdoosje openen. Het trucje ging via contacten rond tot ongeveer driekwart van de groep het kon, en de groep bleef bij de eerst geleerde manier.",
        en = "Researchers taught two tits per population to open a food box. The trick spread through contacts until about three quarters of the birds could do it, and the group stuck to the way first learned.",
      },
      principle = {
        nl = "Vernieuwing reist via echte contacten; het eerste voorbeeld zet de norm.",
        en = "Innovation travels through real contacts; the first example sets the norm.",
      },
      question = {
        nl = "Wie zijn onze twee voorlopers, en wie zien hen bezig?",
        en = "Who are our two pioneers and who sees them at work?",
      },
      monday = {
        nl = "Laat een voorloper zijn werk tonen aan drie collega's, live en niet in een presentatie.",
        en = "Let a pioneer show the work to three colleagues, live and not in a slide deck.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Veldproef in Engeland met gechipte vogels.",
        en = "Field experiment in England with tagged birds.",
      },
      sources = {
        {
          ref = "Aplin L.M. et al. (2015). Experimentally induced innovations lead to persistent culture via conformity in wild birds. Nature 518: 538-541.",
          doi = "10.1038/nature13998", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N27", verb = "F6", kingdom = "plant", pattern = "phyllotaxis", variant = 3,
      title = { nl = "Niet alles tegelijk zaaien", en = "Do not sow everything at once" },
      organism = { nl = "Eenjarige woestijnplanten", en = "Desert annual plants" },
      latin = "o.a. Plantago patagonica",
      mechanism = {
        nl = "In de woestijn kiemt elk jaar maar een deel van de zaden; de rest wacht in de grond. Soorten met de grilligste opbrengst houden het grootste deel van hun zaad achter.",
        en = "In the desert only part of the seeds germinate each year; the rest wait in the soil. Species with the most erratic yields hold back the largest share of their seed.",
      },
      principle = {
        nl = "Hoe onzekerder de omgeving, hoe meer je spreidt.",
        en = "The more uncertain the environment, the more you spread your bets.",
      },
      question = {
        nl = "Welke ideeën houden we bewust achter de hand voor een beter jaar?",
        en = "Which ideas do we deliberately keep in reserve for a better year?",
      },
      monday = {
        nl = "Maak een zadenbank: een lijst met goede ideeën die nu nog niet kunnen, met de reden erbij.",
        en = "Start a seed bank: a list of good ideas that cannot happen now, with the reason.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Meer dan twintig jaar veldmetingen in Arizona.",
        en = "More than twenty years of field data in Arizona.",
      },
      sources = {
        {
          ref = "Venable D.L. (2007). Bet hedging in a guild of desert annuals. Ecology 88: 1086-1090.",
          doi = "10.1890/06-1495", confidence = "high (reference checked, DOI from memory)",
        },
      },
    },

    card {
      id = "N28", verb = "F6", kingdom = "plant", pattern = "phyllotaxis", variant = 4,
      title = { nl = "Klaar voor het raam", en = "Ready for the window" },
      organism = { nl = "Draaiden", en = "Lodgepole pine" },
      latin = "Pinus contorta",
      mechanism = {
        nl = "Veel van deze dennen bewaren hun zaad jarenlang in kegels die met hars dichtzitten. Pas door de hitte van een brand gaan ze open, en dan is er licht en ruimte om te kiemen.",
        en = "Many of these pines store seed for years in cones sealed with resin. Only the heat of a fire opens them, and then there is light and space to germinate.",
      },
      principle = {
        nl = "Bereid voorstellen voor die klaarliggen als er plotseling ruimte ontstaat.",
        en = "Prepare proposals that are ready when space suddenly opens up.",
      },
      question = {
        nl = "Welk plan moet op de plank liggen voor de volgende crisis of formatie?",
        en = "Which plan must be on the shelf for the next crisis or coalition talks?",
      },
      monday = {
        nl = "Schrijf één kansenbrief van een halve pagina die je morgen zou kunnen sturen.",
        en = "Write one half-page opportunity note that you could send tomorrow.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Overzichtsartikel. Niet elke boom of populatie heeft gesloten kegels.",
        en = "Review paper. Not every tree or population has closed cones.",
      },
      sources = {
        {
          ref = "Lamont B.B. et al. (1991). Canopy seed storage in woody plants. Bot. Rev. 57: 277-317.",
          doi = "10.1007/BF02858770", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N29", verb = "F6", kingdom = "dier", pattern = "reaction_diffusion", variant = 4,
      title = { nl = "Alles anders, iets onthouden", en = "All changed, something kept" },
      organism = { nl = "Tabakspijlstaart (vlinder)", en = "Tobacco hornworm moth" },
      latin = "Manduca sexta",
      mechanism = {
        nl = "In de pop wordt een groot deel van het rupsenlichaam afgebroken en opnieuw opgebouwd. Toch vermeden vlinders een geur die ze als grote rups met een schok hadden leren kennen; wat ze als kleine rups leerden waren ze kwijt.",
        en = "In the pupa much of the caterpillar's body is broken down and rebuilt. Yet moths avoided a smell they had learned to link with a shock as large caterpillars; what they learned as small caterpillars was lost.",
      },
      principle = {
        nl = "Een verbouwing wist niet alles: kies wat je meeneemt.",
        en = "Rebuilding does not erase everything: choose what to carry over.",
      },
      question = {
        nl = "Wat moet onze organisatie na de reorganisatie nog weten?",
        en = "What must our organisation still know after the reorganisation?",
      },
      monday = {
        nl = "Vraag een vertrekkende collega: welke les mag hier niet verdwijnen? Leg die vast in vijf regels.",
        en = "Ask a departing colleague: which lesson must not disappear here? Record it in five lines.",
      },
      evidence_level = "genuanceerd",
      evidence = {
        nl = "Eén soort, één type geheugen. Vermijd het populaire verhaal dat de rups 'soep' wordt.",
        en = "One species, one kind of memory. Avoid the popular story that the caterpillar turns into 'soup'.",
      },
      sources = {
        {
          ref = "Blackiston D.J., Silva Casey E., Weiss M.R. (2008). Retention of memory through metamorphosis: can a moth remember what it learned as a caterpillar? PLoS ONE 3: e1736.",
          doi = "10.1371/journal.pone.0001736", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N30", verb = "F6", kingdom = "plant", pattern = "venation", variant = 4,
      title = { nl = "Eerst terughalen, dan loslaten", en = "Recover first, then let go" },
      organism = { nl = "Beuk en andere meerjarige planten", en = "Beech and other perennial plants" },
      latin = "Fagus sylvatica e.a.",
      mechanism = {
        nl = "Voordat een blad valt haalt de plant een groot deel van de stikstof en fosfor terug, gemiddeld ongeveer de helft. Daarna sluit een laagje cellen de steel af en laat het blad los.",
        en = "Before a leaf falls the plant withdraws much of its nitrogen and phosphorus, on average about half. Then a layer of cells seals the stalk and lets the leaf go.",
      },
      principle = {
        nl = "Stop netjes: haal eerst de waarde eruit, sluit dan af.",
        en = "End well: recover the value first, then close off.",
      },
      question = {
        nl = "Wat stopt er dit jaar, en wat halen we er eerst uit?",
        en = "What ends this year, and what do we recover from it first?",
      },
      monday = {
        nl = "Kies iets dat stopt. Schrijf op: welke kennis, contacten en spullen gaan waarheen?",
        en = "Choose something that is ending. Write down: which knowledge, contacts and things go where?",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Overzicht van veel soorten. Het percentage verschilt per soort en bodem.",
        en = "Review of many species. The share differs by species and soil.",
      },
      sources = {
        {
          ref = "Aerts R. (1996). Nutrient resorption from senescing leaves of perennials: are there general patterns? J. Ecol. 84: 597-608.",
          doi = "10.2307/2261481", confidence = "medium (paper checked, DOI from memory)",
        },
      },
    },

    -- begrenzen

    card {
      id = "N31", verb = "F7", kingdom = "cel", pattern = "voronoi", variant = 5,
      title = { nl = "Een grens met deuren", en = "A border with doors" },
      organism = { nl = "Rode bloedcel van de mens", en = "Human red blood cell" },
      latin = "Homo sapiens",
      mechanism = {
        nl = "Om elke cel zit een dun vliesje dat de meeste stoffen tegenhoudt. Aparte eiwitkanalen laten één soort stof door: aquaporine laat vooral water door.",
        en = "Every cell is wrapped in a thin membrane that keeps most substances out. Separate protein channels let one kind of substance through: aquaporin mainly lets water pass.",
      },
      principle = {
        nl = "Wees niet open of dicht, maar kies wat er per deur in en uit mag.",
        en = "Do not be open or closed; choose per door what may go in and out.",
      },
      question = {
        nl = "Welke informatie mag vrij naar buiten, welke niet, en wie is de deur?",
        en = "Which information may flow out freely, which may not, and who is the door?",
      },
      monday = {
        nl = "Maak voor één dossier drie lijstjes: delen, delen op verzoek, niet delen.",
        en = "For one file make three lists: share, share on request, do not share.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "De ontdekking van waterkanalen kreeg in 2003 de (gedeelde) Nobelprijs voor scheikunde.",
        en = "The discovery of water channels was awarded the (shared) 2003 Nobel Prize in Chemistry.",
      },
      sources = {
        {
          ref = "Preston G.M. et al. (1992). Appearance of water channels in Xenopus oocytes expressing red cell CHIP28 protein. Science 256: 385-387.",
          doi = "10.1126/science.256.5055.385", confidence = "high",
        },
      },
    },

    card {
      id = "N32", verb = "F7", kingdom = "plant", pattern = "phyllotaxis", variant = 5,
      title = { nl = "Afgrendelen en doorgroeien", en = "Wall off and grow on" },
      organism = { nl = "Bomen, zoals de zomereik", en = "Trees, such as pedunculate oak" },
      latin = "o.a. Quercus robur",
      mechanism = {
        nl = "Een boom kan verwond hout niet vervangen zoals onze huid geneest. Hij grendelt de plek af met chemische en bouwkundige wanden en maakt er nieuw hout omheen.",
        en = "A tree cannot replace wounded wood the way our skin heals. It walls off the spot with chemical and structural barriers and grows new wood around it.",
      },
      principle = {
        nl = "Schade die je niet kunt herstellen, isoleer je; daarna bouw je verder.",
        en = "Damage you cannot repair, you isolate; then you build on.",
      },
      question = {
        nl = "Welk oud conflict moeten we niet oplossen maar begrenzen?",
        en = "Which old conflict should we contain instead of solve?",
      },
      monday = {
        nl = "Spreek met een lastige partner af waarover jullie dit jaar niet praten, zodat de rest door kan.",
        en = "Agree with a difficult partner what you will not discuss this year, so the rest can go on.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Het CODIT-model, gebaseerd op duizenden doorgezaagde bomen.",
        en = "The CODIT model, based on thousands of dissected trees.",
      },
      sources = {
        {
          ref = "Shigo A.L. (1984). Compartmentalization: a conceptual framework for understanding how trees grow and defend themselves. Annu. Rev. Phytopathol. 22: 189-214.",
          doi = "10.1146/annurev.py.22.090184.001201", confidence = "high (reference checked, DOI from memory)",
        },
      },
    },

    card {
      id = "N33", verb = "F7", kingdom = "dier", pattern = "voronoi", variant = 6,
      title = { nl = "Contact aanpassen bij gevaar", en = "Adjust contact when at risk" },
      organism = { nl = "Zwarte wegmier", en = "Black garden ant" },
      latin = "Lasius niger",
      mechanism = {
        nl = "Als sommige mieren besmet raken met een schimmel, verandert de hele kolonie wie met wie contact heeft. Besmette werksters blijven vaker buiten en groepen mengen minder, waardoor koningin en jonge werksters beter beschermd zijn.",
        en = "When some ants are exposed to a fungus, the whole colony changes who meets whom. Exposed workers stay outside more and groups mix less, so the queen and young workers are better protected.",
      },
      principle = {
        nl = "Verander bij onrust tijdelijk de contacten, niet de mensen.",
        en = "In turmoil, temporarily change the contacts, not the people.",
      },
      question = {
        nl = "Wie moet bij een rel of crisis tijdelijk uit de wind, en wie blijft juist buiten staan?",
        en = "Who should be out of the wind during a row or crisis, and who stays outside?",
      },
      monday = {
        nl = "Teken wie er bij een crisis met wie belt. Haal één onnodige lijn weg.",
        en = "Draw who calls whom in a crisis. Remove one unnecessary line.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Proef met automatisch gevolgde kolonies in het lab.",
        en = "Experiment with automatically tracked colonies in the lab.",
      },
      sources = {
        {
          ref = "Stroeymeyt N. et al. (2018). Social network plasticity decreases disease transmission in a eusocial insect. Science 362: 941-945.",
          doi = "10.1126/science.aat4793", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N34", verb = "F7", kingdom = "dier", pattern = "reaction_diffusion", variant = 5,
      title = { nl = "Klein aantal, groot verschil", en = "Small number, big difference" },
      organism = { nl = "Zeeotter", en = "Sea otter" },
      latin = "Enhydra lutris",
      mechanism = {
        nl = "Zeeotters eten zee-egels, en zee-egels eten kelp. Op eilanden met otters groeiden onderwaterbossen; op eilanden zonder otters was de bodem bijna kaal door de vele zee-egels.",
        en = "Sea otters eat sea urchins, and urchins eat kelp. Islands with otters had underwater forests; at islands without otters the seabed was almost bare because of the many urchins.",
      },
      principle = {
        nl = "Zoek de rol die één kracht in toom houdt zodat veel andere kunnen groeien.",
        en = "Find the role that restrains one force so that many others can grow.",
      },
      question = {
        nl = "Welke ene begrenzing zou in dit netwerk het meeste ruimte geven?",
        en = "Which single limit would create the most room in this network?",
      },
      monday = {
        nl = "Noem één partij of regel die alles overwoekert. Bedenk één kleine rem.",
        en = "Name one party or rule that crowds out everything. Think of one small brake.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Vergelijking tussen eilanden. Let op: niet elk roofdier werkt zo; bij wolven in Yellowstone blijkt herstel veel trager.",
        en = "Comparison between islands. Note: not every predator works this way; with wolves in Yellowstone recovery proves much slower.",
      },
      sources = {
        {
          ref = "Estes J.A., Palmisano J.F. (1974). Sea otters: their role in structuring nearshore communities. Science 185: 1058-1060.",
          doi = "10.1126/science.185.4156.1058", confidence = "high",
        },
      },
    },

    card {
      id = "N35", verb = "F7", kingdom = "symbiose", pattern = "phyllotaxis", variant = 6,
      title = { nl = "Grens aan meeliften", en = "A limit to free riding" },
      organism = { nl = "Sojaplant en wortelknolbacterie", en = "Soybean and root-nodule bacterium" },
      latin = "Glycine max, Bradyrhizobium japonicum",
      mechanism = {
        nl = "Bacteriën in wortelknolletjes maken stikstof voor de plant in ruil voor suikers. In proeven waarin ze niets leverden, kregen die knolletjes minder zuurstof en groeide het aantal bacteriën ongeveer half zo hard.",
        en = "Bacteria in root nodules supply the plant with nitrogen in return for sugars. In experiments in which they delivered nothing, those nodules received less oxygen and the bacteria multiplied about half as much.",
      },
      principle = {
        nl = "Spreek vooraf af wat er gebeurt als iemand niet levert, en houd het beperkt.",
        en = "Agree in advance what happens when someone does not deliver, and keep it modest.",
      },
      question = {
        nl = "Wat doen wij als een partner wel profiteert maar niets bijdraagt?",
        en = "What do we do when a partner benefits but does not contribute?",
      },
      monday = {
        nl = "Zet in één afspraak een zin die begint met: 'Als het niet lukt, dan…'",
        en = "Add one sentence to an agreement that starts with: 'If it does not work out, then…'",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Kasproeven met lucht zonder stikstof.",
        en = "Greenhouse experiments with nitrogen-free air.",
      },
      sources = {
        {
          ref = "Kiers E.T. et al. (2003). Host sanctions and the legume-rhizobium mutualism. Nature 425: 78-81.",
          doi = "10.1038/nature01931", confidence = "high (checked)",
        },
      },
    },

    -- ruimte maken

    card {
      id = "N36", verb = "F8", kingdom = "dier", pattern = "venation", variant = 5,
      title = { nl = "Bouw een plek, niet een plan", en = "Build a place, not a plan" },
      organism = { nl = "Canadese bever (in Nederland: Europese bever, _Castor fiber_)", en = "North American beaver (in NL: Eurasian beaver)" },
      latin = "Castor canadensis",
      mechanism = {
        nl = "Een bever bouwt een dam voor zijn eigen veiligheid en maakt zo een moeras. In een Amerikaans onderzoek groeiden in een landschap met bevers langs beken ruim een derde meer soorten kruiden.",
        en = "A beaver builds a dam for its own safety and so creates a wetland. In one American study a landscape with beavers had over one third more herb species along streams.",
      },
      principle = {
        nl = "Verander de omstandigheden, dan komen anderen vanzelf.",
        en = "Change the conditions and others will come.",
      },
      question = {
        nl = "Welke 'dam' kunnen wij bouwen waar anderen van profiteren?",
        en = "Which 'dam' can we build that others benefit from?",
      },
      monday = {
        nl = "Bied een ruimte, dataset of netwerk aan, zonder te bepalen wat men ermee doet.",
        en = "Offer a room, data set or network without deciding what people do with it.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Landschapsonderzoek in New York (VS). Een dam geeft soms ook overlast.",
        en = "Landscape study in New York State. A dam can also cause nuisance.",
      },
      sources = {
        {
          ref = "Wright J.P., Jones C.G., Flecker A.S. (2002). An ecosystem engineer, the beaver, increases species richness at the landscape scale. Oecologia 132: 96-101.",
          doi = "10.1007/s00442-002-0929-1", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N37", verb = "F8", kingdom = "plant", pattern = "lsystem", variant = 4,
      title = { nl = "De pionier die plaatsmaakt", en = "The pioneer that makes way" },
      organism = { nl = "Helm (duingras)", en = "Marram grass" },
      latin = "Ammophila arenaria (syn. Calamagrostis arenaria)",
      mechanism = {
        nl = "Helm vangt stuivend zand en bouwt zo het duin op. Als er geen vers zand meer bij komt, hopen ziekteverwekkers zich op bij de wortels; de helm gaat achteruit en soorten die ertegen kunnen nemen het over.",
        en = "Marram grass catches blowing sand and so builds the dune. When no fresh sand arrives, pathogens build up around its roots; the marram declines and species that tolerate them take over.",
      },
      principle = {
        nl = "Een pionier is pas geslaagd als hij gemist kan worden.",
        en = "A pioneer succeeds when it can be missed.",
      },
      question = {
        nl = "Waar zijn wij de pionier die nu plaats moet maken?",
        en = "Where are we the pioneer who should now make way?",
      },
      monday = {
        nl = "Kies één project dat jullie trekken. Spreek een datum af waarop een ander trekt.",
        en = "Choose one project you lead. Agree a date when someone else takes the lead.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Nederlands onderzoek in potten en duinen.",
        en = "Dutch research in pots and dunes.",
      },
      sources = {
        {
          ref = "Van der Putten W.H., Van Dijk C., Peters B.A.M. (1993). Plant-specific soil-borne diseases contribute to succession in foredune vegetation. Nature 362: 53-56.",
          doi = "10.1038/362053a0", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N38", verb = "F8", kingdom = "dier", pattern = "reaction_diffusion", variant = 6,
      title = { nl = "Dichtbij houvast, verderop ruimte", en = "Close for grip, further for food" },
      organism = { nl = "Gewone mossel", en = "Blue mussel" },
      latin = "Mytilus edulis",
      mechanism = {
        nl = "Jonge mossels kruipen naar elkaar toe tot ze in een netpatroon liggen. Dicht bij elkaar spoelen ze minder weg; door de open plekken houden ze toch genoeg voedsel.",
        en = "Young mussels crawl towards each other until they lie in a net-like pattern. Close together they are washed away less; thanks to the open gaps they still get enough food.",
      },
      principle = {
        nl = "Organiseer nabijheid in kleine groepen en ruimte tussen de groepen.",
        en = "Organise closeness within small groups and space between groups.",
      },
      question = {
        nl = "Zijn onze groepen te los om houvast te geven, of te vol om te kunnen werken?",
        en = "Are our groups too loose to give grip or too crowded to work?",
      },
      monday = {
        nl = "Deel een groot overleg op in groepjes van vier. Kom daarna tien minuten samen.",
        en = "Split a large meeting into groups of four. Then come together for ten minutes.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Nederlands onderzoek met proeven en modellen.",
        en = "Dutch research with experiments and models.",
      },
      sources = {
        {
          ref = "Van de Koppel J. et al. (2008). Experimental evidence for spatial self-organization and its emergent effects in mussel bed ecosystems. Science 322: 739-742.",
          doi = "10.1126/science.1163952", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N39", verb = "F8", kingdom = "symbiose", pattern = "venation", variant = 6,
      title = { nl = "Drie partijen, één gezonde bodem", en = "Three parties, one healthy bed" },
      organism = { nl = "Klein zeegras, lucina-schelp en zwavelbacteriën", en = "Dwarf eelgrass, lucinid clam and sulphur bacteria" },
      latin = "Zostera noltei, Loripes orbiculatus",
      mechanism = {
        nl = "In zeegrasbodems ontstaat giftig sulfide. Bacteriën in de kieuwen van een schelpdier breken dat af en voeden het dier; het zeegras groeit daardoor beter en brengt zuurstof in de bodem.",
        en = "Toxic sulphide forms in seagrass beds. Bacteria in the gills of a clam break it down and feed the clam; as a result the seagrass grows better and brings oxygen into the bed.",
      },
      principle = {
        nl = "Los een probleem op door er een partij bij te zoeken die ervan leeft.",
        en = "Solve a problem by finding a party that lives off it.",
      },
      question = {
        nl = "Voor wie is ons afval, probleem of restbudget juist een grondstof?",
        en = "For whom is our waste, problem or leftover budget a resource?",
      },
      monday = {
        nl = "Noem één restproduct van je afdeling, zoals data, ruimte of kennis. Bied het een partner aan.",
        en = "Name one by-product of your department, such as data, space or knowledge. Offer it to a partner.",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Wereldwijde vergelijking plus proef door Nederlandse onderzoekers.",
        en = "Global comparison plus experiment by Dutch researchers.",
      },
      sources = {
        {
          ref = "Van der Heide T. et al. (2012). A three-stage symbiosis forms the foundation of seagrass ecosystems. Science 336: 1432-1434.",
          doi = "10.1126/science.1219973", confidence = "high (checked)",
        },
      },
    },

    card {
      id = "N40", verb = "F8", kingdom = "dier", pattern = "lsystem", variant = 5,
      title = { nl = "Planten zonder het te plannen", en = "Planting without planning" },
      organism = { nl = "Gaai en zomereik", en = "Eurasian jay and pedunculate oak" },
      latin = "Garrulus glandarius, Quercus robur",
      mechanism = {
        nl = "Een gaai verstopt in de herfst zeer veel eikels, vaak ver van de boom en op open plekken. Eikels die hij niet opeet kunnen eiken worden; zo helpt hij de eik vooruit terwijl hij voor zijn eigen winter zorgt.",
        en = "In autumn a jay hides very many acorns, often far from the tree and in open spots. Acorns it does not eat can become oaks; so it helps the oak spread while taking care of its own winter.",
      },
      principle = {
        nl = "Zoek partners bij wie jouw doel meelift op hun eigenbelang.",
        en = "Look for partners whose self-interest carries your goal along.",
      },
      question = {
        nl = "Wie doet uit eigenbelang al iets dat de natuur helpt?",
        en = "Who already does something out of self-interest that helps nature?",
      },
      monday = {
        nl = "Bel een ondernemer en vraag: wat doe je al dat goed is voor natuur, zonder dat je het zo noemt?",
        en = "Call an entrepreneur and ask: what do you already do that is good for nature, without calling it that?",
      },
      evidence_level = "sterk",
      evidence = {
        nl = "Nederlands onderzoek (Groningen).",
        en = "Dutch research (Groningen).",
      },
      sources = {
        {
          ref = "Bossema I. (1979). Jays and oaks: an eco-ethological study of a symbiosis. Behaviour 70: 1-116.",
          doi = "10.1163/156853979X00016", confidence = "high (checked)",
        },
      },
    },
  },
}
