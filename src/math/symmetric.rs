//! Eigenvalues and eigenvectors of a small symmetric matrix.

/// Sweeps over all pairs at most: a matrix of forty rows takes ten.
const SWEEPS: usize = 40;

/// Turns a symmetric matrix (`size * size`, in place) into one with its eigenvalues on the diagonal, and writes the eigenvectors into the rows of
/// `vectors` (as large), in no order. An entry beside the diagonal is left where it is below `small` times the root of the product of the two
/// diagonal entries, each more by `floor`.
///
/// Source: C. G. J. Jacobi (1846), with the rotations of G. H. Golub, C. F. Van Loan, *Matrix Computations*, 4th edition, 2013, 8.5.
pub(super) fn diagonalise(matrix: &mut [f64], size: usize, vectors: &mut [f64], floor: f64, small: f64) {
    for (at, entry) in vectors.iter_mut().enumerate() {
        *entry = if at / size == at % size { 1.0 } else { 0.0 };
    }
    for _ in 0..SWEEPS {
        let mut turned = false;
        for p in 0..size {
            for q in p + 1..size {
                let beside = matrix[p * size + q];
                let [at_p, at_q] = [p, q].map(|k| matrix[k * size + k]);
                if beside.abs() > small * ((at_p + floor) * (at_q + floor)).sqrt() {
                    turned = true;
                    let (cosine, sine) = rotation(at_p, at_q, beside);
                    turn_rows(matrix, size, (p, q), (cosine, sine));
                    for row in matrix.chunks_exact_mut(size) {
                        (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                    }
                    turn_rows(vectors, size, (p, q), (cosine, sine));
                }
            }
        }
        if !turned {
            return;
        }
    }
}

/// Cosine and sine of the smaller angle that makes the entry beside the diagonal zero.
fn rotation(at_p: f64, at_q: f64, beside: f64) -> (f64, f64) {
    let cotangent = (at_q - at_p) / (2.0 * beside);
    let tangent = 1.0_f64.copysign(cotangent) / (cotangent.abs() + (1.0 + cotangent * cotangent).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    (cosine, tangent * cosine)
}

fn turn_rows(matrix: &mut [f64], size: usize, (p, q): (usize, usize), (cosine, sine): (f64, f64)) {
    let (upper, lower) = matrix.split_at_mut(q * size);
    for (x, y) in upper[p * size..(p + 1) * size].iter_mut().zip(&mut lower[..size]) {
        (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_matrix_is_put_together_again() {
        for size in [1, 2, 3, 8, 40] {
            // Hilbert's matrix: its eigenvalues span all that a double holds
            let matrix: Vec<f64> = (0..size * size).map(|at| 1.0 / (1 + at / size + at % size) as f64).collect();
            let (mut diagonal, mut vectors) = (matrix.clone(), vec![0.0; size * size]);
            diagonalise(&mut diagonal, size, &mut vectors, 1e-12, 1e-12);
            for (at, entry) in matrix.iter().enumerate() {
                let (row, column) = (at / size, at % size);
                let back = |k: usize| vectors[k * size + row] * diagonal[k * size + k] * vectors[k * size + column];
                let together: f64 = (0..size).map(back).sum();
                // roundings of some hundred rotations
                assert!((together - entry).abs() < 1e-12, "{size}: {together}, not {entry}");
                let product: f64 = (0..size).map(|k| vectors[row * size + k] * vectors[column * size + k]).sum();
                assert!((product - f64::from(u8::from(row == column))).abs() < 1e-12, "{size}: {product}");
            }
        }
    }
}
