//! Formulas: an expression that is written as a spreadsheet's formula and worked out as a spreadsheet would, so that a cell shows its
//! result before anything recalculates.

use std::ops::{Add, Div, Mul, Sub};

use rust_xlsxwriter::utility::column_number_to_name;

use crate::math::{exp, ln_1p};

/// A cell of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Place of the page in the book.
    pub page: usize,
    pub row: u32,
    pub column: u16,
}

/// Cells of a page in a rectangle, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub page: usize,
    /// First and last row.
    pub rows: (u32, u32),
    /// First and last column.
    pub columns: (u16, u16),
}

/// What a formula says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    Number(f64),
    Cell(Cell),
    /// `SUM`.
    Sum(Range),
    /// `MIN`.
    Least(Range),
    /// `MAX`.
    Largest(Range),
    /// Sum of the absolute values.
    Sizes(Range),
    /// `SUMPRODUCT` of two ranges of one shape.
    Products(Range, Range),
    Plus(Box<Expr>, Box<Expr>),
    Minus(Box<Expr>, Box<Expr>),
    Times(Box<Expr>, Box<Expr>),
    Over(Box<Expr>, Box<Expr>),
    /// `ABS`.
    Size(Box<Expr>),
    /// `(1+rate)^(-years)`.
    Discount {
        rate: Box<Expr>,
        years: Box<Expr>,
    },
    /// `IF(a<b,then,otherwise)`.
    IfLess(Box<[Expr; 4]>),
}

/// What formulas refer to: names of pages and the numbers of their cells.
pub(super) trait Lookup {
    /// The page's name.
    fn name(&self, page: usize) -> &str;
    /// The number of a cell; NaN where it has none.
    fn number(&self, page: usize, row: u32, column: u16) -> f64;
}

impl Cell {
    pub(super) const fn new(page: usize, row: u32, column: u16) -> Self {
        Self { page, row, column }
    }

    /// `'Plan'!C7`, without the page on that page itself.
    fn text(self, on: usize, book: &impl Lookup) -> String {
        format!("{}{}", prefix(self.page, on, book), place(self.row, self.column))
    }
}

impl Range {
    /// A column from one row to another.
    pub(super) const fn column(page: usize, column: u16, rows: (u32, u32)) -> Self {
        Self {
            page,
            rows,
            columns: (column, column),
        }
    }

    /// A row from one column to another.
    pub(super) const fn row(page: usize, row: u32, columns: (u16, u16)) -> Self {
        Self {
            page,
            rows: (row, row),
            columns,
        }
    }

    fn text(self, on: usize, book: &impl Lookup) -> String {
        let (from, to) = (place(self.rows.0, self.columns.0), place(self.rows.1, self.columns.1));
        format!("{}{from}:{to}", prefix(self.page, on, book))
    }

    /// The numbers in it; text and empty cells count as little as in a spreadsheet.
    fn numbers(self, book: &impl Lookup) -> impl Iterator<Item = f64> {
        self.cells(book).filter(|number| !number.is_nan())
    }

    fn cells(self, book: &impl Lookup) -> impl Iterator<Item = f64> {
        (self.rows.0..=self.rows.1)
            .flat_map(move |row| (self.columns.0..=self.columns.1).map(move |column| book.number(self.page, row, column)))
    }
}

fn prefix(page: usize, on: usize, book: &impl Lookup) -> String {
    if page == on {
        String::new()
    } else {
        format!("'{}'!", book.name(page).replace('\'', "''"))
    }
}

fn place(row: u32, column: u16) -> String {
    format!("{}{}", column_number_to_name(column), row + 1)
}

/// A cell in a formula.
pub(super) const fn at(cell: Cell) -> Expr {
    Expr::Cell(cell)
}

/// A number in a formula.
pub(super) const fn number(number: f64) -> Expr {
    Expr::Number(number)
}

/// `then` where `a` is below `b`, else `otherwise`.
pub(super) fn if_less(a: Expr, b: Expr, then: Expr, otherwise: Expr) -> Expr {
    Expr::IfLess(Box::new([a, b, then, otherwise]))
}

macro_rules! operator {
    ($trait:ident $method:ident $variant:ident) => {
        impl $trait for Expr {
            type Output = Expr;

            fn $method(self, other: Expr) -> Expr {
                Expr::$variant(Box::new(self), Box::new(other))
            }
        }
    };
}

operator!(Add add Plus);
operator!(Sub sub Minus);
operator!(Mul mul Times);
operator!(Div div Over);

/// How tightly a formula holds together: sums, products, the rest.
const SUM: u8 = 1;
const PRODUCT: u8 = 2;
const WHOLE: u8 = 3;

impl Expr {
    pub(super) fn size(self) -> Self {
        Self::Size(Box::new(self))
    }

    /// What the formula comes to; NaN where it comes to no number.
    pub(super) fn value(&self, book: &impl Lookup) -> f64 {
        let of = |expr: &Self| expr.value(book);
        match self {
            Self::Number(number) => *number,
            Self::Cell(cell) => book.number(cell.page, cell.row, cell.column),
            Self::Sum(range) => range.numbers(book).fold(0.0, |sum, number| sum + number),
            Self::Least(range) => range.numbers(book).reduce(f64::min).unwrap_or(0.0),
            Self::Largest(range) => range.numbers(book).reduce(f64::max).unwrap_or(0.0),
            Self::Sizes(range) => range.numbers(book).fold(0.0, |sum, number| sum + number.abs()),
            Self::Products(a, b) => {
                let pairs = a.cells(book).zip(b.cells(book));
                let products = pairs.map(|(a, b)| a * b).filter(|product| !product.is_nan());
                products.fold(0.0, |sum, product| sum + product)
            }
            Self::Plus(a, b) => of(a) + of(b),
            Self::Minus(a, b) => of(a) - of(b),
            Self::Times(a, b) => of(a) * of(b),
            Self::Over(a, b) => of(a) / of(b),
            Self::Size(a) => of(a).abs(),
            Self::Discount { rate, years } => exp(-(of(years) * ln_1p(of(rate)))),
            Self::IfLess(parts) => {
                let [a, b, then, otherwise] = &**parts;
                match of(a).partial_cmp(&of(b)) {
                    Some(std::cmp::Ordering::Less) => of(then),
                    Some(_) => of(otherwise),
                    None => f64::NAN,
                }
            }
        }
    }

    /// The formula as it is written on a page, without the sign of equality.
    pub(super) fn text(&self, on: usize, book: &impl Lookup) -> String {
        self.within(0, on, book)
    }

    /// The same within one that holds together so tightly.
    fn within(&self, least: u8, on: usize, book: &impl Lookup) -> String {
        let of = |expr: &Self, least: u8| expr.within(least, on, book);
        let two = |a: &Self, sign: char, b: &Self, own: u8, right: u8| (format!("{}{sign}{}", of(a, own), of(b, right)), own);
        let (text, own) = match self {
            Self::Number(number) => (number.to_string(), if *number < 0.0 { 0 } else { WHOLE }),
            Self::Cell(cell) => (cell.text(on, book), WHOLE),
            Self::Sum(range) => (format!("SUM({})", range.text(on, book)), WHOLE),
            Self::Least(range) => (format!("MIN({})", range.text(on, book)), WHOLE),
            Self::Largest(range) => (format!("MAX({})", range.text(on, book)), WHOLE),
            Self::Sizes(range) => (format!("SUMPRODUCT(ABS({}))", range.text(on, book)), WHOLE),
            Self::Products(a, b) => (format!("SUMPRODUCT({},{})", a.text(on, book), b.text(on, book)), WHOLE),
            Self::Plus(a, b) => two(a, '+', b, SUM, SUM),
            Self::Minus(a, b) => two(a, '-', b, SUM, PRODUCT),
            Self::Times(a, b) => two(a, '*', b, PRODUCT, PRODUCT),
            Self::Over(a, b) => two(a, '/', b, PRODUCT, WHOLE),
            Self::Size(a) => (format!("ABS({})", of(a, 0)), WHOLE),
            Self::Discount { rate, years } => (format!("(1+{})^(-({}))", of(rate, PRODUCT), of(years, 0)), WHOLE),
            Self::IfLess(parts) => {
                let [a, b, then, otherwise] = &**parts;
                let text = format!("IF({}<{},{},{})", of(a, 0), of(b, 0), of(then, 0), of(otherwise, 0));
                (text, WHOLE)
            }
        };
        if own < least { format!("({text})") } else { text }
    }
}
