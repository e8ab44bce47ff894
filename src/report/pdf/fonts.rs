//! The font of the paper, the one of the charts: its glyphs, and the widths that lines are broken by.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use ttf_parser::Face;

use super::PdfError;
use super::style::Type;
use crate::chart::font_bytes;

/// Normal or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

impl Weight {
    const fn bytes(self) -> &'static [u8] {
        let [regular, semi_bold] = font_bytes();
        match self {
            Self::Regular => regular,
            Self::SemiBold => semi_bold,
        }
    }

    fn letters(self) -> &'static Letters {
        static REGULAR: LazyLock<Letters> = LazyLock::new(|| Letters::of(Weight::Regular.bytes()));
        static SEMI_BOLD: LazyLock<Letters> = LazyLock::new(|| Letters::of(Weight::SemiBold.bytes()));
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
        }
    }
}

/// A glyph with its width in shares of the size of type.
#[derive(Debug, Clone, Copy)]
struct Letter {
    glyph: u16,
    advance: f32,
}

/// What stands for each character, by its code.
struct Letters {
    known: Vec<Option<Letter>>,
    /// The box for the others.
    missing: Letter,
}

impl Letters {
    /// The first character that the font cannot have: the subset ends with geometric shapes, U+25FF.
    const END: u32 = 0x2600;

    /// A font that cannot be read has no letters; [`Fonts::new`] says so.
    fn of(font: &'static [u8]) -> Self {
        let missing = Letter { glyph: 0, advance: 1.0 };
        let Ok(face) = Face::parse(font, 0) else {
            return Self {
                known: Vec::new(),
                missing,
            };
        };
        let units = f32::from(face.units_per_em());
        let letter = |glyph: ttf_parser::GlyphId| {
            face.glyph_hor_advance(glyph).map(|width| Letter {
                glyph: glyph.0,
                advance: f32::from(width) / units,
            })
        };
        let known = |code: u32| char::from_u32(code).and_then(|c| face.glyph_index(c)).and_then(letter);
        Self {
            known: (0..Self::END).map(known).collect(),
            missing: letter(ttf_parser::GlyphId(0)).unwrap_or(missing),
        }
    }

    fn get(&self, c: char) -> Letter {
        self.known.get(c as usize).copied().flatten().unwrap_or(self.missing)
    }
}

/// Width of a character [pt].
pub(super) fn advance(c: char, of: Type) -> f64 {
    f64::from(of.weight.letters().get(c).advance) * of.size
}

/// Width of a line of text [pt].
pub(super) fn width(text: &str, of: Type) -> f64 {
    text.chars().map(|c| advance(c, of)).sum()
}

/// The glyphs of a line of text, one for each character.
pub(super) fn glyphs(text: &str, weight: Weight) -> Vec<KrillaGlyph> {
    let letters = weight.letters();
    let glyph = |(at, c): (usize, char)| {
        let Letter { glyph, advance } = letters.get(c);
        let range = at..at + c.len_utf8();
        KrillaGlyph::new(GlyphId::new(u32::from(glyph)), advance, 0.0, 0.0, 0.0, range, None)
    };
    text.char_indices().map(glyph).collect()
}

/// Both weights, as krilla holds them.
pub(super) struct Fonts {
    regular: Font,
    semi_bold: Font,
}

impl Fonts {
    pub(super) fn new() -> Result<Self, PdfError> {
        let font = |weight: Weight| Font::new(weight.bytes().into(), 0).ok_or(PdfError::Font);
        Ok(Self {
            regular: font(Weight::Regular)?,
            semi_bold: font(Weight::SemiBold)?,
        })
    }

    pub(super) fn get(&self, weight: Weight) -> Font {
        match weight {
            Weight::Regular => self.regular.clone(),
            Weight::SemiBold => self.semi_bold.clone(),
        }
    }
}
