//! SVG → PNG, by resvg, with the embedded font and no other.

use resvg::{tiny_skia, usvg};

use super::ChartError;
use super::font;

/// Largest width or height of a PNG [px].
const LARGEST: f32 = 16_384.0;

/// Renders a chart's SVG, `scale` pixels for each unit of its size; 2 for slides and print.
///
/// # Errors
/// [`ChartError::Svg`] where the text is no SVG; [`ChartError::Scale`] where the picture would be empty or larger than 16 384 pixels.
pub fn to_png(svg: &str, scale: f32) -> Result<Vec<u8>, ChartError> {
    let options = usvg::Options {
        font_family: "Inter".to_owned(),
        fontdb: font::DATABASE.clone(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| ChartError::Svg(error.to_string()))?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    if !(width >= 1.0 && height >= 1.0 && width <= LARGEST && height <= LARGEST) {
        return Err(ChartError::Scale(scale));
    }
    let mut pixels = tiny_skia::Pixmap::new(width.round() as u32, height.round() as u32).ok_or(ChartError::Scale(scale))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| ChartError::Png(error.to_string()))
}
