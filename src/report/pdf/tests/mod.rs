//! The paper: what stands on its pages, read back, and documents that are hard to set.

mod awkward;
mod fixture;
mod proposal;

use super::PdfError;
use super::draw::{Proof, written};
use super::flow::Flow;
use super::fonts::width;
use super::pages::{Page, paginated};
use super::piece::{Mark, Shape};
use super::structure::{Role, Structure};
use super::style::{BODY, HEIGHT, SIDE, WIDTH};
use crate::report::document::Document;

/// A document on its pages, before it is a file.
struct Laid {
    pages: Vec<Page>,
    structure: Structure,
}

impl Laid {
    fn of(document: &Document) -> Self {
        let flow = Flow::of(document).expect("pictures that can be drawn");
        let laid = Self {
            pages: paginated(flow.pieces),
            structure: flow.structure,
        };
        laid.check();
        laid
    }

    /// Nothing stands outside of the text, but for the margins of charts, which stand in those of the page.
    fn check(&self) {
        for (number, mark) in self.marks() {
            let (left, right, bottom) = match &mark.shape {
                Shape::Text { text, of, .. } => (0.0, mark.x + width(text.trim_end(), *of), mark.y),
                Shape::Fill { width, height, .. } => (0.0, mark.x + width, mark.y + height),
                Shape::Picture { width, height, .. } => (-SIDE / 2.0, mark.x + width - SIDE / 2.0, mark.y + height),
                Shape::Bookmark(_) => (0.0, mark.x, mark.y),
            };
            // sums of widths in another order; a strong row's line lies on the one above it
            let near = 1.0;
            let inside = mark.x >= left - near && right <= WIDTH + near && mark.y >= -near && bottom <= HEIGHT + near;
            assert!(inside, "page {}: {mark:?}", number + 1);
        }
    }

    fn marks(&self) -> Vec<(usize, &Mark)> {
        let pages = self.pages.iter().enumerate();
        pages
            .flat_map(|(number, page)| page.marks.iter().map(move |mark| (number, mark)))
            .collect()
    }

    /// The lines of a page, without what is drawn again.
    fn lines(&self, page: usize) -> Vec<(&Role, &str, &Mark)> {
        let mut lines = Vec::new();
        for mark in &self.pages[page].marks {
            if let (Shape::Text { text, .. }, Some(part)) = (&mark.shape, mark.part) {
                lines.push((&self.structure.get(part).role, text.as_str(), mark));
            }
        }
        lines
    }

    /// All text in the order of reading, its words parted by one space.
    fn text(&self) -> String {
        let lines = (0..self.pages.len()).flat_map(|page| self.lines(page));
        // a line that ends with a space goes on in the next; others are cells
        let text: String = lines.map(|(_, text, _)| format!("{text} ")).collect();
        text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The file.
fn bytes(document: &Document) -> Vec<u8> {
    super::pdf(document).expect("a paper")
}

/// How often these bytes stand in a file.
fn count(file: &[u8], what: &str) -> usize {
    file.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
}

/// Pages of a file, as its own objects count them.
fn pages_of(file: &[u8]) -> usize {
    count(file, "/Type/Page") - count(file, "/Type/Pages")
}
