//! Chance and Swedish-looking words for the corpus. Compounds make a vocabulary of many
//! thousand words, as real registers have: a small one would flatter a search index.

/// `SplitMix64`: small, fast, and the same on every machine for ever.
#[derive(Clone, Copy)]
pub(crate) struct Dice(u64);

impl Dice {
    /// Chance that follows from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Chance of its own, which follows from this one and a number.
    pub(crate) fn branch(self, number: u64) -> Self {
        let mut dice = Self(self.0 ^ number.wrapping_add(1).wrapping_mul(0xD6E8_FEB8_6659_FD93));
        Self(dice.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap_or(0)
    }

    /// One of the choices.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

/// First halves of compounds, with the binding s or vowel change where Swedish has one.
const FIRST: &[&str] = &[
    "kommun",
    "verksamhets",
    "förvaltnings",
    "medborgar",
    "utbildnings",
    "omsorgs",
    "miljö",
    "trafik",
    "bostads",
    "närings",
    "fritids",
    "kultur",
    "säkerhets",
    "informations",
    "data",
    "nät",
    "drift",
    "ekonomi",
    "budget",
    "kvalitets",
    "personal",
    "lednings",
    "styrnings",
    "planerings",
    "utvecklings",
    "samverkans",
    "upphandlings",
    "tillsyns",
    "hälso",
    "folkhälso",
    "skol",
    "förskole",
    "gymnasie",
    "bygg",
    "mark",
    "vatten",
    "avfalls",
    "energi",
    "klimat",
    "räddnings",
    "kris",
    "beredskaps",
    "arkiv",
    "register",
    "handlings",
    "ärende",
    "besluts",
    "revisions",
    "gransknings",
    "uppföljnings",
    "jämställdhets",
    "integrations",
    "ungdoms",
    "äldre",
    "brukar",
    "anhörig",
    "landsbygds",
    "centrum",
    "regions",
    "läns",
    "stads",
    "hamn",
    "park",
    "skogs",
    "naturvårds",
    "kollektivtrafik",
    "cykel",
    "bredbands",
    "telefoni",
    "webb",
    "e-tjänste",
    "system",
    "behörighets",
    "incident",
    "risk",
    "avtals",
    "leverantörs",
    "lokal",
    "fastighets",
    "hyres",
    "idrotts",
    "biblioteks",
    "musei",
    "evenemangs",
];
/// Second halves, in the indefinite singular; `FORMS` bends them.
const SECOND: &[&str] = &[
    "plan",
    "policy",
    "nämnd",
    "arbete",
    "område",
    "ansvar",
    "mål",
    "åtgärd",
    "behov",
    "rutin",
    "strategi",
    "process",
    "uppdrag",
    "insats",
    "tjänst",
    "lösning",
    "miljö",
    "grupp",
    "funktion",
    "samordnare",
    "ansvarig",
    "rapport",
    "analys",
    "modell",
    "metod",
    "kostnad",
    "resurs",
    "kompetens",
    "kultur",
    "verksamhet",
    "organisation",
    "struktur",
    "avtal",
    "krav",
    "kriterium",
    "riktlinje",
    "princip",
    "bedömning",
    "redovisning",
    "utredning",
    "översyn",
    "dialog",
    "delaktighet",
    "förmåga",
    "nivå",
    "yta",
    "anläggning",
    "byggnad",
    "plats",
    "stöd",
    "program",
    "projekt",
    "förslag",
    "beslut",
    "underlag",
    "handling",
    "uppgift",
    "förteckning",
    "kontroll",
    "tillsyn",
    "prövning",
    "avgift",
    "budget",
    "period",
    "vision",
    "inriktning",
    "utveckling",
    "förändring",
    "förbättring",
    "säkerhet",
    "kvalitet",
    "trygghet",
];
const FORMS: &[&str] = &["", "", "", "s", "erna", "ens", "er"];
const ADJECTIVES: &[&str] = &[
    "gemensamma",
    "långsiktiga",
    "hållbara",
    "tydliga",
    "årliga",
    "öppna",
    "tillgängliga",
    "digitala",
    "egna",
    "nödvändiga",
    "särskilda",
    "övergripande",
    "lokala",
    "regionala",
    "trygga",
    "effektiva",
    "ändamålsenliga",
    "kommande",
    "berörda",
    "samlade",
    "ekonomiska",
    "sociala",
    "fördjupade",
    "löpande",
    "beslutade",
    "viktiga",
];
const VERBS: &[&str] = &[
    "utveckla",
    "följa upp",
    "samordna",
    "säkerställa",
    "stärka",
    "redovisa",
    "planera",
    "förbättra",
    "pröva",
    "genomföra",
    "stödja",
    "bevaka",
    "beskriva",
    "fastställa",
    "främja",
    "förvalta",
    "granska",
    "värna",
    "öka",
    "begränsa",
    "förebygga",
    "erbjuda",
    "dokumentera",
    "anpassa",
    "finansiera",
    "upphandla",
    "förankra",
];
const SUBJECTS: &[&str] = &[
    "Kommunen",
    "Nämnden",
    "Förvaltningen",
    "Varje chef",
    "Kommunstyrelsen",
    "Respektive bolag",
    "Ledningen",
    "Den som ansvarar",
    "Verksamheten",
    "Samordnaren",
    "Kommunfullmäktige",
    "Varje medarbetare",
];
const ENDS: &[&str] = &[
    "i god tid före varje årsskifte",
    "för alla som bor och verkar i kommunen",
    "inom ramen för budgeten",
    "enligt gällande lag och avtal",
    "tillsammans med berörda",
    "minst en gång per år",
    "så att resultatet går att följa",
    "på ett öppet och rättssäkert sätt",
    "under hela mandatperioden",
    "utan att andra mål åsidosätts",
    "där det är ekonomiskt försvarbart",
    "senast den sista oktober",
];

/// A compound noun: `informationssäkerhetsplan` and its kin, most often of two parts.
pub(crate) fn noun(dice: &mut Dice) -> String {
    let mut word = String::new();
    for _ in 0..=usize::from(dice.below(6) == 0) {
        word.push_str(dice.pick(FIRST));
    }
    word.push_str(dice.pick(SECOND));
    word.push_str(dice.pick(FORMS));
    word
}

/// A sentence of a dozen words.
pub(crate) fn sentence(dice: &mut Dice) -> String {
    let (subject, end) = (dice.pick(SUBJECTS), dice.pick(ENDS));
    let (verb, other) = (dice.pick(VERBS), dice.pick(VERBS));
    let adjective = dice.pick(ADJECTIVES);
    let (first, second, third) = (noun(dice), noun(dice), noun(dice));
    match dice.below(6) {
        0 => format!("{subject} ska {verb} {adjective} {first} och {other} {second} {end}."),
        1 => format!("För att {verb} {first} behöver {adjective} {second} och {third} samverka {end}."),
        2 => format!("Målet är att {verb} {adjective} {first}, {second} och {third} {end}."),
        3 => format!("{} omfattar {adjective} {second}, och {third} ingår {end}.", capital(&first)),
        4 => format!("{subject} ansvarar för att {verb} {first} och *{second}* {end}."),
        _ => format!("När {first} ändras ska {adjective} {second} **{other}s** {end}."),
    }
}

/// With a capital first letter.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
