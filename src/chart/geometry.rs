//! Points, rectangles, and where labels go.

/// x to the right, y downwards [px].
pub(super) type Point = (f64, f64);

/// A rectangle along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub(super) const fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(super) const fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Larger by `by` on every side.
    pub(super) const fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The smallest one that holds both.
    pub(super) const fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub(super) fn contains(self, other: Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }
}

/// Whether the stretch from `a` to `b` touches `rect` (Liang and Barsky 1984).
pub(super) fn crosses(a: Point, b: Point, rect: Rect) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (step, room) in [
        (-dx, a.0 - rect.left),
        (dx, rect.right - a.0),
        (-dy, a.1 - rect.top),
        (dy, rect.bottom - a.1),
    ] {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter <= leave
}

/// Moves intervals of height `heights` apart that want to be centred on `wanted`, within `top` and `bottom`, each as little as
/// need be. Their order stays; where there is no room for all, they start at `top`.
pub(super) fn spread(wanted: &[f64], heights: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]).then(a.cmp(&b)));
    let mut centres = vec![0.0; wanted.len()];
    let mut edge = top;
    for &i in &order {
        centres[i] = (wanted[i]).max(edge + heights[i] / 2.0);
        edge = centres[i] + heights[i] / 2.0;
    }
    let mut edge = bottom;
    for &i in order.iter().rev() {
        centres[i] = centres[i].min(edge - heights[i] / 2.0);
        edge = centres[i] - heights[i] / 2.0;
    }
    if edge < top {
        let mut edge = top;
        for &i in &order {
            centres[i] = edge + heights[i] / 2.0;
            edge += heights[i];
        }
    }
    centres
}

/// At most about `most` points of a line that looks the same: of each run of points its first, lowest, highest and last.
pub(super) fn thinned(points: &[Point], most: usize) -> Vec<Point> {
    if points.len() <= most.max(4) {
        return points.to_vec();
    }
    let run = points.len().div_ceil((most / 4).max(1));
    points
        .chunks(run)
        .flat_map(|chunk| {
            let by_height = |a: &usize, b: &usize| chunk[*a].1.total_cmp(&chunk[*b].1);
            let lowest = (0..chunk.len()).min_by(by_height).unwrap_or(0);
            let highest = (0..chunk.len()).max_by(by_height).unwrap_or(0);
            let mut kept = [0, lowest, highest, chunk.len() - 1];
            kept.sort_unstable();
            let mut last = None;
            kept.into_iter()
                .filter(move |&i| last.replace(i) != Some(i))
                .map(|i| chunk[i])
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The stretch of a curve between two abscissas, its ends included.
pub(super) fn piece(points: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    if from.is_nan() || to.is_nan() || to <= from {
        return Vec::new();
    }
    let end = |x: f64| height_at(points, x).map(|y| (x, y));
    let inside = points.iter().copied().filter(|(x, _)| *x > from && *x < to);
    let last = points.last().map_or(0.0, |(x, _)| *x);
    end(from.min(last)).into_iter().chain(inside).chain(end(to.min(last))).collect()
}

/// Height of a curve at an abscissa, on the straight line between the points beside it; `None` beyond its last point.
pub(super) fn height_at(points: &[(f64, f64)], at: f64) -> Option<f64> {
    let after = points.partition_point(|(x, _)| *x < at);
    let &(x1, y1) = points.get(after)?;
    if after == 0 || x1 == at {
        return (x1 == at).then_some(y1);
    }
    let (x0, y0) = points[after - 1];
    Some(y0 + (y1 - y0) * (at - x0) / (x1 - x0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_want_one_place_stand_side_by_side() {
        let centres = spread(&[50.0, 50.0, 52.0], &[10.0; 3], 0.0, 100.0);
        assert_eq!(centres, [50.0, 60.0, 70.0]);
        assert_eq!(spread(&[98.0, 99.0], &[10.0; 2], 0.0, 100.0), [85.0, 95.0]);
        assert_eq!(spread(&[20.0, 80.0], &[10.0; 2], 0.0, 100.0), [20.0, 80.0]);
        assert!(spread(&[], &[], 0.0, 1.0).is_empty());
    }

    #[test]
    fn thinning_keeps_ends_and_extremes() {
        let mut points: Vec<Point> = (0..10_000).map(|i| (f64::from(i), 0.0)).collect();
        points[5_003].1 = 9.0;
        let few = thinned(&points, 400);
        assert!(few.len() <= 410, "{}", few.len());
        assert!(few.contains(&(5_003.0, 9.0)));
        assert_eq!((few[0].0, few[few.len() - 1].0), (0.0, 9_999.0));
        assert!(few.windows(2).all(|ends| ends[0].0 < ends[1].0));
    }

    #[test]
    fn a_line_crosses_a_box_only_where_it_does() {
        let rect = Rect {
            left: 10.0,
            top: 10.0,
            right: 20.0,
            bottom: 20.0,
        };
        assert!(crosses((0.0, 0.0), (30.0, 30.0), rect));
        assert!(!crosses((0.0, 15.0), (9.0, 15.0), rect));
        assert!(!crosses((0.0, 25.0), (30.0, 22.0), rect));
        assert!(crosses((15.0, 15.0), (15.0, 15.0), rect));
    }
}
