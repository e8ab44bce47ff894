//! Signals of control charts: a shape for each rule, so that none needs its colour.

use super::super::canvas::Canvas;
use super::super::geometry::Point;
use super::super::theme::Theme;
use crate::math::Rule;
use crate::say;
use crate::words::Words;

/// The rules in the order of the key.
pub(super) const RULES: [Rule; 3] = [Rule::Outside, Rule::EightOnOneSide, Rule::ThreeOfFour];

/// What a rule says, for the key.
pub(super) fn rule(words: Words, rule: Rule) -> String {
    match rule {
        Rule::Outside => say!(words, "lab-rule-outside"),
        Rule::EightOnOneSide => say!(words, "lab-rule-eight"),
        Rule::ThreeOfFour => say!(words, "lab-rule-three"),
    }
}

/// The word of a rule in the table.
pub(super) const fn word(rule: Rule) -> &'static str {
    match rule {
        Rule::Outside => "outside",
        Rule::EightOnOneSide => "eight_on_one_side",
        Rule::ThreeOfFour => "three_of_four",
    }
}

/// The mark of a rule around `centre`: a diamond, a square, a triangle.
pub(super) fn draw(canvas: &mut Canvas, theme: &Theme, of: Rule, centre: Point, radius: f64) {
    for (radius, colour) in [(radius + 2.0, theme.background), (radius, theme.accent)] {
        canvas.area(corners(of, centre, radius), colour, 1.0);
    }
}

fn corners(of: Rule, (x, y): Point, r: f64) -> Vec<Point> {
    match of {
        Rule::Outside => {
            let r = 1.25 * r;
            vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        }
        Rule::EightOnOneSide => {
            let r = 0.85 * r;
            vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        }
        Rule::ThreeOfFour => vec![(x, y - 1.15 * r), (x + 1.1 * r, y + 0.85 * r), (x - 1.1 * r, y + 0.85 * r)],
    }
}
