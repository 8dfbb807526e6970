//! Colours of a screen: how they are written, how well they stand out from each other, and which one
//! nearby stands out enough.
//!
//! Luminance and contrast are WCAG 2.2's (“relative luminance”, “contrast ratio”). Lightness is moved
//! in OKLCH, where a step looks as large in every hue: Björn Ottosson, “A perceptual color space for
//! image processing”, 2020, whose matrices stand here.

use std::fmt;

/// A colour of sRGB: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color(pub [u8; 3]);

/// Black.
pub const BLACK: Color = Color([0; 3]);
/// White.
pub const WHITE: Color = Color([255; 3]);

impl Color {
    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|it| u8::try_from(it).ok()))
            .collect::<Option<_>>()?;
        let parts: Vec<u8> = match digits.len() {
            3 => digits.iter().map(|digit| digit * 17).collect(),
            6 => digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
            _ => return None,
        };
        parts.try_into().ok().map(Self)
    }

    /// How much light it gives, from 0 to 1.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// How well two colours stand out from each other, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Black or white, whichever stands out more. It always stands out enough for text: where the two
    /// meet, both have 4.58.
    #[must_use]
    pub fn ink(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(BLACK) { WHITE } else { BLACK }
    }

    /// The colour of the same hue and chroma that passes and whose lightness is nearest. Chroma gives
    /// way only where the screen has no such colour.
    pub fn nearest(self, passes: impl Fn(Self) -> bool) -> Option<Self> {
        let [lightness, chroma, hue] = self.oklch();
        (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS)).find_map(|moved| {
            [lightness - moved, lightness + moved]
                .into_iter()
                .filter(|lightness| (0.0..=1.0).contains(lightness))
                .map(|lightness| Self::within_screen(lightness, chroma, hue))
                .find(|color| passes(*color))
        })
    }

    /// As amounts of light, from 0 to 1.
    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Lightness, chroma and hue (in radians).
    fn oklch(self) -> [f64; 3] {
        let [l, a, b] = times(&FROM_CONES, times(&TO_CONES, self.linear()).map(f64::cbrt));
        [l, a.hypot(b), b.atan2(a)]
    }

    /// The colour of this lightness and hue, with as much of the chroma as a screen can show.
    fn within_screen(lightness: f64, chroma: f64, hue: f64) -> Self {
        let light = |chroma: f64| light_of([lightness, chroma * hue.cos(), chroma * hue.sin()]);
        let fits = |chroma: f64| light(chroma).iter().all(|part| (-SLACK..=1.0 + SLACK).contains(part));
        if fits(chroma) {
            return Self::of_light(light(chroma));
        }
        let (mut low, mut high) = (0.0, chroma);
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if fits(middle) { low = middle } else { high = middle }
        }
        Self::of_light(light(low))
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255")]
    fn of_light(light: [f64; 3]) -> Self {
        Self(light.map(|part| {
            let part = part.clamp(0.0, 1.0);
            let coded = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
            (coded * 255.0).round() as u8
        }))
    }
}

impl fmt::Display for Color {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(out, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// Finer than a screen can show.
const STEPS: u16 = 1000;
const HALVINGS: u8 = 24;
/// Rounding may put a colour of the screen a little outside of it.
const SLACK: f64 = 1e-6;

/// From light to what the eye's three kinds of cones catch.
const TO_CONES: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const FROM_CONES: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];
/// The same backwards.
const BACK_TO_CONES: [[f64; 3]; 3] = [
    [1.0, 0.396_337_777_4, 0.215_803_757_3],
    [1.0, -0.105_561_345_8, -0.063_854_172_8],
    [1.0, -0.089_484_177_5, -1.291_485_548_0],
];
const BACK_TO_LIGHT: [[f64; 3]; 3] = [
    [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
    [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
    [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
];

fn light_of(oklab: [f64; 3]) -> [f64; 3] {
    times(&BACK_TO_LIGHT, times(&BACK_TO_CONES, oklab).map(|part| part.powi(3)))
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn color(text: &str) -> Color {
        Color::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn colours_are_read_and_written() {
        for (text, written) in [("#fff", "#ffffff"), ("#0B5d3b", "#0b5d3b"), ("#a1c", "#aa11cc")] {
            assert_eq!(color(text).to_string(), written);
        }
        for other in ["", "#", "fff", "#ff", "#ffff", "#fffff", "#ggg", "red", "#åäö", "#0b5d3bff", "# fff"]
        {
            assert_eq!(Color::parse(other), None, "{other}");
        }
    }

    /// Pairs that people know, rounded as contrast checkers do.
    #[test]
    fn contrast_is_what_others_say() {
        for (a, b, ratio) in [
            ("#000", "#fff", 21.0),
            ("#fff", "#fff", 1.0),
            ("#767676", "#fff", 4.54),
            ("#777", "#fff", 4.48),
            ("#949494", "#fff", 3.03),
            ("#959595", "#fff", 2.99),
            ("#f00", "#fff", 4.0),
            ("#00f", "#fff", 8.59),
            ("#0d4a73", "#fff", 9.36),
        ] {
            let found = color(a).contrast(color(b));
            assert!((found - ratio).abs() < 0.006, "{a} on {b}: {found}, not {ratio}");
            assert_eq!(found.to_bits(), color(b).contrast(color(a)).to_bits());
        }
    }

    #[test]
    fn ink_is_always_readable() {
        assert_eq!((color("#0d4a73").ink(), color("#9accf0").ink()), (WHITE, BLACK));
        let parts = (0..=255).step_by(5);
        for (r, g) in parts.clone().flat_map(|r| parts.clone().map(move |g| (r, g))) {
            for ground in (0..=255).step_by(5).map(|b| Color([r, g, b])) {
                assert!(ground.contrast(ground.ink()) >= 4.5, "{ground}");
            }
        }
    }

    #[test]
    fn every_colour_survives_the_way_there_and_back() {
        for ground in (0..=255).step_by(15).flat_map(|r| [[r, 0, 255], [r, r, 30], [12, 255 - r, r]]) {
            let [lightness, chroma, hue] = Color(ground).oklch();
            assert_eq!(Color::within_screen(lightness, chroma, hue), Color(ground));
        }
        // The white and red of Ottosson's own table.
        let [lightness, chroma, _] = WHITE.oklch();
        assert!((lightness - 1.0).abs() < 1e-6 && chroma < 1e-6);
        let [lightness, chroma, hue] = color("#f00").oklch();
        assert!((lightness - 0.628).abs() < 1e-3 && (chroma - 0.2577).abs() < 1e-3);
        assert!((hue.to_degrees() - 29.23).abs() < 0.1, "{hue}");
    }

    #[test]
    fn the_nearest_colour_keeps_its_hue_and_passes() {
        for (written, ground) in [
            ("#e0a000", "#fff"),
            ("#009fe3", "#f5f3ee"),
            ("#f39200", "#fff"),
            ("#003a70", "#14181c"),
            ("#777", "#fff"),
        ] {
            let (written, ground) = (color(written), color(ground));
            let passes = |it: Color| it.contrast(ground) >= 4.5;
            let near = written.nearest(passes).unwrap();
            assert!(passes(near) && !passes(written), "{written}: {near}");
            // A hair nearer to what was written does not pass.
            assert!(near.contrast(ground) < 4.7, "{written}: {near} has {}", near.contrast(ground));
            let ([_, chroma, hue], [_, old, was]) = (near.oklch(), written.oklch());
            assert!(chroma <= old + 0.005, "{written}: {near}");
            assert!(chroma < 0.02 || (hue - was).abs() < 0.05, "{written}: {near} {hue} {was}");
        }
        assert_eq!(color("#123456").nearest(|_| true), Some(color("#123456")), "what passes is not touched");
        assert_eq!(WHITE.nearest(|_| false), None);
    }
}
