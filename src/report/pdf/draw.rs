//! Pages written with krilla: marks, bookmarks, structure, and what the file says of itself.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::Configuration;
#[cfg(test)]
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::{Document as Pdf, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::PdfError;
use super::flow::{Flow, footer};
use super::fonts::{Fonts, glyphs};
use super::pages::paginated;
use super::piece::{Mark, Picture, Shape};
use super::structure::{Part, Role, Structure};
use super::style::{FOOT, FOOTER, PAGE, SIDE, TOP};
use crate::chart::{Rgb, clean};
use crate::report::document::Document;

/// Whether krilla holds the file to the rules of PDF/UA-1 while it writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proof {
    /// For every document: also one with letters that the font lacks, which those rules forbid.
    Trusted,
    /// For tests: what breaks a rule is an error.
    #[cfg(test)]
    Accessible,
}

impl Proof {
    fn settings(self) -> Result<SerializeSettings, PdfError> {
        let configuration = match self {
            Self::Trusted => Configuration::default(),
            #[cfg(test)]
            Self::Accessible => ConfigurationBuilder::new()
                .with_accessibility_validator(Accessibility::UA1)
                .finish()
                .map_err(|error| PdfError::Writing(format!("{error:?}")))?,
        };
        Ok(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        })
    }
}

/// The whole file.
pub(super) fn written(document: &Document, proof: Proof) -> Result<Vec<u8>, PdfError> {
    let Flow { pieces, structure, .. } = Flow::of(document)?;
    let pages = paginated(pieces);
    let mut writer = Writer {
        fonts: Fonts::new()?,
        leaves: vec![Vec::new(); structure.len()],
        boxes: vec![None; structure.len()],
        outline: Outline::new(),
        page: 0,
    };
    let mut pdf = Pdf::new_with(proof.settings()?);
    let size = size(PAGE)?;
    for (number, page) in pages.iter().enumerate() {
        writer.page = number;
        let mut sheet = pdf.start_page_with(PageSettings::new(size));
        let mut surface = sheet.surface();
        writer.ground(&mut surface, document.theme.background)?;
        surface.push_transform(&Transform::from_translate(SIDE as f32, TOP as f32));
        for mark in &page.marks {
            writer.mark(&mut surface, mark)?;
        }
        for mark in footer(document, number + 1, pages.len(), FOOT) {
            writer.mark(&mut surface, &mark.lowered(FOOTER - TOP))?;
        }
        surface.pop();
        surface.finish();
        sheet.finish();
    }
    pdf.set_outline(std::mem::take(&mut writer.outline));
    let mut tags = TagTree::new().with_lang(Some(document.language.code().to_owned()));
    for &part in &structure.roots {
        if let Some(group) = writer.group(&structure, part) {
            tags.push(group);
        }
    }
    pdf.set_tag_tree(tags);
    pdf.set_metadata(metadata(document));
    pdf.finish().map_err(|error| PdfError::Writing(error.to_string()))
}

fn size((width, height): (f64, f64)) -> Result<Size, PdfError> {
    Size::from_wh(width as f32, height as f32).ok_or_else(|| PdfError::Writing(format!("a size of {width} × {height}")))
}

fn metadata(document: &Document) -> Metadata {
    let date = document.date;
    let created = DateTime::new(date.year().unsigned_abs())
        .month(date.month().unsigned_abs())
        .day(date.day().unsigned_abs());
    let mut metadata = Metadata::new()
        .title(clean(&document.title))
        .language(document.language.code().to_owned())
        .creator(concat!("osa ", env!("CARGO_PKG_VERSION")).to_owned())
        .creation_date(created);
    if let Some(author) = &document.author {
        metadata = metadata.authors(vec![clean(author)]);
    }
    if !clean(&document.subtitle).is_empty() {
        metadata = metadata.description(clean(&document.subtitle));
    }
    metadata
}

/// What is known while pages are written.
struct Writer {
    fonts: Fonts,
    /// For each part, what of it stands on the pages.
    leaves: Vec<Vec<Identifier>>,
    /// For each picture, its place.
    boxes: Vec<Option<BBox>>,
    outline: Outline,
    /// The page that is written, from 0.
    page: usize,
}

impl Writer {
    /// The paper's colour, where it is not white.
    fn ground(&self, surface: &mut Surface, colour: Rgb) -> Result<(), PdfError> {
        if colour == Rgb(255, 255, 255) {
            return Ok(());
        }
        let sheet = rect((0.0, 0.0), PAGE)?;
        surface.start_tagged(ContentTag::Artifact(Artifact::new(ArtifactType::Background, Some(sheet))));
        filled(surface, sheet, colour);
        surface.end_tagged();
        Ok(())
    }

    fn mark(&mut self, surface: &mut Surface, mark: &Mark) -> Result<(), PdfError> {
        let (x, y) = (mark.x, mark.y);
        if let Shape::Bookmark(title) = &mark.shape {
            // a little above the heading, so that it does not touch the edge of the window
            let place = Point::from_xy(SIDE as f32, (TOP + y - 12.0) as f32);
            let node = OutlineNode::new(title.clone(), XyzDestination::new(self.page, place));
            self.outline.push_child(node);
            return Ok(());
        }
        let content = match (&mark.shape, mark.part) {
            (_, None) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            (Shape::Text { .. }, Some(_)) => ContentTag::Span(SpanTag::empty()),
            (_, Some(_)) => ContentTag::Other,
        };
        let leaf = surface.start_tagged(content);
        match &mark.shape {
            Shape::Text { text, of, colour } => {
                surface.set_fill(Some(fill(*colour)));
                let (start, font) = (Point::from_xy(x as f32, y as f32), self.fonts.get(of.weight));
                surface.draw_glyphs(start, &glyphs(text, of.weight), font, text, of.size as f32, false);
            }
            Shape::Fill { width, height, colour } => filled(surface, rect((x, y), (*width, *height))?, *colour),
            Shape::Picture { picture, width, height } => {
                surface.push_transform(&Transform::from_translate(x as f32, y as f32));
                let size = size((*width, *height))?;
                match &**picture {
                    Picture::Drawing(tree) => {
                        surface.draw_svg(tree, size, SvgSettings::default());
                    }
                    Picture::Pixels(image) => surface.draw_image(image.clone(), size),
                }
                surface.pop();
                if let Some(part) = mark.part {
                    let place = rect((SIDE + x, TOP + y), (*width, *height))?;
                    self.boxes[part.index()] = Some(BBox::new(self.page, place));
                }
            }
            Shape::Bookmark(_) => {}
        }
        surface.end_tagged();
        if let Some(part) = mark.part {
            self.leaves[part.index()].push(leaf);
        }
        Ok(())
    }

    /// A part as krilla knows it; `None` where nothing of it stands on a page.
    fn group(&self, structure: &Structure, part: Part) -> Option<TagGroup> {
        let node = structure.get(part);
        let mut group = TagGroup::new(self.tag(&node.role, part));
        for &leaf in &self.leaves[part.index()] {
            group.push(leaf);
        }
        for &inner in &node.inner {
            // a cell without a text is still a cell of its row
            let empty_cell = matches!(structure.get(inner).role, Role::Cell | Role::RowHead | Role::ColumnHead);
            match self.group(structure, inner) {
                Some(inner) => group.push(inner),
                None if empty_cell => group.push(TagGroup::new(self.tag(&structure.get(inner).role, inner))),
                None => {}
            }
        }
        (!group.children.is_empty()).then_some(group)
    }

    fn tag(&self, role: &Role, part: Part) -> TagKind {
        match role {
            Role::Section => Tag::Section.into(),
            Role::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                Tag::Hn(level, Some(title.clone())).into()
            }
            Role::Paragraph => Tag::P.into(),
            Role::List => Tag::L(ListNumbering::Disc).into(),
            Role::Item => Tag::LI.into(),
            Role::Sign => Tag::Lbl.into(),
            Role::ItemText => Tag::LBody.into(),
            Role::Table => Tag::Table.into(),
            Role::Caption => Tag::Caption.into(),
            Role::TableHead => Tag::THead.into(),
            Role::TableBody => Tag::TBody.into(),
            Role::Row => Tag::TR.into(),
            Role::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Role::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Role::Cell => Tag::TD.into(),
            Role::Picture(alternative) => Tag::Figure(Some(alternative.clone())).with_bbox(self.boxes[part.index()]).into(),
        }
    }
}

fn fill(Rgb(red, green, blue): Rgb) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn rect((x, y): (f64, f64), (width, height): (f64, f64)) -> Result<Rect, PdfError> {
    Rect::from_xywh(x as f32, y as f32, width as f32, height as f32)
        .ok_or_else(|| PdfError::Writing(format!("a rectangle of {width} × {height}")))
}

fn filled(surface: &mut Surface, rect: Rect, colour: Rgb) {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(colour)));
        surface.draw_path(&path);
    }
}
