//! The colours of the theme's style sheet, and the municipality's own among them: what is written of
//! them, and whether they can be told from the grounds they stand on.

use std::collections::BTreeMap;

use crate::base::color::{BLACK, Color, WHITE};
use crate::base::fault::{Code, Fault};
use crate::model::colors::{Colors, Own, Pair};

/// The style sheet whose tokens are read.
pub const STYLE: &str = "stadga.css";
/// The style sheet that is made of the municipality's own colours.
pub const OWN_STYLE: &str = "egna-farger.css";

/// What WCAG 2.2 AA asks of text (1.4.3), and of edges and marks (1.4.11).
const TEXT: f64 = 4.5;
const EDGE: f64 = 3.0;
/// The grounds that links and edges stand on.
const GROUNDS: [&str; 2] = ["paper", "band"];

/// A token on light ground and on dark.
type Shades = [Color; 2];

/// The colours of a block of tokens, by name without `--`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette(BTreeMap<String, Shades>);

/// On light ground or on dark.
#[derive(Clone, Copy)]
enum Scheme {
    Light,
    Dark,
}

impl Palette {
    /// The tokens that `:root` has in the standard style sheet, and over them those of the theme's own.
    pub fn of(standard: &str, own: &str) -> Self {
        let mut palette = Self::within(standard, ":root");
        palette.0.extend(Self::within(own, ":root").0);
        palette
    }

    /// The tokens in the rules of a selector: `--name: light-dark(#a, #b);`, `--name: #a;`, and either
    /// as what stands in for a variable. What is no colour, or is written in another way, is left out.
    pub fn within(css: &str, selector: &str) -> Self {
        let css = without_comments(css);
        let mut tokens = BTreeMap::new();
        for (own, body) in rules(&css) {
            if own == selector || own.split(',').any(|it| it.trim() == selector) {
                tokens.extend(body.split(';').filter_map(|line| {
                    let (name, value) = line.split_once(':')?;
                    Some((name.trim().strip_prefix("--")?.to_owned(), shades(value)?))
                }));
            }
        }
        Self(tokens)
    }

    /// A colour by its name: on light ground, on dark.
    pub fn get(&self, name: &str) -> Option<Shades> {
        self.0.get(name).copied()
    }

    /// The colours of the municipality that cannot be told from what they stand on.
    pub fn check(&self, colors: &Colors) -> Vec<Fault> {
        let accent = ("accent", EDGE, &colors.accent);
        let link = ("link", TEXT, &colors.link);
        let mut faults = Vec::new();
        for (name, demand, pair) in [accent, link] {
            for (own, scheme) in [(&pair.light, Scheme::Light), (&pair.dark, Scheme::Dark)] {
                faults.extend(own.as_ref().and_then(|own| self.too_faint(own, scheme, name, demand)));
            }
        }
        faults
    }

    /// The worst of what a colour stands on, and the nearest colour that is told from all of it.
    /// What stands on the colour itself is black or white, which always suffices.
    fn too_faint(&self, own: &Own, scheme: Scheme, name: &str, demand: f64) -> Option<Fault> {
        let grounds: Vec<(&str, Color)> =
            GROUNDS.iter().filter_map(|ground| Some((*ground, self.get(ground)?[scheme as usize]))).collect();
        let contrast = |(_, ground): &(&str, Color)| own.color.contrast(*ground);
        let (ground, behind) = *grounds.iter().min_by(|a, b| contrast(a).total_cmp(&contrast(b)))?;
        let ratio = own.color.contrast(behind);
        if ratio >= demand {
            return None;
        }
        let passes = |color: Color| grounds.iter().all(|(_, ground)| color.contrast(*ground) >= demand);
        let fault = own
            .fault(Code::LowContrast)
            .with("value", own.color.to_string())
            .with("pair", format!("{name}-{ground}"))
            .with("ground", behind.to_string())
            .with(
                "palette",
                match scheme {
                    Scheme::Light => "light",
                    Scheme::Dark => "dark",
                },
            )
            // 4.46 is not 4.5.
            .with("ratio", format!("{:.1}", (ratio * 10.0).floor() / 10.0))
            .with("demand", format!("{demand:.1}"));
        Some(match own.color.nearest(passes) {
            Some(near) => fault.with("nearest", near.to_string()),
            None => fault,
        })
    }

    /// The style sheet of the municipality's colours, if it has any. The theme's own variables read
    /// these in light and dark, and not in high contrast.
    pub fn own_style(&self, colors: &Colors) -> Option<String> {
        let ink = |pair: &Pair| {
            let of = |own: &Option<Own>, scheme: Scheme, other| match own {
                Some(own) => own.color.ink(),
                None => self.get("accent-ink").map_or(other, |shades| shades[scheme as usize]),
            };
            [of(&pair.light, Scheme::Light, WHITE), of(&pair.dark, Scheme::Dark, BLACK)]
        };
        let shades = |pair: &Pair, name: &str| {
            let theirs = self.get(name);
            let of = |own: &Option<Own>, scheme: Scheme| {
                own.as_ref().map(|own| own.color).or(theirs.map(|shades| shades[scheme as usize]))
            };
            // A theme without such a colour has the given one on both grounds.
            let (light, dark) = (of(&pair.light, Scheme::Light), of(&pair.dark, Scheme::Dark));
            Some([light.or(dark)?, dark.or(light)?])
        };
        let mut tokens = Vec::new();
        if colors.accent.is_given() {
            tokens.push(("accent", shades(&colors.accent, "accent")?));
            tokens.push(("accent-ink", ink(&colors.accent)));
        }
        if colors.link.is_given() {
            tokens.push(("link", shades(&colors.link, "link")?));
        }
        let lines = tokens
            .iter()
            .map(|(name, [light, dark])| format!("  --own-{name}: light-dark({light}, {dark});\n"));
        (!tokens.is_empty()).then(|| format!(":root {{\n{}}}\n", lines.collect::<String>()))
    }
}

/// The selector and the body of every rule, those within `@media` too.
fn rules(css: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some((selector, after)) = rest.split_once('{') {
        let selector = selector.rsplit(['}', ';']).next().unwrap_or(selector).trim();
        rest = after;
        if !selector.starts_with('@')
            && let Some((body, after)) = rest.split_once('}')
        {
            rules.push((selector, body));
            rest = after;
        }
    }
    rules
}

fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.split_once("*/").map_or("", |(_, rest)| rest))
}

/// One colour for both grounds, or one for each.
fn shades(value: &str) -> Option<Shades> {
    let value = value.trim();
    let within = |function: &str| value.strip_prefix(function)?.strip_prefix('(')?.strip_suffix(')');
    if let Some(inside) = within("var") {
        return shades(inside.split_once(',')?.1);
    }
    if let Some(inside) = within("light-dark") {
        let (light, dark) = inside.split_once(',')?;
        return Some([Color::parse(light.trim())?, Color::parse(dark.trim())?]);
    }
    Color::parse(value).map(|color| [color, color])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = "/* x { --paper: #000 } */\n:root {\n  color-scheme: light dark;\n  --paper: light-dark(#fff, #14181C);\n\
        --line: #ccc;\n--accent: var(--own-accent, light-dark(#0d4a73, #9accf0));\n--size: 1rem;\n--named: red }\n\
        @import 'x';\np { --paper: #123456 }\n@media (prefers-contrast: more) { html, .a { --paper: light-dark(#fff, #000) } }\n\
        a:is(:hover) { color: #abcdef }";

    fn color(text: &str) -> Color {
        Color::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn tokens_are_read_from_the_rules_of_a_selector() {
        let palette = Palette::within(CSS, ":root");
        assert_eq!(palette.get("paper"), Some([WHITE, color("#14181c")]));
        assert_eq!(palette.get("line"), Some([color("#ccc"); 2]));
        assert_eq!(palette.get("accent"), Some([color("#0d4a73"), color("#9accf0")]));
        assert_eq!(palette.0.len(), 3, "{palette:?}");
        assert_eq!(Palette::within(CSS, "html").get("paper"), Some([WHITE, BLACK]));
        assert_eq!(Palette::within(CSS, "p").get("paper"), Some([color("#123456"); 2]));
        assert_eq!(Palette::within("/* :root {", ":root"), Palette::default());
    }

    #[test]
    fn a_themes_tokens_stand_over_the_standard_ones() {
        let palette = Palette::of(CSS, ":root { --paper: #eee }");
        assert_eq!(palette.get("paper"), Some([color("#eee"); 2]));
        assert_eq!(palette.get("line"), Some([color("#ccc"); 2]));
    }
}
