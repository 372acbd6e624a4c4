// SPDX-License-Identifier: EUPL-1.2
// The words that the principle check knows, folded: without capitals and accents. Each list stands in the order of its bytes.
#include "engine/run/principle-private.h"

#include <glib.h>

// A word a line would be a thousand lines.
// clang-format off

// The word of an order ("geef", "bouw"), from which the other forms derive, and forms that do not.
static const char *const dutch_verbs[] = {
    "aanvaard", "accepteer", "activeer", "adviseer", "agendeer", "analyseer", "antwoord",
    "baseer", "beantwoord", "bedenk", "bedien", "bedoel", "begeleid", "begin", "begrens",
    "begrijp", "begroot", "behandel", "behoud", "bekijk", "bel", "beloof", "beloon",
    "bemoei", "ben", "benoem", "bent", "benut", "beoordeel", "bepaal", "beperk", "bereid",
    "bereik", "bereken", "bericht", "bescherm", "beschik", "beschouw", "beschrijf",
    "beslis", "besluit", "bespaar", "bespreek", "besteed", "bestel", "bestrijd", "betaal",
    "beteken", "betreed", "betrek", "betwijfel", "bevestig", "bevorder", "bevraag",
    "bevries", "bewaak", "bewaar", "beweeg", "bewijs", "bewonder", "bezoek", "bied", "bind",
    "blijf", "blijk", "blokkeer", "boor", "borg", "bouw", "breek", "breid", "breng", "brul",
    "bundel", "check", "citeer", "coach", "combineer", "communiceer", "concentreer",
    "concurreer", "controleer", "coordineer", "corrigeer", "creeer", "daag", "daal", "dank",
    "deed", "deel", "delegeer", "demp", "denk", "dien", "documenteer", "doe", "doen",
    "doet", "doorbreek", "doseer", "draag", "draai", "dring", "droom", "durf", "duur",
    "duw", "dwing", "eindig", "eis", "erken", "evalueer", "experimenteer", "faal",
    "faciliteer", "filter", "financier", "focus", "formuleer", "ga", "gaan", "gaat",
    "gebeur", "gebruik", "geef", "geld", "geloof", "geniet", "geraak", "ging", "grijp",
    "groei", "gun", "haal", "had", "hadden", "handel", "handhaaf", "hang", "heb", "hebben",
    "hebt", "heeft", "heers", "help", "hergebruik", "herhaal", "herinner", "herken",
    "heroverweeg", "herstel", "herverdeel", "herzie", "hoef", "hoor", "hou", "houd", "huur",
    "implementeer", "informeer", "innoveer", "inspireer", "inventariseer", "investeer",
    "is", "isoleer", "juich", "kan", "kies", "kijk", "klim", "klink", "klop", "knip",
    "knoop", "koester", "kom", "koop", "koppel", "kost", "krijg", "kruip", "kun", "kunnen",
    "kunt", "kwam", "kweek", "laat", "lach", "leef", "leen", "leer", "lees", "leg", "leid",
    "let", "leun", "lever", "lift", "lig", "lijk", "lok", "loon", "loop", "los", "luister",
    "luk", "maak", "mag", "markeer", "matig", "maximaliseer", "meet", "meld", "meng",
    "merk", "mijd", "mik", "minimaliseer", "mis", "misbruik", "moedig", "moet", "moeten",
    "mogen", "motiveer", "neem", "noem", "noteer", "oefen", "omarm", "omring",
    "onderhandel", "onderhoud", "onderneem", "onderscheid", "ondersteun", "ondervind",
    "onderzoek", "ontdek", "ontgin", "onthoud", "onthul", "ontkoppel", "ontlast", "ontleen",
    "ontmoet", "ontsla", "ontspan", "ontsta", "ontstaan", "ontstaat", "onttrek", "ontvang",
    "ontvouw", "ontwerp", "ontwijk", "ontwikkel", "ontzie", "oogst", "oordeel", "open",
    "orden", "organiseer", "overleef", "overleg", "overtuig", "overweeg", "pak", "pas",
    "peil", "plaats", "plan", "pluk", "praat", "prik", "prioriteer", "probeer", "produceer",
    "profiteer", "publiceer", "raad", "raak", "ram", "rangschik", "reageer", "realiseer",
    "recycle", "reduceer", "regel", "regisseer", "reguleer", "reis", "reken", "ren",
    "repareer", "respecteer", "richt", "rijd", "roep", "rol", "rouleer", "ruil", "ruim",
    "rust", "samenwerk", "schaal", "schakel", "schat", "schenk", "schep", "scherm",
    "schets", "schik", "schrap", "schrijf", "schuif", "selecteer", "signaleer", "sla",
    "slaag", "slaan", "slaap", "slaat", "sluit", "smeed", "snap", "snoei", "sorteer",
    "spaar", "specialiseer", "speel", "splits", "spreek", "sprei", "spreid", "spring",
    "sta", "staan", "staat", "stabiliseer", "stap", "stapel", "start", "steek", "stel",
    "stem", "steun", "stimuleer", "stoot", "stop", "stroom", "stuit", "stuur",
    "synchroniseer", "tast", "teken", "tel", "temper", "test", "til", "toets", "tolereer",
    "toon", "train", "trakteer", "transformeer", "trek", "twijfel", "vaar", "val", "vang",
    "varieer", "veeg", "verander", "verantwoord", "verbeeld", "verbeter", "verbied",
    "verbind", "verbreed", "verdedig", "verdeel", "verdien", "verdraag", "verdwijn",
    "vereenvoudig", "verenig", "vergader", "vergeef", "vergeet", "vergeld", "vergelijk",
    "vergroot", "verhelder", "verhinder", "verhoog", "verhuis", "verken", "verklaar",
    "verklein", "verkoop", "verkort", "verlaag", "verlaat", "verleen", "verleng",
    "verlicht", "verlies", "verloop", "verlos", "vermeerder", "vermenigvuldig", "vermijd",
    "vermoed", "vernieuw", "verover", "verpak", "verplaats", "verraad", "verruim",
    "verslik", "versnel", "verspreid", "versterk", "verstevig", "verstoor", "verstop",
    "verstrek", "vertaal", "vertegenwoordig", "vertel", "vertraag", "vertrek", "vertroebel",
    "vertrouw", "vervang", "vervul", "verwaarloos", "verwacht", "verwar", "verwelkom",
    "verwerk", "verwijder", "verwijs", "verzacht", "verzamel", "verzin", "verzorg",
    "vestig", "vier", "vind", "vlieg", "vlucht", "voed", "voeg", "voel", "voer", "voldoe",
    "volg", "voorkom", "voorspel", "voorzie", "vorm", "vraag", "vries", "vul", "waag",
    "waai", "waak", "waardeer", "waarschuw", "wacht", "wandel", "waren", "was", "weeg",
    "weerspiegel", "weersta", "wees", "weet", "weiger", "wek", "wend", "werd", "werden",
    "werf", "werk", "weten", "wijs", "wijzig", "wil", "willen", "wilt", "win", "wis",
    "wissel", "word", "worden", "zaai", "zal", "zeef", "zeg", "zend", "zet", "zie", "zien",
    "ziet", "zijn", "zit", "zoek", "zoem", "zorg", "zou", "zouden", "zuig", "zullen",
    "zult", "zwaai", "zwem", "zwijg",
};

// The bare verb, from which the other forms derive, and forms that do not.
static const char *const english_verbs[] = {
    "accept", "achieve", "act", "adapt", "add", "adjust", "admit", "advise", "agree", "aim",
    "allocate", "allow", "am", "analyse", "anchor", "answer", "apply", "are", "arrange",
    "ask", "assess", "assign", "assume", "attract", "avoid", "balance", "base", "be",
    "become", "been", "began", "begin", "being", "believe", "benefit", "bind", "blend",
    "block", "boost", "borrow", "bounce", "break", "breed", "bridge", "bring", "broaden",
    "brought", "buffer", "build", "built", "bundle", "buy", "call", "can", "can't",
    "cancel", "care", "carry", "catch", "celebrate", "challenge", "change", "check",
    "choose", "chose", "clean", "clear", "close", "coach", "collect", "combine", "come",
    "commit", "communicate", "compare", "compete", "complete", "concentrate", "connect",
    "consider", "contain", "continue", "contribute", "control", "cooperate", "coordinate",
    "copy", "correct", "could", "count", "couple", "cover", "create", "cross", "cultivate",
    "curb", "cut", "damp", "dampen", "dare", "deal", "decide", "defend", "delay",
    "delegate", "deliver", "demand", "depend", "deploy", "describe", "design", "detect",
    "determine", "develop", "did", "direct", "discard", "discover", "discuss",
    "distinguish", "distribute", "divide", "do", "document", "does", "don't", "done",
    "doubt", "drain", "draw", "drive", "drop", "ease", "eat", "echo", "educate", "embrace",
    "empower", "enable", "encourage", "end", "endure", "engage", "enjoy", "ensure", "erase",
    "establish", "evaluate", "examine", "exchange", "expand", "expect", "experiment",
    "explain", "explore", "express", "extend", "face", "facilitate", "fail", "fall",
    "favour", "feed", "feel", "fight", "fill", "filter", "find", "finish", "fit", "fix",
    "flow", "focus", "follow", "force", "forget", "forgive", "form", "found", "free",
    "fuel", "fund", "gain", "gather", "gave", "get", "give", "given", "go", "goes", "gone",
    "got", "govern", "grant", "grasp", "grow", "guard", "guide", "had", "halt", "handle",
    "happen", "harvest", "has", "hasten", "have", "hear", "heed", "help", "hide", "hire",
    "hold", "host", "hunt", "i'm", "identify", "ignore", "imagine", "imitate", "implement",
    "improve", "include", "increase", "inform", "inspire", "invest", "invite", "involve",
    "is", "isn't", "isolate", "it's", "join", "judge", "keep", "kept", "knit", "know",
    "lead", "lean", "learn", "leave", "led", "lend", "let", "let's", "level", "leverage",
    "lift", "limit", "link", "listen", "live", "look", "lose", "lower", "made", "maintain",
    "make", "manage", "map", "mark", "match", "matter", "may", "mean", "measure", "meet",
    "melt", "mend", "merge", "might", "mimic", "minimise", "mix", "model", "monitor",
    "move", "multiply", "must", "name", "need", "negotiate", "nest", "notice", "nourish",
    "nudge", "nurture", "observe", "offer", "open", "operate", "organise", "owe", "own",
    "pace", "pair", "pass", "pause", "pay", "perform", "pick", "pilot", "place", "plan",
    "plant", "play", "pool", "practise", "prefer", "prepare", "preserve", "press",
    "prevent", "prioritise", "probe", "produce", "promise", "promote", "protect", "prove",
    "provide", "prune", "pull", "push", "put", "quit", "raise", "ran", "react", "read",
    "realise", "reap", "recall", "receive", "recognise", "reconsider", "record", "recover",
    "recycle", "reduce", "refer", "refine", "reflect", "refuse", "regulate", "reinforce",
    "reject", "relax", "release", "rely", "remain", "remember", "remind", "remove", "renew",
    "reorganise", "repair", "repeat", "replace", "report", "request", "require", "rescue",
    "reserve", "resist", "resolve", "respect", "respond", "rest", "restore", "restrain",
    "restrict", "result", "retain", "return", "reuse", "reveal", "review", "revise",
    "reward", "rise", "risk", "roll", "rotate", "run", "said", "sail", "sample", "save", "saw",
    "say", "scale", "scan", "scatter", "schedule", "seal", "search", "secure", "see",
    "seek", "seem", "select", "sell", "send", "sense", "sent", "separate", "serve", "set",
    "settle", "shall", "shape", "share", "shelter", "shield", "shift", "ship", "should",
    "show", "shrink", "shut", "sign", "signal", "simplify", "sit", "skip", "sleep", "slow",
    "smooth", "solve", "sort", "sow", "speak", "specialise", "speed", "spend", "split",
    "spot", "spread", "sprout", "stabilise", "stand", "start", "stay", "steer", "step",
    "stick", "stimulate", "stop", "store", "strengthen", "stretch", "strive", "structure",
    "study", "succeed", "suggest", "support", "survive", "sustain", "swap", "swarm",
    "switch", "synchronise", "tackle", "take", "talk", "target", "teach", "tell", "tend",
    "test", "thank", "that's", "they're", "think", "thrive", "tie", "tighten", "told",
    "took", "touch", "trace", "track", "trade", "train", "transfer", "transform",
    "translate", "travel", "treat", "trigger", "trim", "trust", "try", "tune", "turn",
    "understand", "unite", "update", "use", "used", "value", "vary", "vote", "wait", "walk",
    "want", "warn", "was", "watch", "we're", "weave", "weigh", "welcome", "were", "widen",
    "will", "win", "wipe", "withdraw", "won't", "work", "worry", "would", "write", "yield",
    "you're",
};

// In one, and where the plural does not follow from that, in more.
static const char *const dutch_biology[] = {
    "aap", "alg", "amoebe", "bacterie", "baviaan", "beer", "bestuiver", "beuk", "bever",
    "bijen", "bijtje", "biotoop", "bizon", "blaadje", "blad", "bladeren", "bloed", "bloem",
    "bloesem", "bomen", "boom", "bos", "bossen", "cel", "chlorofyl", "chromosoom", "dier",
    "dierenrijk", "dierlijk", "dna", "dolfijn", "ecosysteem", "eekhoorn", "eend", "egel",
    "eik", "eiwit", "enzym", "ezel", "fauna", "flora", "fotosynthese", "gans", "geit",
    "gewas", "giraf", "gorilla", "gras", "haai", "haas", "habitat", "hagedis", "hamster",
    "haring", "hersenen", "hert", "hommel", "hond", "honing", "honingbij", "hormoon",
    "insect", "kalf", "kat", "kever", "kieuw", "kikker", "kip", "koe", "koeien", "konijn",
    "koolmees", "koraal", "korstmos", "kraai", "krab", "kreeft", "krekel", "krokodil",
    "kudde", "larve", "leeuw", "libel", "lieveheersbeestje", "luis", "lynx", "mees",
    "meeuw", "merel", "microbe", "mier", "mierenhoop", "mijt", "mos", "mossel", "mug",
    "muizen", "mus", "mycelium", "mycorrhiza", "nectar", "nest", "neuron", "nijlpaard",
    "octopus", "oester", "olifant", "organisme", "otter", "paard", "paddenstoel",
    "papegaai", "parasiet", "pinguin", "pissebed", "plankton", "plant", "plantaardig",
    "pollen", "poot", "prooi", "protist", "protozo", "raaf", "rat", "reiger", "rendier",
    "riet", "roofdier", "rund", "rups", "salamander", "schaap", "schapen", "schelp",
    "schildpad", "schimmel", "schimmeldraad", "schors", "slak", "slang", "slijmzwam",
    "snavel", "spier", "spin", "spreeuw", "sprinkhaan", "staart", "stekel", "stengel",
    "steur", "stokstaartje", "struik", "stuifmeel", "symbiose", "teek", "tentakel",
    "termiet", "tijger", "tulp", "twijg", "uil", "vacht", "varken", "vink", "virus", "vis",
    "vleermuis", "vleugel", "vlinder", "vogel", "vos", "walvis", "waterplant", "wesp",
    "wier", "wilg", "wolf", "wolven", "worm", "wortel", "wortelknol", "zaad", "zaadje",
    "zaden", "zalm", "zebra", "zeegras", "zeehond", "zeewier", "zenuw", "zoogdier", "zwaan",
    "zwaluw", "zwam", "zwerm", "zwijn",
};

// In one, and where the plural does not follow from that, in more.
static const char *const english_biology[] = {
    "alga", "algae", "amoeba", "animal", "ant", "ape", "baboon", "bacteria", "bacterial",
    "bacterium", "badger", "bat", "beak", "beaver", "bee", "beehive", "beetle", "berry",
    "bird", "bison", "blood", "blossom", "brain", "bumblebee", "butterfly", "calf",
    "caterpillar", "cattle", "cell", "chlorophyll", "chromosome", "clam", "cockroach",
    "colony", "coral", "cow", "coyote", "crab", "crocodile", "crow", "deer", "dna", "dog",
    "dolphin", "dragonfly", "duck", "eagle", "earthworm", "eel", "egret", "elephant",
    "enzyme", "falcon", "fauna", "feather", "fish", "flea", "flock", "flora", "flower",
    "forest", "fox", "frog", "fungal", "fungi", "fungus", "geese", "gene", "genome", "gill",
    "giraffe", "goat", "goose", "gorilla", "grass", "grasshopper", "hare", "hawk",
    "hedgehog", "herd", "heron", "herring", "hive", "honeybee", "hormone", "horse",
    "insect", "jellyfish", "ladybird", "lamb", "larva", "larvae", "leaf", "lichen", "lion",
    "lizard", "lobster", "lynx", "mammal", "meerkat", "microbe", "microbial", "mite",
    "monkey", "mosquito", "moss", "moth", "mushroom", "mussel", "mycelium", "mycorrhiza",
    "mycorrhizal", "nectar", "nest", "neuron", "oak", "octopus", "organism", "otter", "owl",
    "oyster", "parasite", "parrot", "paw", "peacock", "penguin", "petal", "photosynthesis",
    "pig", "pigeon", "plankton", "plant", "pollen", "pollinator", "predator", "prey",
    "protein", "protist", "protozoa", "rabbit", "rat", "raven", "reptile", "root",
    "salamander", "salmon", "seagrass", "seaweed", "seed", "seedling", "shark", "sheep",
    "shrub", "skunk", "sloth", "slug", "snail", "snake", "sparrow", "species", "spider",
    "spore", "squirrel", "starling", "stinger", "swan", "swarm", "symbiont", "symbiosis",
    "tadpole", "tentacle", "termite", "tiger", "toad", "tree", "trout", "tuber", "turtle",
    "twig", "virus", "wasp", "weed", "whale", "wolf", "wolves", "worm", "zebra",
};

// Biology after an article; else "by", "fly".
static const char *const dutch_nouns[] = {
    "bij", "vlieg",
};

// Biology after an article; else verbs.
static const char *const english_nouns[] = {
    "bear", "fly", "leaves", "swallow",
};

// After these no verb comes, but a noun.
static const char *const dutch_articles[] = {
    "de", "een",
};

// After these no verb comes, but a noun.
static const char *const english_articles[] = {
    "a", "an", "the",
};

// Words in a name that name nothing.
static const char *const dutch_plain[] = {
    "aan", "afrikaanse", "als", "amerikaanse", "andere", "argentijnse", "bruine",
    "canadese", "de", "door", "draadvormende", "een", "eenjarige", "en", "europese", "gele",
    "gemeen", "gemene", "gevlekte", "gewone", "groene", "groot", "grote", "het", "in",
    "inheemse", "klein", "kleine", "lange", "meerjarige", "mens", "met", "nederlandse",
    "noordelijke", "of", "onder", "oostelijke", "op", "over", "pacifische", "rode", "rood",
    "soort", "soorten", "tot", "uit", "van", "voor", "westelijke", "wilde", "wit", "witte",
    "zoals", "zomer", "zuidelijke", "zwart", "zwarte",
};

// Words in a name that name nothing.
static const char *const english_plain[] = {
    "african", "american", "and", "annual", "argentine", "black", "blue", "brown",
    "canadian", "common", "dwarf", "eastern", "emperor", "eurasian", "european", "for",
    "forming", "from", "giant", "great", "greater", "green", "grey", "human", "large",
    "lesser", "little", "long", "northern", "olive", "other", "pacific", "perennial", "red",
    "roving", "sensu", "short", "small", "southern", "spotted", "spp", "subsp", "such",
    "syn", "tall", "the", "var", "western", "white", "wild", "with", "yellow",
};

static const char *const dutch_absolutes[] = {
    "altijd", "nooit",
};

static const char *const english_absolutes[] = {
    "always", "never",
};

// clang-format on

// Office words, each with a plain one.
static const EzWordInstead dutch_jargon[] = {
    {"borg", "vastleggen"},
    {"borgen", "vastleggen"},
    {"borging", "vastleggen"},
    {"borgt", "vastleggen"},
    {"commitment", "toezegging"},
    {"doorontwikkel", "beter maken"},
    {"doorontwikkeld", "beter maken"},
    {"doorontwikkelen", "beter maken"},
    {"doorontwikkeling", "beter maken"},
    {"doorontwikkelt", "beter maken"},
    {"faciliteer", "mogelijk maken"},
    {"faciliteert", "mogelijk maken"},
    {"faciliteren", "mogelijk maken"},
    {"facilitering", "mogelijk maken"},
    {"geborgd", "vastleggen"},
    {"gefaciliteerd", "mogelijk maken"},
    {"geimplementeerd", "invoeren"},
    {"governance", "wie beslist wat"},
    {"implementatie", "invoeren"},
    {"implementeer", "invoeren"},
    {"implementeert", "invoeren"},
    {"implementeren", "invoeren"},
    {"implementering", "invoeren"},
    {"integraal", "in samenhang"},
    {"integrale", "in samenhang"},
    {"kader", "grenzen"},
    {"meekoppelkans", "kans om mee te liften"},
    {"opgeschaald", "groter maken"},
    {"opschaal", "groter maken"},
    {"opschaalt", "groter maken"},
    {"opschalen", "groter maken"},
    {"opschaling", "groter maken"},
    {"pilot", "proef"},
    {"stakeholder", "partij, of mensen die het aangaat"},
    {"synergie", "samen meer"},
    {"synergieen", "samen meer"},
    {"transitie", "grote verandering"},
    {"uitgerold", "invoeren"},
    {"uitrol", "invoeren"},
    {"uitrollen", "invoeren"},
    {"uitrolt", "invoeren"},
};

static const EzWordInstead english_jargon[] = {
    {"alignment", "agreement"},
    {"commitment", "promise"},
    {"ecosystem", "network"},
    {"empower", "give room"},
    {"empowered", "give room"},
    {"empowering", "give room"},
    {"empowerment", "give room"},
    {"framework", "limits, outline"},
    {"holistic", "looking at the whole"},
    {"holistically", "looking at the whole"},
    {"implement", "carry out"},
    {"implementation", "carry out"},
    {"implemented", "carry out"},
    {"implementing", "carry out"},
    {"leverage", "use"},
    {"leveraged", "use"},
    {"leveraging", "use"},
    {"stakeholder", "party, people affected"},
    {"synergistic", "more together"},
    {"synergy", "more together"},
};

static const EzWordPair dutch_pairs[] = {
    {EZ_PRINCIPLE_JARGON, "draagvlak", "creeren", 3, "mensen meekrijgen, of luisteren"},
    {EZ_PRINCIPLE_JARGON, "creeer", "draagvlak", 3, "mensen meekrijgen, of luisteren"},
    {EZ_PRINCIPLE_JARGON, "creeert", "draagvlak", 3, "mensen meekrijgen, of luisteren"},
    {EZ_PRINCIPLE_JARGON, "creeren", "draagvlak", 3, "mensen meekrijgen, of luisteren"},
    {EZ_PRINCIPLE_JARGON, "rolt", "uit", 3, "invoeren"},
    {EZ_PRINCIPLE_JARGON, "schaal", "op", 2, "groter maken"},
    {EZ_PRINCIPLE_JARGON, "schaalt", "op", 3, "groter maken"},
    {EZ_PRINCIPLE_ABSOLUTE, "natuur", "wil", 0, NULL},
};

static const EzWordPair english_pairs[] = {
    {EZ_PRINCIPLE_JARGON, "roll", "out", 3, "introduce"},
    {EZ_PRINCIPLE_JARGON, "rolled", "out", 3, "introduce"},
    {EZ_PRINCIPLE_JARGON, "rolling", "out", 3, "introduce"},
    {EZ_PRINCIPLE_JARGON, "rolls", "out", 3, "introduce"},
    {EZ_PRINCIPLE_JARGON, "scale", "up", 3, "make larger"},
    {EZ_PRINCIPLE_JARGON, "scaled", "up", 3, "make larger"},
    {EZ_PRINCIPLE_JARGON, "scales", "up", 3, "make larger"},
    {EZ_PRINCIPLE_JARGON, "scaling", "up", 3, "make larger"},
    {EZ_PRINCIPLE_ABSOLUTE, "nature", "wants", 0, NULL},
};

#define LIST(array)                                                                            \
    {                                                                                          \
        array, G_N_ELEMENTS(array)                                                             \
    }

const EzPrincipleWords ez_principle_words[] = {
    {
        .language = "nl",
        .verbs = LIST(dutch_verbs),
        .biology = LIST(dutch_biology),
        .nouns = LIST(dutch_nouns),
        .articles = LIST(dutch_articles),
        .plain = LIST(dutch_plain),
        .absolutes = LIST(dutch_absolutes),
        .jargon = LIST(dutch_jargon),
        .pairs = LIST(dutch_pairs),
        .noun_forms = ez_dutch_noun_forms,
        .verb_forms = ez_dutch_verb_forms,
    },
    {
        .language = "en",
        .verbs = LIST(english_verbs),
        .biology = LIST(english_biology),
        .nouns = LIST(english_nouns),
        .articles = LIST(english_articles),
        .plain = LIST(english_plain),
        .absolutes = LIST(english_absolutes),
        .jargon = LIST(english_jargon),
        .pairs = LIST(english_pairs),
        .noun_forms = ez_english_noun_forms,
        .verb_forms = ez_english_verb_forms,
    },
    {.language = NULL},
};
