//! What pages are made of: marks, and pieces of known height that are never torn.

use std::rc::Rc;

use krilla::image::Image;
use resvg::usvg;

use super::structure::Part;
use super::style::Type;
use crate::chart::Rgb;

/// Something drawn; places are distances from the left edge of the text and from the top of its piece, on a page from the top of the
/// text [pt].
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// What it is a part of; `None`: an ornament, or a repetition.
    pub part: Option<Part>,
    pub x: f64,
    pub y: f64,
    pub shape: Shape,
}

#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// A line of text; the mark's place is its left end, on the base line.
    Text {
        text: String,
        of: Type,
        colour: Rgb,
    },
    /// A filled rectangle; the mark's place is its upper left corner, as for pictures.
    Fill {
        width: f64,
        height: f64,
        colour: Rgb,
    },
    Picture {
        picture: Rc<Picture>,
        width: f64,
        height: f64,
    },
    /// Where the bookmark of this name leads to.
    Bookmark(String),
}

/// A picture that was read.
#[derive(Debug)]
pub(super) enum Picture {
    Drawing(Box<usvg::Tree>),
    Pixels(Image),
}

/// A piece of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    /// Empty space above; left out at the top of a page [pt].
    pub above: f64,
    /// [pt]
    pub height: f64,
    pub marks: Vec<Mark>,
    /// Whether the next piece stands on the same page, if the two can.
    pub with_next: bool,
    /// How many times larger it may be drawn than its height says, where it is a picture that may be drawn smaller too.
    pub scales: Option<f64>,
    /// What is drawn once more above it where it begins a page.
    pub head: Option<Rc<Head>>,
}

/// The row of headings of a table.
#[derive(Debug)]
pub(super) struct Head {
    /// [pt]
    pub height: f64,
    pub marks: Vec<Mark>,
}

impl Mark {
    pub(super) fn text(part: Option<Part>, text: String, x: f64, y: f64, of: Type, colour: Rgb) -> Self {
        let shape = Shape::Text { text, of, colour };
        Self { part, x, y, shape }
    }

    /// An ornament.
    pub(super) const fn fill(x: f64, y: f64, (width, height): (f64, f64), colour: Rgb) -> Self {
        let shape = Shape::Fill { width, height, colour };
        Self { part: None, x, y, shape }
    }

    /// The same, lower by this much.
    pub(super) fn lowered(mut self, by: f64) -> Self {
        self.y += by;
        self
    }

    /// The same in a piece that is drawn smaller.
    pub(super) fn scaled(mut self, by: f64) -> Self {
        self.x *= by;
        self.y *= by;
        if let Shape::Picture { width, height, .. } = &mut self.shape {
            *width *= by;
            *height *= by;
        }
        self
    }
}

impl Piece {
    pub(super) fn new(above: f64, height: f64, marks: Vec<Mark>) -> Self {
        Self {
            above,
            height,
            marks,
            ..Self::default()
        }
    }
}

/// Binds the lines of a paragraph, or the rows of a table, so that neither the first nor the last one stands alone on a page.
pub(super) fn bind(pieces: &mut [Piece]) {
    let count = pieces.len();
    if count > 1 {
        pieces[0].with_next = true;
        pieces[count - 2].with_next = true;
    }
}
