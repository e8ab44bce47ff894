//! The one theme, light and dark: colours by what they mean, sizes of pictures and of text.

use crate::math::{exp, ln};

/// A colour, red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// This colour with `share` of `other` mixed in, 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The colour that is written `#0a7a4b` or `#0a4`, the `#` or not; `None`: it is not written so.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let digits: Vec<u8> = digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
        match digits.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Some(Self(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => None,
        }
    }

    /// As it is written in a style sheet: `#0a7a4b`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// How well this colour is told from another, 1 (not at all) to 21 (WCAG 2, contrast ratio).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance of WCAG 2, 0 to 1.
    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                exp(2.4 * ln((value + 0.055) / 1.055))
            }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }

    /// This colour, or as little darker or lighter as makes it legible on `ground`.
    fn legible_on(self, ground: Self) -> Self {
        let (black, white) = (Self(0, 0, 0), Self(255, 255, 255));
        let away = if black.contrast(ground) > white.contrast(ground) {
            black
        } else {
            white
        };
        let steps = (0..=100).map(|percent| self.mixed(away, f64::from(percent) / 100.0));
        let mut legible = steps.filter(|colour| colour.contrast(ground) >= LEGIBLE);
        // one of black and white has a contrast of at least 4.58 to any ground
        legible.next().unwrap_or(away)
    }
}

/// Least contrast of text and its ground (WCAG 2, level AA).
const LEGIBLE: f64 = 4.5;

/// Colours, each named by what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    pub background: Rgb,
    /// Titles, numbers, axes.
    pub ink: Rgb,
    /// Subtitles, ticks, whatever is read second.
    pub muted: Rgb,
    /// Grid lines and empty tracks.
    pub grid: Rgb,
    /// The plan of the file: dashed or hollow besides, so that it needs no colour to be told apart.
    pub status_quo: Rgb,
    /// The proposed plan.
    pub proposal: Rgb,
    /// What to look at first: the weakest stage, break-even, a warning. Always with a sign or a word.
    pub accent: Rgb,
    /// Channels, in the order of the scenario (Okabe and Ito 2008, its yellow last and darkened, black left to the text).
    pub channels: [Rgb; 8],
    /// Tints of the four stages behind text in [`Self::ink`].
    pub stages: [Rgb; 4],
}

impl Theme {
    /// Dark on white: for print and slides.
    pub const LIGHT: Self = Self {
        background: Rgb(255, 255, 255),
        ink: Rgb(26, 32, 44),
        muted: Rgb(92, 101, 116),
        grid: Rgb(222, 226, 232),
        status_quo: Rgb(100, 108, 122),
        proposal: Rgb(0, 114, 178),
        accent: Rgb(196, 78, 0),
        channels: [
            Rgb(0, 114, 178),
            Rgb(230, 159, 0),
            Rgb(0, 158, 115),
            Rgb(213, 94, 0),
            Rgb(204, 121, 167),
            Rgb(86, 180, 233),
            Rgb(122, 128, 138),
            Rgb(201, 184, 30),
        ],
        stages: [Rgb(205, 224, 242), Rgb(250, 226, 178), Rgb(206, 234, 222), Rgb(238, 215, 228)],
    };

    /// Whether its ground is darker than its letters.
    #[must_use]
    pub const fn is_dark(&self) -> bool {
        self.background.1 < self.ink.1
    }

    /// Light on a dark ground: for screens.
    pub const DARK: Self = Self {
        background: Rgb(16, 21, 30),
        ink: Rgb(236, 240, 246),
        muted: Rgb(170, 180, 195),
        grid: Rgb(47, 55, 69),
        status_quo: Rgb(172, 180, 192),
        proposal: Rgb(86, 180, 233),
        accent: Rgb(255, 160, 72),
        // the same hues as on white, each as much lighter as the ground needs
        channels: [
            Rgb(70, 150, 214),
            Rgb(230, 159, 0),
            Rgb(0, 168, 124),
            Rgb(225, 106, 20),
            Rgb(214, 133, 180),
            Rgb(120, 200, 240),
            Rgb(150, 157, 168),
            Rgb(240, 228, 66),
        ],
        stages: [Rgb(24, 52, 80), Rgb(72, 54, 18), Rgb(20, 60, 46), Rgb(66, 38, 58)],
    };

    /// The same with a client's own accent colour, which is made as much darker or lighter as its text needs to be legible: a contrast of
    /// at least 4.5 to the ground.
    #[must_use]
    pub fn with_accent(self, accent: Rgb) -> Self {
        Self {
            accent: accent.legible_on(self.background),
            ..self
        }
    }

    /// The colour of a channel by its place in the scenario: the same in every chart.
    ///
    /// After eight channels the colours come again nearer to the text's, then nearer to the ground's; charts name every channel beside its mark, so that no
    /// reader has to tell thirty colours apart.
    #[must_use]
    pub fn channel(&self, index: usize) -> Rgb {
        let colour = self.channels[index % self.channels.len()];
        match (index / self.channels.len()) % 3 {
            0 => colour,
            1 => colour.mixed(self.ink, 0.45),
            _ => colour.mixed(self.background, 0.45),
        }
    }
}

/// Size of a picture.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Size {
    /// A slide, 1280 × 720.
    #[default]
    Slide,
    /// Half an A4 page, 1120 × 792: text of 16 is 8 points high when it is printed 210 mm wide.
    Page,
}

impl Size {
    /// Width and height in pixels.
    #[must_use]
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Slide => (1280, 720),
            Self::Page => (1120, 792),
        }
    }
}

/// Heights of text [px]; the smallest is still read at half size.
pub(super) mod text_size {
    pub const TITLE: f64 = 27.0;
    pub const SUBTITLE: f64 = 17.0;
    pub const STRONG: f64 = 19.0;
    pub const LABEL: f64 = 17.0;
    pub const TICK: f64 = 15.0;
    pub const FOOTER: f64 = 14.0;
    /// Rows of long tables and panels of large grids; nothing is smaller.
    pub const SMALL: f64 = 13.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9 && white.contrast(white) == 1.0);
        // grey 118 is the darkest grey that 4.5 asks for on white
        assert!(Rgb(118, 118, 118).contrast(white) > 4.5 && Rgb(119, 119, 119).contrast(white) < 4.5);
    }

    #[test]
    fn text_is_legible_on_its_ground() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let texts = [theme.ink, theme.muted, theme.proposal, theme.accent, theme.status_quo];
            for text in texts {
                let contrast = text.contrast(theme.background);
                assert!(contrast >= LEGIBLE, "{text:?}: {contrast}");
            }
            for tint in theme.stages {
                assert!(theme.ink.contrast(tint) >= 7.0, "{tint:?}");
                // the boxes beside the funnel
                let box_of_stage = tint.mixed(theme.background, 0.35);
                for text in [theme.ink, theme.muted] {
                    let contrast = text.contrast(box_of_stage);
                    assert!(contrast >= LEGIBLE, "{text:?} on {tint:?}: {contrast}");
                }
            }
            assert!(theme.ink.contrast(theme.grid) >= LEGIBLE);
        }
        // on dark tints every text is legible
        let dark = Theme::DARK;
        for text in [dark.ink, dark.muted, dark.proposal, dark.accent, dark.status_quo] {
            assert!(dark.stages.iter().all(|tint| text.contrast(*tint) >= LEGIBLE), "{text:?}");
        }
    }

    #[test]
    fn marks_of_channels_stand_out_from_a_dark_ground() {
        for colour in Theme::DARK.channels {
            // what WCAG 2 asks of graphics
            assert!(colour.contrast(Theme::DARK.background) >= 3.0, "{colour:?}");
        }
    }

    #[test]
    fn an_accent_is_kept_where_it_is_legible_and_moved_where_it_is_not() {
        let (light, dark) = (Theme::LIGHT, Theme::DARK);
        let green = Rgb(10, 122, 75);
        assert_eq!(light.with_accent(green).accent, green);
        for theme in [light, dark] {
            for accent in
                ["#ffffff", "#000000", "#ffe600", "#0a7a4b", "#808080", "#e2001a"].map(|hex| Rgb::from_hex(hex).expect("a colour"))
            {
                let found = theme.with_accent(accent).accent;
                let contrast = found.contrast(theme.background);
                assert!(contrast >= LEGIBLE, "{accent:?}: {found:?} {contrast}");
                // moved no further than it has to be
                let legible = accent.contrast(theme.background) >= LEGIBLE;
                assert!(
                    if legible { found == accent } else { contrast < LEGIBLE + 0.25 },
                    "{accent:?}: {found:?} {contrast}"
                );
                assert_eq!(
                    Theme {
                        accent: theme.accent,
                        ..theme.with_accent(accent)
                    },
                    theme
                );
            }
        }
        let yellow = light.with_accent(Rgb(255, 230, 0)).accent;
        assert!(yellow.0 > yellow.2 && yellow.1 > yellow.2, "still a yellow: {yellow:?}");
    }

    #[test]
    fn colours_are_read_as_they_are_written() {
        assert_eq!(Rgb::from_hex("#0a7a4b"), Some(Rgb(10, 122, 75)));
        assert_eq!(Rgb::from_hex("0A7A4B"), Some(Rgb(10, 122, 75)));
        assert_eq!(Rgb::from_hex("#0a4"), Some(Rgb(0, 170, 68)));
        assert_eq!(Rgb(10, 122, 75).hex(), "#0a7a4b");
        for text in ["", "#", "#0a7a4", "#0a7a4bff", "green", "#0a7a4ß", "+a7a4b", "# a7a4b"] {
            assert_eq!(Rgb::from_hex(text), None, "{text}");
        }
    }

    #[test]
    fn twenty_four_channels_have_twenty_four_colours() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let colours: Vec<_> = (0..24).map(|i| theme.channel(i)).collect();
            for (i, a) in colours.iter().enumerate() {
                assert!(!colours[..i].contains(a), "{i}");
            }
            assert_eq!(theme.channel(24), theme.channel(0));
        }
    }
}
