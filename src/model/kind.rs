//! Types of steering documents: the shipped list, and what a municipality makes of it.
//! There is no national list; each municipality decides, so all of it can be renamed.

use crate::model::id::TypeId;

/// What a type does: set goals, set norms, bind the public, or order the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Visions, programmes, strategies, plans.
    Activating,
    /// Policies, guidelines, rules.
    Normative,
    /// By-laws and tariffs: these bind the public (KL 8:13).
    Bylaw,
    /// Terms of reference and schemes of delegation.
    Organisational,
}

/// The words for [`Group`] in `stadga.toml`.
pub const GROUPS: &[(Group, &str, &str)] = &[
    (Group::Activating, "activating", "aktiverande"),
    (Group::Normative, "normative", "normerande"),
    (Group::Bylaw, "bylaw", "foreskrift"),
    (Group::Organisational, "organisational", "organisatorisk"),
];

/// A type of document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kind {
    /// Its id, as written in front matter.
    pub id: TypeId,
    /// Its name: "policy".
    pub name: String,
    /// Several of them: "policyer".
    pub plural: String,
    /// What it does.
    pub group: Group,
    /// One line for a reader who wonders what such a document is.
    pub explanation: String,
}

/// One shipped type: id, group, then name, plural and explanation in Swedish and in English.
type Shipped = (&'static str, Group, [&'static str; 3], [&'static str; 3]);

const SHIPPED: [Shipped; 14] = [
    (
        "vision",
        Group::Activating,
        ["Vision", "Visioner", "Beskriver en önskad framtid som allt annat ska sträva mot."],
        ["Vision", "Visions", "Describes the future that everything else should work towards."],
    ),
    (
        "program",
        Group::Activating,
        ["Program", "Program", "Anger vad kommunen vill uppnå inom ett område under en viss tid."],
        [
            "Programme",
            "Programmes",
            "States what the municipality wants to achieve in an area during a set time.",
        ],
    ),
    (
        "strategi",
        Group::Activating,
        ["Strategi", "Strategier", "Pekar ut vägval och prioriteringar för att nå målen."],
        ["Strategy", "Strategies", "Points out the choices and priorities that lead to the goals."],
    ),
    (
        "plan",
        Group::Activating,
        ["Plan", "Planer", "Anger vad som ska göras, när och av vem."],
        ["Plan", "Plans", "States what is to be done, when and by whom."],
    ),
    (
        "handlingsplan",
        Group::Activating,
        ["Handlingsplan", "Handlingsplaner", "Räknar upp konkreta åtgärder med ansvar och tid."],
        ["Action plan", "Action plans", "Lists concrete measures with responsibility and time."],
    ),
    (
        "policy",
        Group::Normative,
        ["Policy", "Policyer", "Slår fast kommunens hållning i en fråga."],
        ["Policy", "Policies", "Sets out the municipality's position on a question."],
    ),
    (
        "riktlinje",
        Group::Normative,
        ["Riktlinje", "Riktlinjer", "Anger hur arbetet ska utföras."],
        ["Guideline", "Guidelines", "States how the work is to be carried out."],
    ),
    (
        "regler",
        Group::Normative,
        ["Regler", "Regler", "Anger gränser för vad som är tillåtet och vad som krävs."],
        ["Rules", "Rules", "State the limits of what is allowed and what is required."],
    ),
    (
        "anvisning",
        Group::Normative,
        ["Anvisning", "Anvisningar", "Visar i detalj hur en riktlinje tillämpas."],
        ["Instruction", "Instructions", "Shows in detail how a guideline is applied."],
    ),
    (
        "rutin",
        Group::Normative,
        ["Rutin", "Rutiner", "Beskriver steg för steg hur ett moment utförs."],
        ["Routine", "Routines", "Describes step by step how a task is done."],
    ),
    (
        "foreskrift",
        Group::Bylaw,
        ["Föreskrift", "Föreskrifter", "Bindande regler för den som bor i eller besöker kommunen."],
        ["By-law", "By-laws", "Rules that bind those who live in or visit the municipality."],
    ),
    (
        "taxa",
        Group::Bylaw,
        ["Taxa", "Taxor", "Anger vad kommunen tar betalt för och hur mycket."],
        ["Tariff", "Tariffs", "States what the municipality charges for and how much."],
    ),
    (
        "reglemente",
        Group::Organisational,
        ["Reglemente", "Reglementen", "Anger en nämnds uppgifter och arbetsformer."],
        ["Terms of reference", "Terms of reference", "State a board's tasks and ways of working."],
    ),
    (
        "delegationsordning",
        Group::Organisational,
        [
            "Delegationsordning",
            "Delegationsordningar",
            "Anger vem som får fatta vilka beslut på en nämnds vägnar.",
        ],
        ["Scheme of delegation", "Schemes of delegation", "States who may decide what on behalf of a board."],
    ),
];

/// The types that every site has from the start, in the site's language.
pub fn shipped(swedish: bool) -> Vec<Kind> {
    SHIPPED
        .iter()
        .map(|(id, group, sv, en)| {
            let [name, plural, explanation] = if swedish { sv } else { en };
            Kind {
                id: TypeId::new(id),
                name: (*name).into(),
                plural: (*plural).into(),
                group: *group,
                explanation: (*explanation).into(),
            }
        })
        .collect()
}
