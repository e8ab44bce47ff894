//! The one theme: colours by what they mean, sizes of pictures and of text.

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
}

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
    /// Tints of the four stages behind dark text.
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

    /// The colour of a channel by its place in the scenario: the same in every chart.
    ///
    /// After eight channels the colours come again darker, then lighter; charts name every channel beside its mark, so that no
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

    /// Relative luminance and contrast of WCAG 2.
    #[expect(clippy::disallowed_methods, reason = "compared with a bound that no last bit reaches")]
    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let channel = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance = |c: Rgb| 0.2126 * channel(c.0) + 0.7152 * channel(c.1) + 0.0722 * channel(c.2);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_is_legible_on_its_ground() {
        let theme = Theme::LIGHT;
        for ink in [theme.ink, theme.muted, theme.proposal, theme.accent, theme.status_quo] {
            assert!(
                contrast(ink, theme.background) >= 4.5,
                "{ink:?}: {}",
                contrast(ink, theme.background)
            );
        }
        for tint in theme.stages {
            assert!(contrast(theme.ink, tint) >= 7.0, "{tint:?}");
        }
    }

    #[test]
    fn twenty_four_channels_have_twenty_four_colours() {
        let colours: Vec<_> = (0..24).map(|i| Theme::LIGHT.channel(i)).collect();
        for (i, a) in colours.iter().enumerate() {
            assert!(!colours[..i].contains(a), "{i}");
        }
        assert_eq!(Theme::LIGHT.channel(24), Theme::LIGHT.channel(0));
    }
}
