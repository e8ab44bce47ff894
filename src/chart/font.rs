//! The font that comes with the program: what text is measured with, what PNGs are drawn with, what an SVG carries.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use base64::Engine as _;
use resvg::usvg::fontdb::Database;
use ttf_parser::Face;

/// Name of the font in `font-family`, followed by what takes its place where a program ignores fonts inside an SVG. All of these
/// are narrower, so that labels still do not overlap.
pub(super) const FAMILY: &str = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/// Normal or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

impl Weight {
    /// The number of CSS.
    pub(super) const fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::SemiBold => 600,
        }
    }

    fn advances(self) -> &'static Advances {
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
        }
    }
}

const REGULAR_BYTES: &[u8] = include_bytes!("../../assets/fonts/inter-regular.otf");
const SEMI_BOLD_BYTES: &[u8] = include_bytes!("../../assets/fonts/inter-semibold.otf");

static REGULAR: LazyLock<Advances> = LazyLock::new(|| Advances::of(REGULAR_BYTES));
static SEMI_BOLD: LazyLock<Advances> = LazyLock::new(|| Advances::of(SEMI_BOLD_BYTES));

/// How wide each letter of a font is, in shares of its size: the layout asks for it a great many times.
struct Advances(Vec<Option<f32>>);

impl Advances {
    /// The first character that the font cannot have: the subset ends with geometric shapes, U+25FF.
    const END: u32 = 0x2600;

    /// A font that cannot be read has no letters; a test sees to it that ours can.
    fn of(font: &'static [u8]) -> Self {
        let Ok(face) = Face::parse(font, 0) else {
            return Self(Vec::new());
        };
        let units = f32::from(face.units_per_em());
        let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
        let of_code = |code: u32| char::from_u32(code).and_then(advance).map(|width| f32::from(width) / units);
        Self((0..Self::END).map(of_code).collect())
    }

    fn get(&self, c: char) -> Option<f32> {
        self.0.get(c as usize).copied().flatten()
    }
}

/// Width of `text` at `size` [px]. Kerning is left out: it only makes text narrower.
pub(super) fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let advances = weight.advances();
    // A letter of another font: no letter is wider than it is high.
    text.chars().map(|c| f64::from(advances.get(c).unwrap_or(1.0))).sum::<f64>() * size
}

/// The fonts that PNGs are drawn with: these two and no others, whatever the machine has.
pub(super) static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(REGULAR_BYTES.to_vec());
    fonts.load_font_data(SEMI_BOLD_BYTES.to_vec());
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

/// The font in both weights, for a paper that embeds it.
#[cfg(feature = "pdf")]
pub(crate) const fn font_bytes() -> [&'static [u8]; 2] {
    [REGULAR_BYTES, SEMI_BOLD_BYTES]
}

/// [`DATABASE`], for drawings that become part of a paper.
#[cfg(feature = "pdf")]
pub(crate) fn font_database() -> Arc<Database> {
    DATABASE.clone()
}

/// A script's share of the font, as a web font in both weights.
struct Script {
    /// For `unicode-range`.
    range: &'static str,
    holds: fn(char) -> bool,
    regular: &'static [u8],
    semi_bold: &'static [u8],
}

/// The first one that holds a letter carries it; `latin` holds whatever is in no other.
const SCRIPTS: [Script; 3] = [
    Script {
        range: "U+0400-052F",
        holds: |c| matches!(c, '\u{400}'..='\u{52f}'),
        regular: include_bytes!("../../assets/fonts/inter-regular-cyrillic.woff2"),
        semi_bold: include_bytes!("../../assets/fonts/inter-semibold-cyrillic.woff2"),
    },
    Script {
        range: "U+0100-0130,U+0132-0151,U+0154-0191,U+0193-02C5,U+0300-036F,U+1E00-1EFF",
        holds: |c| matches!(c, '\u{100}'..='\u{130}' | '\u{132}'..='\u{151}' | '\u{154}'..='\u{191}' | '\u{193}'..='\u{2c5}' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}'),
        regular: include_bytes!("../../assets/fonts/inter-regular-extended.woff2"),
        semi_bold: include_bytes!("../../assets/fonts/inter-semibold-extended.woff2"),
    },
    Script {
        range: "U+0000-00FF,U+0131,U+0152-0153,U+0192,U+02C6-02FF,U+0E3F,U+2000-2BFF",
        holds: |_| true,
        regular: include_bytes!("../../assets/fonts/inter-regular-latin.woff2"),
        semi_bold: include_bytes!("../../assets/fonts/inter-semibold-latin.woff2"),
    },
];

/// `@font-face` rules with the font inside, for the scripts that `text` is written in: what an SVG carries in its `<style>`, or a
/// page once for all charts on it.
#[must_use]
pub fn font_face_css(text: &str) -> String {
    let mut needed = [false; SCRIPTS.len()];
    for c in text.chars() {
        if let Some(script) = SCRIPTS.iter().position(|script| (script.holds)(c)) {
            needed[script] = true;
        }
    }
    let mut css = String::new();
    for (script, _) in SCRIPTS.iter().zip(needed).filter(|(_, needed)| *needed) {
        for (weight, bytes) in [(Weight::Regular, script.regular), (Weight::SemiBold, script.semi_bold)] {
            let data = base64::engine::general_purpose::STANDARD.encode(bytes);
            let (weight, range) = (weight.css(), script.range);
            // Writing to a string cannot fail.
            let _ = writeln!(
                css,
                "@font-face{{font-family:Inter;font-weight:{weight};unicode-range:{range};src:url(data:font/woff2;base64,{data}) format('woff2')}}"
            );
        }
    }
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_mark_of_the_charts_is_in_the_font() {
        let text = "AZaz09 àèéìòù ÄÖÜß łŁśŻ Ạậằẵđươ ĐƠƯ Ёё Жж Щщ ЇїҐґ €$£¥₫₽₹₺₩₴₸₪₾₱₦฿ →←↑↓↗↘ ●○▲▼△▽◆◇ – — − ± × · … ≥ ≤ ≈ ∞ ’ “ ” % №";
        for weight in [Weight::Regular, Weight::SemiBold] {
            for c in text.chars() {
                assert!(weight.advances().get(c).is_some(), "{c} {weight:?}");
            }
        }
    }

    #[test]
    fn width_grows_with_text_and_size() {
        let width = |text, size| width(text, size, Weight::Regular);
        assert!(width("Visits", 20.0) > width("Visit", 20.0));
        assert!((width("Visits", 40.0) - 2.0 * width("Visits", 20.0)).abs() < 1e-9);
        assert!(width("漢", 20.0) == 20.0);
    }

    #[test]
    fn an_svg_carries_only_the_scripts_it_uses() {
        let latin = font_face_css("Search 41 €");
        assert_eq!(latin.matches("@font-face").count(), 2);
        assert_eq!(font_face_css("Поиск").matches("@font-face").count(), 2);
        assert_eq!(font_face_css("Tìm kiếm, поиск").matches("@font-face").count(), 6);
        assert!(latin.len() < 60_000, "{}", latin.len());
    }
}
