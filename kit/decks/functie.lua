-- De functiekaarten: acht werkwoorden die van een opgave een vraag aan de natuur maken.
-- Function cards: eight verbs that turn a challenge into a question to nature.
return deck {
  id = "functie", code = "F",
  title = { nl = "Functiekaarten", en = "Function cards" },
  size = "a6", bleed = 3, safe = 4, corner = 3,
  face = "functie",

  fields = {
    letter           = field.plain { max = 1 },               -- printed large
    colour           = field.colour {},                       -- of the theme; nature cards take it over
    position         = field.number {},                       -- where the tab hangs: 0 to 7 from the left
    pattern          = field.one_of "patterns",
    nature_question  = field.text { max = 110 },
    reverse_question = field.text { max = 110 },
    org_translation  = field.text { max = 100 },              -- "at our place that is …"
  },

  cards = {
    card {
      id = "F1", letter = "V", colour = "verbinden", position = 0, pattern = "physarum",
      title = { nl = "Verbinden", en = "Connect" },
      nature_question = {
        nl = "Hoe zou de natuur losse delen verbinden tot een net dat werkt?",
        en = "How would nature link separate parts into a network that works?",
      },
      reverse_question = {
        nl = "Hoe voorkomt de natuur dat verbindingen te duur of te kwetsbaar worden?",
        en = "How does nature keep links from becoming too costly or too fragile?",
      },
      org_translation = {
        nl = "netwerken, overleg, coalities, contactpersonen",
        en = "networks, meetings, coalitions, contact persons",
      },
    },

    card {
      id = "F2", letter = "W", colour = "waarnemen", position = 1, pattern = "boids",
      title = { nl = "Waarnemen", en = "Sense" },
      nature_question = {
        nl = "Hoe merkt de natuur op tijd wat er verandert?",
        en = "How does nature notice in time that something is changing?",
      },
      reverse_question = {
        nl = "Hoe voorkomt de natuur dat iedereen op elk geluid reageert?",
        en = "How does nature keep everyone from reacting to every noise?",
      },
      org_translation = {
        nl = "signalen van buiten, van buiten naar binnen werken, sociale media, luisteren",
        en = "outside signals, working outside-in, social media, listening",
      },
    },

    card {
      id = "F3", letter = "B", colour = "beslissen", position = 2, pattern = "voronoi",
      title = { nl = "Samen beslissen", en = "Decide together" },
      nature_question = {
        nl = "Hoe kiest een groep in de natuur zonder baas?",
        en = "How does a group in nature choose without a boss?",
      },
      reverse_question = {
        nl = "Hoe voorkomt de natuur dat een groep vastloopt of te snel kiest?",
        en = "How does nature keep a group from getting stuck or choosing too fast?",
      },
      org_translation = {
        nl = "besluiten, draagvlak, mandaat, MT-overleg",
        en = "decisions, support, mandate, management meetings",
      },
    },

    card {
      id = "F4", letter = "D", colour = "verdelen", position = 3, pattern = "phyllotaxis",
      title = { nl = "Verdelen", en = "Share" },
      nature_question = {
        nl = "Hoe verdeelt de natuur werk, warmte en voedsel?",
        en = "How does nature share out work, warmth and food?",
      },
      reverse_question = {
        nl = "Hoe voorkomt de natuur dat steeds dezelfde alles draagt?",
        en = "How does nature keep the same ones from carrying everything?",
      },
      org_translation = {
        nl = "tijd, geld, aandacht, werkdruk, erkenning",
        en = "time, money, attention, workload, recognition",
      },
    },

    card {
      id = "F5", letter = "S", colour = "samenwerken", position = 4, pattern = "dla",
      title = { nl = "Partner zijn", en = "Partner up" },
      nature_question = {
        nl = "Hoe werken verschillende soorten samen zodat beide er beter van worden?",
        en = "How do different species cooperate so that both gain?",
      },
      reverse_question = {
        nl = "Hoe stopt de natuur een ruil die niet meer klopt?",
        en = "How does nature end an exchange that is no longer right?",
      },
      org_translation = {
        nl = "partnerschap, convenant, Groene Tafel, wederkerigheid",
        en = "partnership, covenant, Green Table, reciprocity",
      },
    },

    card {
      id = "F6", letter = "N", colour = "vernieuwen", position = 5, pattern = "lsystem",
      title = { nl = "Vernieuwen", en = "Renew" },
      nature_question = {
        nl = "Hoe past de natuur zich aan zonder alles weg te gooien?",
        en = "How does nature adapt without throwing everything away?",
      },
      reverse_question = {
        nl = "Hoe zorgt de natuur dat het goede blijft?",
        en = "How does nature make sure that what is good remains?",
      },
      org_translation = {
        nl = "leren, experimenteren, reorganiseren, stoppen",
        en = "learning, experimenting, reorganising, stopping",
      },
    },

    card {
      id = "F7", letter = "G", colour = "begrenzen", position = 6, pattern = "reaction_diffusion",
      title = { nl = "Begrenzen", en = "Guard" },
      nature_question = {
        nl = "Hoe houdt de natuur wel contact en toch een grens?",
        en = "How does nature stay in contact and still keep a boundary?",
      },
      reverse_question = {
        nl = "Hoe gaat de natuur om met wie alleen neemt?",
        en = "How does nature deal with those who only take?",
      },
      org_translation = {
        nl = "integriteit, rolzuiverheid, vertrouwelijkheid, afspraken, gelijke behandeling",
        en = "integrity, clear roles, confidentiality, agreements, equal treatment",
      },
    },

    card {
      id = "F8", letter = "R", colour = "ruimte_maken", position = 7, pattern = "venation",
      title = { nl = "Ruimte maken", en = "Make room" },
      nature_question = {
        nl = "Hoe maakt één soort het leven van vele andere mogelijk?",
        en = "How does one species make life possible for many others?",
      },
      reverse_question = {
        nl = "Hoe voorkomt de natuur dat de ruimtemaker alles gaat bepalen?",
        en = "How does nature keep the room-maker from deciding everything?",
      },
      org_translation = {
        nl = "faciliteren, stimuleren, regels, voorzieningen, loslaten",
        en = "facilitating, stimulating, rules, facilities, letting go",
      },
    },
  },
}
