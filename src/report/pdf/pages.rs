//! Pieces put onto pages: those that belong together stay together, figures shrink a little rather than leave a hole.

use super::piece::{Mark, Piece};
use super::style::{HEIGHT, SHRINK};

/// What is drawn on a page: places from the upper left corner of the text [pt].
#[derive(Debug, Default)]
pub(super) struct Page {
    pub marks: Vec<Mark>,
}

/// Rounding of the sums of heights [pt]: a picture that was shrunk to the room that is left fills it to the last bit.
const SLACK: f64 = 1e-6;

/// Pages in the making.
struct Pages {
    pages: Vec<Page>,
    /// How far the last page is filled [pt].
    filled: f64,
}

/// What a run of pieces takes of a page [pt].
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    /// Whatever its pictures shrink to.
    fixed: f64,
    /// Its pictures at full size.
    shrinks: f64,
}

/// Puts pieces onto pages; there is one page at least.
pub(super) fn paginated(pieces: Vec<Piece>) -> Vec<Page> {
    let ends = group_ends(&pieces);
    let mut pages = Pages {
        pages: vec![Page::default()],
        filled: 0.0,
    };
    // how much smaller the figures up to this piece are drawn
    let (mut scale, mut scaled_to) = (1.0, 0);
    let mut start = 0;
    while start < pieces.len() {
        let end = ends[start];
        if start >= scaled_to {
            (scale, scaled_to) = pages.scale(&pieces, &ends, start);
            if scaled_to == 0 && !pages.at_top() && pages.need(&pieces[start..end], true).at(1.0) <= HEIGHT + SLACK {
                pages.turn();
                (scale, scaled_to) = pages.scale(&pieces, &ends, start);
            }
            if scaled_to == 0 {
                // longer than a page: it is torn wherever a page ends
                (scale, scaled_to) = (1.0, end);
            }
        }
        for piece in &pieces[start..end] {
            pages.place(piece, scale);
        }
        start = end;
    }
    pages.pages
}

/// For each piece that begins a group, the piece behind the group.
fn group_ends(pieces: &[Piece]) -> Vec<usize> {
    let mut ends = vec![pieces.len(); pieces.len()];
    let mut end = pieces.len();
    for at in (0..pieces.len()).rev() {
        if !pieces[at].with_next {
            end = at + 1;
        }
        ends[at] = end;
    }
    ends
}

impl Need {
    /// With pictures at this scale.
    fn at(self, scale: f64) -> f64 {
        self.fixed + scale * self.shrinks
    }

    /// The largest scale, of those that are allowed, at which it fits into `room`.
    fn scale(self, room: f64) -> Option<f64> {
        if self.at(1.0) <= room + SLACK {
            return Some(1.0);
        }
        let scale = (room - self.fixed) / self.shrinks;
        (self.shrinks > 0.0 && scale >= SHRINK).then_some(scale)
    }
}

impl Pages {
    fn at_top(&self) -> bool {
        self.filled == 0.0
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.filled = 0.0;
    }

    /// What pieces take on the last page, or at the top of the next.
    fn need(&self, pieces: &[Piece], at_top: bool) -> Need {
        let mut need = Need::default();
        for (at, piece) in pieces.iter().enumerate() {
            if at == 0 && at_top {
                need.fixed += piece.head.as_ref().map_or(0.0, |head| head.height);
            } else {
                need.fixed += piece.above;
            }
            if piece.scales.is_some() {
                need.shrinks += piece.height;
            } else {
                need.fixed += piece.height;
            }
        }
        need
    }

    /// At which scale the group from `start` fits on the last page, and up to which piece that scale holds: two figures in a row
    /// that fit together are of one size, and one that stays alone takes the room that is left. Up to 0 where it does not fit.
    fn scale(&self, pieces: &[Piece], ends: &[usize], start: usize) -> (f64, usize) {
        let end = ends[start];
        let room = HEIGHT - self.filled;
        let scale_of = |end: usize| self.need(&pieces[start..end], self.at_top()).scale(room);
        let has_figure = |pieces: &[Piece]| pieces.iter().any(|piece| piece.scales.is_some());
        let single = scale_of(end).map_or((1.0, 0), |scale| (scale, end));
        if !(has_figure(&pieces[start..end]) && end < pieces.len() && has_figure(&pieces[end..ends[end]])) {
            return single;
        }
        if let Some(scale) = scale_of(ends[end]) {
            return (scale, ends[end]);
        }
        if single.1 == 0 || single.0 < 1.0 {
            return single;
        }
        // the next figure leaves the rest of the page empty in any case
        let most = pieces[start..end]
            .iter()
            .filter_map(|piece| piece.scales)
            .fold(f64::INFINITY, f64::min);
        let need = self.need(&pieces[start..end], self.at_top());
        (((room - need.fixed) / need.shrinks).clamp(1.0, most.max(1.0)), end)
    }

    /// Puts a piece below the others, on a page of its own where it no longer fits.
    fn place(&mut self, piece: &Piece, scale: f64) {
        let scale = if piece.scales.is_some() { scale } else { 1.0 };
        let height = piece.height * scale;
        if !self.at_top() && self.filled + piece.above + height > HEIGHT + SLACK {
            self.turn();
        }
        let mut top = self.filled + piece.above;
        if self.at_top() {
            top = 0.0;
            if let Some(head) = &piece.head {
                top = head.height;
                self.draw(&head.marks, 0.0, 1.0);
            }
        }
        self.draw(&piece.marks, top, scale);
        self.filled = top + height;
    }

    fn draw(&mut self, marks: &[Mark], top: f64, scale: f64) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.extend(marks.iter().cloned().map(|mark| mark.scaled(scale).lowered(top)));
        }
    }
}
