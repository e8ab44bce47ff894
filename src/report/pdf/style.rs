//! How the paper looks: its measures, its sizes of type and the space between its parts [pt].

use super::fonts::Weight;

/// A4.
pub(super) const PAGE: (f64, f64) = (595.28, 841.89);
/// Left and right of the text.
pub(super) const SIDE: f64 = 52.0;
/// Above the text.
pub(super) const TOP: f64 = 50.0;
/// Below the text; the footer stands in it.
pub(super) const BOTTOM: f64 = 56.0;
/// Width of the text.
pub(super) const WIDTH: f64 = PAGE.0 - 2.0 * SIDE;
/// Height of the text of a page.
pub(super) const HEIGHT: f64 = PAGE.1 - TOP - BOTTOM;
/// Base line of the footer, from the top of the page.
pub(super) const FOOTER: f64 = PAGE.1 - 28.0;

/// A size of type with the distance of its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    pub size: f64,
    pub leading: f64,
    pub weight: Weight,
}

impl Type {
    const fn new(size: f64, leading: f64, weight: Weight) -> Self {
        Self { size, leading, weight }
    }

    /// The same in semibold.
    pub(super) const fn strong(self) -> Self {
        Self {
            weight: Weight::SemiBold,
            ..self
        }
    }

    /// Distance of the base line from the top of its line: the capitals stand in the middle.
    pub(super) fn base(self) -> f64 {
        // Inter's capitals are 0.727 of its size high.
        self.leading / 2.0 + 0.3635 * self.size
    }
}

pub(super) const TITLE: Type = Type::new(25.0, 31.0, Weight::SemiBold);
pub(super) const SUBTITLE: Type = Type::new(11.0, 16.0, Weight::Regular);
pub(super) const SECTION: Type = Type::new(16.0, 21.0, Weight::SemiBold);
pub(super) const HEADING: Type = Type::new(11.0, 15.5, Weight::SemiBold);
pub(super) const LEAD: Type = Type::new(12.0, 18.0, Weight::Regular);
pub(super) const BODY: Type = Type::new(9.5, 14.25, Weight::Regular);
pub(super) const CAPTION: Type = Type::new(8.5, 12.5, Weight::Regular);
pub(super) const FOOT: Type = Type::new(7.0, 10.0, Weight::Regular);
pub(super) const FACT_NAME: Type = Type::new(8.0, 11.5, Weight::Regular);
pub(super) const FACT_VALUE: Type = Type::new(16.0, 21.0, Weight::SemiBold);
pub(super) const FACT_VALUE_MIDDLE: Type = Type::new(13.0, 18.0, Weight::SemiBold);
/// Values that are too wide for their card even so.
pub(super) const FACT_VALUE_SMALL: Type = Type::new(11.0, 15.0, Weight::SemiBold);
pub(super) const TABLE_CAPTION: Type = Type::new(9.0, 13.0, Weight::SemiBold);
/// Type of tables: a wide one takes the first that it fits in.
pub(super) const CELLS: [Type; 3] = [
    Type::new(8.5, 12.0, Weight::Regular),
    Type::new(7.5, 10.5, Weight::Regular),
    Type::new(6.75, 9.5, Weight::Regular),
];

/// Space above each kind of part; at the top of a page it is left out.
pub(super) mod above {
    pub const SECTION: f64 = 30.0;
    pub const HEADING: f64 = 16.0;
    pub const PARAGRAPH: f64 = 8.0;
    pub const ITEM: f64 = 4.0;
    pub const BLOCK: f64 = 16.0;
    /// A figure has a margin of its own.
    pub const FIGURE: f64 = 4.0;
    pub const CAPTION: f64 = 5.0;
}

/// How far the text of a list stands in.
pub(super) const INDENT: f64 = 14.0;
/// How far the first sentences stand in from their bar, and the bar's width.
pub(super) const LEAD_INDENT: f64 = 14.0;
pub(super) const LEAD_BAR: f64 = 2.5;
/// Between cards, and inside of them.
pub(super) const CARD_GAP: f64 = 10.0;
pub(super) const CARD_PADDING: f64 = 10.0;
/// Between columns of a table, and above and below the text of a cell.
pub(super) const CELL_GAP: f64 = 12.0;
pub(super) const CELL_PADDING: f64 = 3.25;
/// Thickness of lines.
pub(super) const HAIRLINE: f64 = 0.5;
pub(super) const RULE: f64 = 0.9;
/// The largest that a logo is drawn: width and height.
pub(super) const LOGO: (f64, f64) = (170.0, 44.0);
/// The highest that a figure is drawn where nothing asks for less: two of them stand on a page, each with a caption of two lines.
pub(super) const FIGURE: f64 = (HEIGHT - above::FIGURE) / 2.0 - above::CAPTION - 2.0 * CAPTION.leading;
/// How far a figure may shrink to stay with what is above it: its smallest letters are then those of a footnote.
pub(super) const SHRINK: f64 = 0.78;
