//! What the marks of the pages are parts of: headings, paragraphs, tables, figures, in the order of reading.

/// A part of the document, by its number in the [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part(usize);

impl Part {
    pub(super) const fn index(self) -> usize {
        self.0
    }
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Section,
    /// With its level, 1 for the title, and its text.
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    /// The sign before an item.
    Sign,
    ItemText,
    Table,
    Caption,
    TableHead,
    TableBody,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    /// A picture, with what it shows for those who cannot see it.
    Picture(String),
}

/// A part with those inside of it.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub role: Role,
    pub inner: Vec<Part>,
}

/// All parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Structure {
    nodes: Vec<Node>,
    /// Those that are in no other.
    pub roots: Vec<Part>,
}

impl Structure {
    /// Begins a part inside of another, or of the document, behind those that are there.
    pub(super) fn add(&mut self, within: Option<Part>, role: Role) -> Part {
        let part = Part(self.nodes.len());
        self.nodes.push(Node { role, inner: Vec::new() });
        match within {
            Some(Part(outer)) => self.nodes[outer].inner.push(part),
            None => self.roots.push(part),
        }
        part
    }

    pub(super) fn get(&self, part: Part) -> &Node {
        &self.nodes[part.0]
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }
}
