//! The colours of the pages: the municipality's own where they can be seen, and the theme's, all of
//! which can.

use stadga::base::color::Color;
use stadga::base::fault::{Code, Fault};
use stadga::shell::words::{Language, Words};
use stadga::site::palette::Palette;

use crate::content::links;
use crate::docs::{HANDBOOK, section};
use crate::site::{STATEMENT, Site};

const STYLE: &str = include_str!("../../themes/standard/css/stadga.css");
/// Where the standard style sheet sets its colours: for all, and for high contrast that the reader
/// chose or that the device wishes for.
const BLOCKS: [&str; 3] = [
    ":root",
    "html[data-theme=\"contrast\"]",
    "html:not([data-theme], :has(#s-theme-2:checked, #s-theme-3:checked))",
];
/// Text and the grounds it stands on.
const TEXTS: [(&str, &[&str]); 9] = [
    (
        "ink",
        &["paper", "band", "good-ground", "coming-ground", "past-ground", "ended-ground", "focus-ground"],
    ),
    ("soft", &["paper", "band"]),
    ("link", &["paper", "band"]),
    ("visited", &["paper", "band"]),
    ("accent-ink", &["accent"]),
    ("good", &["paper", "good-ground"]),
    ("coming", &["paper", "coming-ground"]),
    ("past", &["paper", "past-ground"]),
    ("ended", &["paper", "ended-ground"]),
];
/// Edges, marks and drawings, and what they stand on.
const EDGES: [(&str, &[&str]); 3] =
    [("accent", &["paper", "band"]), ("edge", &["paper", "band"]), ("focus", &["paper", "band"])];

fn site(colors: &str) -> Site {
    Site::empty()
        .file("stadga.toml", &format!("name = 'A'\nbase_url = 'https://x.se'\n{STATEMENT}\n{colors}"))
}

/// The style sheet that is made of the municipality's colours, as a page links it.
fn style(site: &Site) -> Option<String> {
    let sheets = links(&site.page("/"), "link[rel=stylesheet]");
    let path = sheets.iter().find(|it| it.contains("egna-farger"))?.trim_start_matches("./").to_owned();
    let at = |name: &str| sheets.iter().position(|it| it.contains(name));
    assert!(at("assets/stadga-") < at("egna-farger") && at("egna-farger") < at("tryck"), "{sheets:?}");
    Some(String::from_utf8(site.all().remove(&path).expect("the style sheet is there")).expect("UTF-8"))
}

fn faint(site: &Site) -> Vec<Fault> {
    site.build().faults.into_iter().filter(|fault| fault.code == Code::LowContrast).collect()
}

#[test]
fn the_standard_theme_can_be_seen_in_every_palette() {
    let mut counted = 0;
    for block in BLOCKS {
        let palette = Palette::within(STYLE, block);
        let color = |name: &str| palette.get(name).unwrap_or_else(|| panic!("{block} has no {name}"));
        for (pairs, demand) in [(&TEXTS[..], 4.5), (&EDGES[..], 3.0)] {
            for (name, grounds) in pairs {
                for (ground, scheme) in grounds.iter().flat_map(|ground| [(ground, 0), (ground, 1)]) {
                    let (front, behind) = (color(name)[scheme], color(ground)[scheme]);
                    let found = front.contrast(behind);
                    assert!(found >= demand, "{block}: {name} {front} on {ground} {behind} has {found:.2}");
                    counted += 1;
                }
            }
        }
    }
    assert_eq!(counted, 3 * 2 * 28);
}

/// CSS cannot say "chosen or wished for" once: what is changed in one block is changed in the other.
#[test]
fn high_contrast_is_the_same_whether_chosen_or_wished_for() {
    let [_, chosen, wished] = BLOCKS;
    let tokens = |block: &str| -> Vec<&str> {
        let (_, rest) = STYLE.split_once(block).unwrap_or_else(|| panic!("no {block}"));
        let (_, rest) = rest.split_once('{').unwrap();
        let (body, _) = rest.split_once('}').unwrap();
        body.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    };
    assert!(tokens(chosen).iter().filter(|line| line.starts_with("--")).count() > 15);
    assert_eq!(tokens(chosen), tokens(wished));
}

#[test]
fn a_site_without_colours_of_its_own_has_no_sheet_for_them() {
    for none in ["", "[colors]"] {
        let site = site(none);
        assert_eq!((site.faults(), style(&site)), (Vec::new(), None));
    }
}

#[test]
fn own_colours_are_written_for_both_grounds_with_a_readable_ink() {
    let all =
        site("[farger]\naccent = '#0b5d3b'\naccent_mork = '#8FD6B1'\nlank = '#00f'\nlank_mork = '#9accf0'");
    assert_eq!(all.faults(), [""; 0]);
    let expected = ":root {\n  --own-accent: light-dark(#0b5d3b, #8fd6b1);\n  --own-accent-ink: light-dark(#ffffff, #000000);\n  --own-link: light-dark(#0000ff, #9accf0);\n}\n";
    assert_eq!(style(&all).as_deref(), Some(expected));
    let theirs = Palette::within(STYLE, ":root");
    let [_, dark] = theirs.get("accent").unwrap();
    let [_, ink] = theirs.get("accent-ink").unwrap();
    let light_only = style(&site("[colors]\naccent = '#0b5d3b'")).unwrap();
    let expected = format!(
        ":root {{\n  --own-accent: light-dark(#0b5d3b, {dark});\n  --own-accent-ink: light-dark(#ffffff, {ink});\n}}\n"
    );
    assert_eq!(light_only, expected, "what is not given is the theme's");
    let [light, _] = theirs.get("link").unwrap();
    let dark_only = style(&site("[colors]\nlink_dark = '#fff'")).unwrap();
    assert_eq!(dark_only, format!(":root {{\n  --own-link: light-dark({light}, #ffffff);\n}}\n"));
}

/// The theme's sheet reads them in light and dark, and not in high contrast.
#[test]
fn high_contrast_keeps_the_themes_colours() {
    for block in STYLE.split('}') {
        let is_contrast = block.contains("contrast");
        let sets = block.contains("--accent:");
        assert!(!(is_contrast && block.contains("--own-")), "{block}");
        assert!(is_contrast || !sets || block.contains("--accent: var(--own-accent, "), "{block}");
    }
    for name in ["accent", "accent-ink", "link"] {
        assert!(STYLE.contains(&format!("--{name}: var(--own-{name}, light-dark(")), "{name}");
    }
}

#[test]
fn a_colour_that_cannot_be_seen_is_told_with_the_nearest_that_can() {
    for (key, written, pair, palette, ratio) in [
        ("link", "#e0a000", "link-band", "light", "2.0"),
        ("link_dark", "#0d4a73", "link-band", "dark", "1.7"),
        ("accent", "#ffd500", "accent-band", "light", "1.2"),
        ("accent_dark", "#222222", "accent-band", "dark", "1.0"),
    ] {
        let site = site(&format!("[colors]\n{key} = '{written}'"));
        let faults = faint(&site);
        assert_eq!(faults.len(), 1, "{key}: {faults:?}");
        let said = |name: &str| faults[0].argument(name).unwrap_or_default().to_owned();
        assert_eq!((said("key"), said("value")), (key.into(), written.into()));
        assert_eq!(
            (said("pair"), said("palette"), said("ratio")),
            (pair.into(), palette.into(), ratio.into())
        );
        let near = said("nearest");
        assert_ne!(Color::parse(&near), Color::parse(written));
        let mended = self::site(&format!("[colors]\n{key} = '{near}'"));
        assert_eq!(mended.faults(), [""; 0], "{key}: {near} passes");
    }
}

#[test]
fn the_grounds_of_ones_own_theme_are_the_ones_that_count() {
    let settings = |colors: &str| {
        format!("name = 'A'\nbase_url = 'https://x.se'\ntheme = 'eget'\n{STATEMENT}\n{colors}")
    };
    let own = |paper: &str| {
        Site::empty().file("stadga.toml", &settings("[colors]\nlink = '#767676'")).file(
            "themes/eget/css/stadga.css",
            &format!(":root {{ --paper: {paper}; --band: light-dark(#fff, #000) }}"),
        )
    };
    assert_eq!(own("light-dark(#fff, #000)").faults(), [""; 0]);
    let faults = faint(&own("#ddd"));
    assert_eq!(faults[0].argument("pair"), Some("link-paper"));
    assert_eq!(faults[0].argument("ground"), Some("#dddddd"));
}

#[test]
fn the_message_names_pair_palette_ratio_and_demand() {
    let fault = &faint(&site("[farger]\nlank = '#777'"))[0];
    let said = |language| Words::of(language).fault(fault);
    let swedish = said(Language::Swedish);
    assert_eq!(
        swedish.what,
        "Färgen #777777 i ”lank” syns för dåligt som länk på bakgrunden i sidhuvud och sidfot (#f5f3ee) i ljust läge: kontrasten är 4,0:1 och ska vara minst 4,5:1"
    );
    assert_eq!(
        swedish.mend,
        format!("Den närmaste färg som duger är {}.", fault.argument("nearest").unwrap())
    );
    assert!(said(Language::English).what.ends_with("is 4.0:1 and must be at least 4.5:1"));
}

#[test]
fn the_handbooks_colours_can_be_seen() {
    let chapter = section(HANDBOOK, "## Kommunens färger");
    let (_, block) = chapter.split_once("```text\n").expect("an example");
    let site = site(block.split_once("```").expect("its end").0);
    assert_eq!(site.faults(), [""; 0]);
    assert!(style(&site).is_some());
}
