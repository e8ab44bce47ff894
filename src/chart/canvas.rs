//! What a chart is drawn on: shapes and text in pixels, remembered until the whole is turned into SVG.
//!
//! plotters draws every shape. It does so on a grid four times finer than the picture, since its coordinates are whole numbers. Text is
//! set here: plotters anchors it by the height of a letter that each program takes from another font, and draws it under later shapes.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle};
use plotters::style::{Color, RGBAColor, ShapeStyle};

use super::ChartError;
use super::font::{self, FAMILY, Weight, font_face_css};
use super::geometry::{Point, Rect, crosses};
use super::text::escaped;
use super::theme::{Rgb, text_size};

/// Steps of plotters' grid in one pixel.
const GRID: f64 = 4.0;
/// Nothing is drawn further out than this [px]: far outside of every picture, and a whole number on the grid.
const FAR: f64 = 50_000.0;

/// A pen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub colour: Rgb,
    pub width: f64,
    /// Length of dash and gap [px]; `None`: solid.
    pub dash: Option<(f64, f64)>,
}

impl Pen {
    pub(super) const fn solid(colour: Rgb, width: f64) -> Self {
        Self { colour, width, dash: None }
    }

    pub(super) const fn dashed(colour: Rgb, width: f64) -> Self {
        Self {
            colour,
            width,
            dash: Some((7.0, 5.0)),
        }
    }
}

#[derive(Debug, Clone)]
enum Shape {
    Line { points: Vec<Point>, pen: Pen },
    Area { points: Vec<Point>, colour: Rgb, opacity: f64 },
    Bar { rect: Rect, colour: Rgb },
    Disc { centre: Point, radius: f64, colour: Rgb },
}

/// Which point of a text stands at its `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub text: String,
    pub x: f64,
    /// Base line.
    pub y: f64,
    pub size: f64,
    pub weight: Weight,
    pub colour: Rgb,
    pub anchor: Anchor,
    /// Colour of an edge around the letters, which keeps lines behind them apart.
    pub halo: Option<Rgb>,
}

impl Text {
    /// Ordinary text that starts at `x` on the base line `y`.
    pub(super) fn new(text: impl Into<String>, x: f64, y: f64, colour: Rgb) -> Self {
        Self {
            text: text.into(),
            x,
            y,
            size: text_size::LABEL,
            weight: Weight::Regular,
            colour,
            anchor: Anchor::Start,
            halo: None,
        }
    }

    pub(super) const fn size(mut self, size: f64) -> Self {
        self.size = size;
        self
    }

    pub(super) const fn bold(mut self) -> Self {
        self.weight = Weight::SemiBold;
        self
    }

    pub(super) const fn anchor(mut self, anchor: Anchor) -> Self {
        self.anchor = anchor;
        self
    }

    pub(super) const fn halo(mut self, ground: Rgb) -> Self {
        self.halo = Some(ground);
        self
    }

    /// Moves it so that its capitals are centred on `y`.
    pub(super) fn centred_on(mut self, y: f64) -> Self {
        // Inter's capitals are 0.727 of its size high.
        self.y = y + 0.3635 * self.size;
        self
    }

    pub(super) fn width(&self) -> f64 {
        font::width(&self.text, self.size, self.weight)
    }

    /// The box that its letters fill, descenders included.
    pub(super) fn rect(&self) -> Rect {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Rect {
            left,
            top: self.y - 0.76 * self.size,
            right: left + width,
            bottom: self.y + 0.21 * self.size,
        }
    }
}

/// A picture in the making.
#[derive(Debug, Clone)]
pub(super) struct Canvas {
    pub width: f64,
    pub height: f64,
    background: Rgb,
    shapes: Vec<Shape>,
    /// Each text with its box, measured once.
    texts: Vec<(Text, Rect)>,
}

impl Canvas {
    pub(super) fn new((width, height): (u32, u32), background: Rgb) -> Self {
        Self {
            width: f64::from(width),
            height: f64::from(height),
            background,
            shapes: Vec::new(),
            texts: Vec::new(),
        }
    }

    /// A line through points; those that are no numbers are left out.
    pub(super) fn line(&mut self, points: impl IntoIterator<Item = Point>, pen: Pen) {
        let points: Vec<Point> = points.into_iter().filter(is_number).collect();
        if points.len() > 1 {
            self.shapes.push(Shape::Line { points, pen });
        }
    }

    /// A filled polygon.
    pub(super) fn area(&mut self, points: impl IntoIterator<Item = Point>, colour: Rgb, opacity: f64) {
        let points: Vec<Point> = points.into_iter().filter(is_number).collect();
        if points.len() > 2 {
            self.shapes.push(Shape::Area { points, colour, opacity });
        }
    }

    /// A filled rectangle.
    pub(super) fn bar(&mut self, rect: Rect, colour: Rgb) {
        if is_number(&(rect.left, rect.top)) && is_number(&(rect.right, rect.bottom)) {
            self.shapes.push(Shape::Bar { rect, colour });
        }
    }

    /// The edge of a rectangle, its line inside.
    pub(super) fn frame(&mut self, rect: Rect, pen: Pen) {
        let r = rect.grown(-pen.width / 2.0);
        let corners = [(r.left, r.top), (r.right, r.top), (r.right, r.bottom), (r.left, r.bottom)];
        // The line ends a little beyond its start, so that the first corner is closed.
        self.line(corners.into_iter().chain([corners[0], corners[1]]), pen);
    }

    /// A filled circle.
    pub(super) fn disc(&mut self, centre: Point, radius: f64, colour: Rgb) {
        if is_number(&centre) {
            self.shapes.push(Shape::Disc { centre, radius, colour });
        }
    }

    /// A circle filled with the background: ○.
    pub(super) fn ring(&mut self, centre: Point, radius: f64, colour: Rgb) {
        self.disc(centre, radius, colour);
        self.disc(centre, radius - 2.4, self.background);
    }

    /// A line of text; an empty one is left out.
    pub(super) fn text(&mut self, text: Text) {
        if !text.text.is_empty() && is_number(&(text.x, text.y)) {
            let rect = text.rect();
            self.texts.push((text, rect));
        }
    }

    /// Whether `rect` lies in the picture and touches no text.
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        self.picture().contains(rect) && !self.texts.iter().any(|(_, taken)| taken.grown(4.0).overlaps(rect))
    }

    /// Whether a stretch runs through text.
    pub(super) fn text_between(&self, from: Point, to: Point) -> bool {
        self.texts.iter().any(|(_, taken)| crosses(from, to, *taken))
    }

    /// How many lines run through `rect`, or dots touch it.
    pub(super) fn lines_through(&self, rect: Rect) -> usize {
        let runs_through = |shape: &&Shape| match shape {
            Shape::Line { points, .. } => points.windows(2).any(|ends| crosses(ends[0], ends[1], rect)),
            Shape::Disc { centre, radius, .. } => crosses(*centre, *centre, rect.grown(*radius)),
            _ => false,
        };
        self.shapes.iter().filter(runs_through).count()
    }

    /// The whole picture.
    pub(super) const fn picture(&self) -> Rect {
        Rect {
            left: 0.0,
            top: 0.0,
            right: self.width,
            bottom: self.height,
        }
    }

    /// Everything that was written, for tests of the layout.
    #[cfg(test)]
    pub(super) fn texts(&self) -> &[(Text, Rect)] {
        &self.texts
    }

    /// The picture as SVG. `title` and `description` are for those who hear it read; `carry_font` puts the font inside.
    pub(super) fn svg(&self, title: &str, description: &str, carry_font: bool) -> Result<String, ChartError> {
        let grid = |x: f64| (x * GRID).round() as u32;
        let mut drawn = String::new();
        {
            let area = SVGBackend::with_string(&mut drawn, (grid(self.width), grid(self.height))).into_drawing_area();
            self.draw_shapes(&area).map_err(ChartError::drawing)?;
            area.present().map_err(ChartError::drawing)?;
        }
        // plotters wrote `<svg …>`, the shapes and `</svg>`: the root is ours, because the size of the picture is.
        let shapes = drawn.split_once('>').map_or("", |(_, rest)| rest);
        let shapes = shapes.trim().strip_suffix("</svg>").unwrap_or(shapes).trim();
        let texts: String = self.texts.iter().map(|(text, _)| svg_text(text)).collect();
        let font = if carry_font {
            let written: String = self.texts.iter().map(|(text, _)| text.text.as_str()).collect();
            format!("<style>\n{}</style>\n", font_face_css(&written))
        } else {
            String::new()
        };
        let (width, height) = (self.width, self.height);
        let (columns, rows) = (grid(width), grid(height));
        let (title, description) = (escaped(title), escaped(description));
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {columns} {rows}\" \
             role=\"img\" stroke-linejoin=\"round\">\n<title>{title}</title>\n<desc>{description}</desc>\n{font}{shapes}\n\
             <g font-family=\"{FAMILY}\" stroke-linejoin=\"round\">\n{texts}</g>\n</svg>\n"
        ))
    }

    fn draw_shapes(&self, area: &DrawingArea<SVGBackend, Shift>) -> Result<(), plotters::drawing::DrawingAreaErrorKind<std::io::Error>> {
        area.fill(&colour(self.background, 1.0))?;
        for shape in &self.shapes {
            match shape {
                Shape::Line { points, pen } => {
                    let style = ShapeStyle {
                        color: colour(pen.colour, 1.0),
                        filled: false,
                        stroke_width: (pen.width * GRID).round().max(1.0) as u32,
                    };
                    let points: Vec<_> = points.iter().map(on_grid).collect();
                    match pen.dash {
                        None => area.draw(&PathElement::new(points, style))?,
                        Some((dash, gap)) => {
                            let (dash, gap) = ((dash * GRID) as u32, (gap * GRID) as u32);
                            area.draw(&DashedPathElement::new(points, dash, gap, style))?;
                        }
                    }
                }
                Shape::Area {
                    points,
                    colour: c,
                    opacity,
                } => area.draw(&Polygon::new(
                    points.iter().map(on_grid).collect::<Vec<_>>(),
                    colour(*c, *opacity).filled(),
                ))?,
                Shape::Bar { rect, colour: c } => {
                    let corners = [on_grid(&(rect.left, rect.top)), on_grid(&(rect.right, rect.bottom))];
                    area.draw(&Rectangle::new(corners, colour(*c, 1.0).filled()))?;
                }
                Shape::Disc { centre, radius, colour: c } => {
                    area.draw(&Circle::new(on_grid(centre), radius * GRID, colour(*c, 1.0).filled()))?
                }
            }
        }
        Ok(())
    }
}

fn is_number(point: &Point) -> bool {
    point.0.is_finite() && point.1.is_finite()
}

fn on_grid(point: &Point) -> (i32, i32) {
    let grid = |x: f64| (x.clamp(-FAR, FAR) * GRID).round() as i32;
    (grid(point.0), grid(point.1))
}

fn colour(rgb: Rgb, opacity: f64) -> RGBAColor {
    RGBAColor(rgb.0, rgb.1, rgb.2, opacity)
}

fn svg_text(text: &Text) -> String {
    let hex = |Rgb(r, g, b): Rgb| format!("#{r:02X}{g:02X}{b:02X}");
    let (x, y) = on_grid(&(text.x, text.y));
    let (size, weight, fill) = (text.size * GRID, text.weight.css(), hex(text.colour));
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let halo = text.halo.map_or_else(String::new, |ground| {
        format!(" paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{}\"", hex(ground), 5.0 * GRID)
    });
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\" text-anchor=\"{anchor}\"{halo}>{}</text>\n",
        escaped(&text.text)
    )
}
