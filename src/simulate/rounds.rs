//! Rounds: how many draws are held at once, and which.

use super::batch::{CHUNK, WIDTH};

/// Bytes that the draws of one round may take; what does not fit is streamed. A single chunk of very many rows takes more.
pub(super) const BYTES: usize = 128 << 20;

/// The rounds in which all draws are made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rounds {
    draws: usize,
    chunks: usize,
    /// Chunks of a round; the last one may have fewer.
    together: usize,
}

/// The draws of one round.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Its first draw.
    pub(super) first: usize,
    chunks: usize,
    pub(super) draws: usize,
    /// Whether more rounds follow.
    pub(super) more: bool,
}

impl Rounds {
    /// Rounds for so many draws, each with so many rows in a sheet, of about so many bytes.
    pub(super) fn new(draws: usize, rows: usize, bytes: usize) -> Self {
        let chunks = draws.div_ceil(CHUNK);
        Self {
            draws,
            chunks,
            together: (bytes / (rows * WIDTH * size_of::<f64>())).clamp(1, chunks),
        }
    }

    /// A sheet of so many rows for the draws of a round.
    pub(super) fn sheet(self, rows: usize) -> Vec<f64> {
        vec![0.0; rows * WIDTH * self.together]
    }

    /// Draws that are made: whole chunks.
    pub(super) const fn made(self) -> usize {
        self.chunks * CHUNK
    }

    /// Whether not all draws are held at once.
    pub(super) const fn are_streamed(self) -> bool {
        self.together < self.chunks
    }

    /// One round after the other.
    pub(super) fn parts(self) -> impl Iterator<Item = Part> {
        (0..self.chunks).step_by(self.together).map(move |first| {
            let chunks = self.together.min(self.chunks - first);
            Part {
                first: first * CHUNK,
                chunks,
                draws: (self.draws - first * CHUNK).min(chunks * CHUNK),
                more: first + chunks < self.chunks,
            }
        })
    }
}

impl Part {
    /// What of a sheet of so many rows this round takes.
    pub(super) fn of(self, sheet: &mut [f64], rows: usize) -> &mut [f64] {
        &mut sheet[..rows * WIDTH * self.chunks]
    }
}
