//! The document as pieces, from the logo to the last row.

use super::PdfError;
use super::facts;
use super::figure;
use super::lines::{balanced, broken, cut};
use super::piece::{Mark, Piece, Shape, bind};
use super::structure::{Part, Role, Structure};
use super::style::{BODY, HAIRLINE, HEADING, INDENT, LEAD, LEAD_BAR, LEAD_INDENT, RULE, SECTION, SUBTITLE, TITLE, Type, WIDTH, above};
use super::table;
use crate::chart::{Rgb, Theme, clean};
use crate::report::document::{Block, Document, Section};

/// Everything that stands on the pages, in the order of reading.
pub(super) struct Flow {
    pub pieces: Vec<Piece>,
    pub structure: Structure,
    pub theme: Theme,
    pub accent: Rgb,
}

impl Flow {
    pub(super) fn of(document: &Document) -> Result<Self, PdfError> {
        let mut flow = Self {
            pieces: Vec::new(),
            structure: Structure::default(),
            theme: document.theme,
            accent: document.accent,
        };
        flow.opening(document)?;
        for section in &document.sections {
            flow.section(section)?;
        }
        Ok(flow)
    }

    /// The head of the first page: logo, title, for whom and when.
    fn opening(&mut self, document: &Document) -> Result<(), PdfError> {
        if let Some(logo) = &document.logo {
            let part = self
                .structure
                .add(None, Role::Picture(described(&logo.alternative, &document.title)));
            let piece = figure::logo(logo, part)?;
            self.pieces.push(piece);
        }
        let title = clean(&document.title);
        if !title.is_empty() {
            let part = self.structure.add(None, Role::Heading(1, title));
            let space = if document.logo.is_some() { 22.0 } else { 6.0 };
            self.title(part, &document.title, TITLE, self.theme.ink, space);
        }
        if !clean(&document.subtitle).is_empty() {
            let part = self.structure.add(None, Role::Paragraph);
            self.lines(part, &document.subtitle, SUBTITLE, self.theme.muted, 5.0);
        }
        let rule = [
            Mark::fill(0.0, 0.0, (WIDTH, HAIRLINE), self.theme.grid),
            Mark::fill(0.0, 0.0, (64.0, 2.5), self.accent),
        ];
        self.pieces.push(Piece::new(12.0, 2.5, rule.into()));
        Ok(())
    }

    fn section(&mut self, section: &Section) -> Result<(), PdfError> {
        let within = self.structure.add(None, Role::Section);
        let title = clean(&section.title);
        if !title.is_empty() {
            let part = self.structure.add(Some(within), Role::Heading(2, title.clone()));
            let first = self.pieces.len();
            self.title(part, &section.title, SECTION, self.accent, above::SECTION);
            if let Some(piece) = self.pieces.get_mut(first) {
                let shape = Shape::Bookmark(title);
                let (x, y) = (0.0, 0.0);
                piece.marks.push(Mark { part: None, x, y, shape });
            }
            self.keep_from(first);
        }
        let mut before: Option<&Block> = None;
        for block in &section.blocks {
            let first = self.pieces.len();
            self.block(block, within)?;
            // text keeps the same distance from a table, a card or a figure on both of its sides
            let stands_apart = matches!(before, Some(Block::Lead(_) | Block::Facts(_) | Block::Table(_) | Block::Figure(_)));
            if let Some(piece) = self.pieces.get_mut(first).filter(|_| stands_apart) {
                piece.above = piece.above.max(above::BLOCK);
            }
            before = Some(block);
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, within: Part) -> Result<(), PdfError> {
        match block {
            Block::Lead(sentences) => self.lead(sentences, within),
            Block::Paragraph(text) => {
                let first = self.pieces.len();
                let part = self.structure.add(Some(within), Role::Paragraph);
                self.lines(part, text, BODY, self.theme.ink, above::PARAGRAPH);
                bind(&mut self.pieces[first..]);
            }
            Block::Heading(text) => {
                let first = self.pieces.len();
                let part = self.structure.add(Some(within), Role::Heading(3, clean(text)));
                self.title(part, text, HEADING, self.theme.ink, above::HEADING);
                self.keep_from(first);
            }
            Block::List(items) => self.list(items, within),
            Block::Facts(cards) => {
                let pieces = facts::pieces(cards, &self.theme, self.accent, &mut self.structure, within);
                self.pieces.extend(pieces);
            }
            Block::Table(rows) => {
                let pieces = table::pieces(rows, &self.theme, &mut self.structure, within);
                self.pieces.extend(pieces);
            }
            Block::Figure(shown) => {
                let pieces = figure::pieces(shown, &self.theme, &mut self.structure, within)?;
                self.pieces.extend(pieces);
            }
        }
        Ok(())
    }

    /// A heading over the whole width.
    fn title(&mut self, part: Part, text: &str, of: Type, colour: Rgb, space: f64) {
        let lines = balanced(text, of, WIDTH);
        self.pieces.extend(line_pieces(lines, of, colour, Some(part), 0.0, space));
    }

    /// A text over the whole width.
    fn lines(&mut self, part: Part, text: &str, of: Type, colour: Rgb, space: f64) {
        self.pieces
            .extend(line_pieces(broken(text, of, WIDTH), of, colour, Some(part), 0.0, space));
    }

    /// The pieces from this one on stand on one page with the next.
    fn keep_from(&mut self, first: usize) {
        self.pieces[first..].iter_mut().for_each(|piece| piece.with_next = true);
    }

    /// Sentences with a bar beside them.
    fn lead(&mut self, sentences: &[String], within: Part) {
        let begin = self.pieces.len();
        for sentence in sentences {
            let part = self.structure.add(Some(within), Role::Paragraph);
            let first = self.pieces.len();
            let room = (LEAD_INDENT, WIDTH);
            let mut pieces = text_pieces(sentence, LEAD, self.theme.ink, Some(part), room, 0.0);
            bind(&mut pieces);
            // the space between two sentences belongs to the first of them, so that the bar runs through
            if first > begin
                && !pieces.is_empty()
                && let Some(last) = self.pieces.last_mut()
            {
                last.height += above::PARAGRAPH;
            }
            self.pieces.extend(pieces);
        }
        for piece in &mut self.pieces[begin..] {
            piece.marks.push(Mark::fill(0.0, 0.0, (LEAD_BAR, piece.height), self.accent));
        }
        if let Some(piece) = self.pieces.get_mut(begin) {
            piece.above = above::BLOCK;
        }
    }

    fn list(&mut self, items: &[String], within: Part) {
        let list = self.structure.add(Some(within), Role::List);
        for (number, item) in items.iter().enumerate() {
            let entry = self.structure.add(Some(list), Role::Item);
            let sign = self.structure.add(Some(entry), Role::Sign);
            let part = self.structure.add(Some(entry), Role::ItemText);
            let space = if number == 0 { above::PARAGRAPH } else { above::ITEM };
            let mut pieces = text_pieces(item, BODY, self.theme.ink, Some(part), (INDENT, WIDTH), space);
            bind(&mut pieces);
            if let Some(first) = pieces.first_mut() {
                let bullet = Mark::text(Some(sign), "•".to_owned(), 3.0, BODY.base(), BODY, self.accent);
                first.marks.insert(0, bullet);
            }
            self.pieces.extend(pieces);
        }
    }
}

/// A text between two distances from the left edge, a piece for each line, `space` above the first.
pub(super) fn text_pieces(text: &str, of: Type, colour: Rgb, part: Option<Part>, (left, right): (f64, f64), space: f64) -> Vec<Piece> {
    line_pieces(broken(text, of, right - left), of, colour, part, left, space)
}

fn line_pieces(lines: Vec<String>, of: Type, colour: Rgb, part: Option<Part>, left: f64, space: f64) -> Vec<Piece> {
    let piece = |(number, mut line): (usize, String)| {
        // what is read aloud or copied needs the space that stands at the end of the line
        line.push(' ');
        let text = Mark::text(part, line, left, of.base(), of, colour);
        Piece::new(if number == 0 { space } else { 0.0 }, of.leading, vec![text])
    };
    lines.into_iter().enumerate().map(piece).collect()
}

/// A description of a picture, or what stands for one: none may be without.
pub(super) fn described(text: &str, otherwise: &str) -> String {
    let text = clean(text);
    if text.is_empty() { clean(otherwise) } else { text }
}

/// The last line of a page: the document's, and the number of the page at the right.
pub(super) fn footer(document: &Document, page: usize, pages: usize, of: Type) -> Vec<Mark> {
    let number = format!("{page} / {pages}");
    let wide = super::fonts::width(&number, of);
    let colour = document.theme.muted;
    let line = cut(&document.footer, of, WIDTH - wide - 2.0 * INDENT);
    vec![
        Mark::fill(0.0, -of.leading - 2.0 * RULE, (WIDTH, HAIRLINE), document.theme.grid),
        Mark::text(None, line, 0.0, 0.0, of, colour),
        Mark::text(None, number, WIDTH - wide, 0.0, of, colour),
    ]
}
