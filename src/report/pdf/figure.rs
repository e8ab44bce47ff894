//! Pictures: charts as drawings as wide as the text, and the logo.

use std::rc::Rc;

use krilla::image::Image;
use resvg::usvg;

use super::PdfError;
use super::flow::{described, text_pieces};
use super::piece::{Mark, Picture, Piece, Shape, bind};
use super::structure::{Part, Role, Structure};
use super::style::{CAPTION, FIGURE, HEIGHT, LOGO, WIDTH, above};
use crate::chart::{MARGIN, Theme, font_database};
use crate::report::document::{Figure, Logo};
use crate::scenario::LogoKind;

/// The most pixels of a logo: more would take a gigabyte of memory.
const MOST_PIXELS: u64 = 64_000_000;

/// A chart with its caption below it.
pub(super) fn pieces(figure: &Figure, theme: &Theme, structure: &mut Structure, within: Part) -> Result<Vec<Piece>, PdfError> {
    let tree = drawing(&figure.svg).map_err(|why| PdfError::Figure(figure.kind, why))?;
    let size = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let picture = Picture::Drawing(Box::new(tree));
    let part = structure.add(Some(within), Role::Picture(described(&figure.title, figure.kind.name())));
    // the margins of the chart stand in those of the page, so that its title begins where the text does
    let inner = (size.0 - 2.0 * MARGIN).max(size.0 / 2.0);
    let most = (WIDTH * size.0 / inner, FIGURE);
    let mut shown = placed(picture, part, size, most, above::FIGURE);
    for mark in &mut shown.marks {
        if let Shape::Picture { width, .. } = &mark.shape {
            mark.x = -width * (size.0 - inner) / 2.0 / size.0;
        }
    }
    // where a whole page is left for it, it becomes as wide as the text
    shown.scales = Some((most.0 * size.1 / size.0 / shown.height).min(0.6 * HEIGHT / shown.height).max(1.0));
    let caption = structure.add(Some(within), Role::Paragraph);
    let mut pieces = text_pieces(&figure.caption, CAPTION, theme.muted, Some(caption), (0.0, WIDTH), above::CAPTION);
    bind(&mut pieces);
    shown.with_next = !pieces.is_empty();
    pieces.insert(0, shown);
    Ok(pieces)
}

/// The logo.
pub(super) fn logo(logo: &Logo, part: Part) -> Result<Piece, PdfError> {
    let (picture, size) = match logo.kind {
        LogoKind::Svg => {
            let text = std::str::from_utf8(&logo.bytes).map_err(|error| PdfError::Logo(error.to_string()))?;
            let tree = drawing(text).map_err(PdfError::Logo)?;
            let size = (f64::from(tree.size().width()), f64::from(tree.size().height()));
            (Picture::Drawing(Box::new(tree)), size)
        }
        LogoKind::Png => {
            let image = Image::from_png(logo.bytes.clone().into(), true).map_err(PdfError::Logo)?;
            let (width, height) = image.size();
            if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
                return Err(PdfError::Logo(format!("{width} × {height} pixels")));
            }
            (Picture::Pixels(image), (f64::from(width), f64::from(height)))
        }
    };
    Ok(placed(picture, part, size, LOGO, 0.0))
}

/// A picture as large as `most` allows, its proportions kept.
fn placed(picture: Picture, part: Part, size: (f64, f64), most: (f64, f64), space: f64) -> Piece {
    let scale = (most.0 / size.0).min(most.1 / size.1);
    let (width, height) = (size.0 * scale, size.1 * scale);
    let picture = Rc::new(picture);
    let mark = Mark {
        part: Some(part),
        x: 0.0,
        y: 0.0,
        shape: Shape::Picture { picture, width, height },
    };
    Piece::new(space, height, vec![mark])
}

/// An SVG, its text set in the font of the charts. It may point to no other file, and pictures inside of it are left out.
fn drawing(svg: &str) -> Result<usvg::Tree, String> {
    let options = usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: font_database(),
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    };
    usvg::Tree::from_str(svg, &options).map_err(|error| error.to_string())
}
