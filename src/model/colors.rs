//! The municipality's own colours: `[colors]` in `stadga.toml`. Where one is not given the theme's holds.

use crate::base::color::Color;
use crate::base::fault::{Code, Fault};
use crate::base::path::SitePath;
use crate::model::config::FILE;
use crate::model::fields::Fields;
use crate::model::keys::{self, Key};

/// A colour that the municipality chose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Own {
    /// The colour.
    pub color: Color,
    /// Its key, as it is written.
    key: &'static str,
    /// Where it stands in the settings.
    place: (usize, usize),
}

/// A colour on light ground and on dark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pair {
    /// On light ground.
    pub light: Option<Own>,
    /// On dark ground.
    pub dark: Option<Own>,
}

/// The colours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Colors {
    /// Edges, buttons and marks.
    pub accent: Pair,
    /// Links.
    pub link: Pair,
}

impl Own {
    /// A fault at the colour.
    pub fn fault(&self, code: Code) -> Fault {
        let (start, end) = self.place;
        Fault::new(code).at_range(&SitePath::new(FILE), start..end).with("key", self.key)
    }
}

impl Pair {
    /// Whether either is given.
    pub fn is_given(&self) -> bool {
        self.light.is_some() || self.dark.is_some()
    }
}

impl Colors {
    /// Whether any colour is given.
    pub fn are_given(&self) -> bool {
        self.accent.is_given() || self.link.is_given()
    }
}

/// Reads the colours.
pub fn read(fields: &mut Fields) -> Colors {
    let Some((table, _)) = fields.table(keys::COLORS) else { return Colors::default() };
    fields.within(table, keys::OF_COLORS, |fields| Colors {
        accent: Pair { light: own(fields, keys::ACCENT), dark: own(fields, keys::ACCENT_DARK) },
        link: Pair { light: own(fields, keys::LINK), dark: own(fields, keys::LINK_DARK) },
    })
}

fn own(fields: &mut Fields, key: Key) -> Option<Own> {
    let text = fields.text(key)?;
    let (name, value) = (fields.name(key), fields.value(key)?);
    if let Some(color) = Color::parse(&text) {
        let place = fields.origin().shift(value.span());
        return Some(Own { color, key: name, place: (place.start, place.end) });
    }
    fields.fault(Code::NotAColor, value).arguments = vec![("key", name.into()), ("value", text)];
    None
}
