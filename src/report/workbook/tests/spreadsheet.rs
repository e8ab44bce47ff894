//! A tiny spreadsheet: works out the formulas of a file as they are written, knowing nothing of how they were made.

use super::read::{File, Value, place};

/// One formula being read.
struct Reading<'a> {
    file: &'a File,
    /// The page that it stands on.
    on: &'a str,
    rest: &'a str,
}

/// What a formula comes to on a page, from the values that the file holds.
pub fn evaluate(file: &File, on: &str, formula: &str) -> f64 {
    let mut reading = Reading { file, on, rest: formula };
    let value = reading.sum();
    assert!(reading.rest.is_empty(), "{formula}: {} is left over", reading.rest);
    value
}

impl<'a> Reading<'a> {
    fn take(&mut self, text: &str) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take("+") {
                value += self.product();
            } else if self.take("-") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            if self.take("*") {
                value *= self.power();
            } else if self.take("/") {
                value /= self.power();
            } else {
                return value;
            }
        }
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a spreadsheet's own power is the platform's, and is compared to some digits less"
    )]
    fn power(&mut self) -> f64 {
        let base = self.atom();
        if self.take("^") { base.powf(self.atom()) } else { base }
    }

    fn close(&mut self) {
        assert!(self.take(")"), "no end of a parenthesis before {}", self.rest);
    }

    fn comma(&mut self) {
        assert!(self.take(","), "no comma before {}", self.rest);
    }

    fn atom(&mut self) -> f64 {
        if self.take("-") {
            return -self.atom();
        }
        if self.take("SUMPRODUCT(ABS(") {
            let range = self.range();
            self.close();
            self.close();
            return range.into_iter().flatten().map(f64::abs).sum();
        }
        if self.take("SUMPRODUCT(") {
            let a = self.range();
            self.comma();
            let b = self.range();
            self.close();
            assert_eq!(a.len(), b.len());
            return a.into_iter().zip(b).filter_map(|(a, b)| Some(a? * b?)).sum();
        }
        for (name, of) in [
            ("SUM(", (|a, b| a + b) as fn(f64, f64) -> f64),
            ("MIN(", f64::min),
            ("MAX(", f64::max),
        ] {
            if self.take(name) {
                let range = self.range();
                self.close();
                return range.into_iter().flatten().reduce(of).unwrap_or(0.0);
            }
        }
        if self.take("ABS(") {
            let value = self.sum();
            self.close();
            return value.abs();
        }
        if self.take("IF(") {
            let a = self.sum();
            assert!(self.take("<"), "no comparison before {}", self.rest);
            let b = self.sum();
            self.comma();
            let then = self.sum();
            self.comma();
            let otherwise = self.sum();
            self.close();
            return if a < b { then } else { otherwise };
        }
        if self.take("(") {
            let value = self.sum();
            self.close();
            return value;
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(self.rest.len());
            let (number, rest) = self.rest.split_at(end);
            self.rest = rest;
            return number.parse().expect("a number");
        }
        let (page, at) = self.cell();
        self.value(page, at).unwrap_or(f64::NAN)
    }

    /// A cell, on this page or on another.
    fn cell(&mut self) -> (&'a str, (u32, u16)) {
        let page = if self.take("'") {
            let (page, rest) = self.rest.split_once("'!").expect("a page");
            self.rest = rest;
            page
        } else {
            self.on
        };
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        (page, place(text))
    }

    fn range(&mut self) -> Vec<Option<f64>> {
        let (page, from) = self.cell();
        assert!(self.take(":"), "no range before {}", self.rest);
        let (_, to) = self.cell();
        let rows = from.0..=to.0;
        rows.flat_map(|row| (from.1..=to.1).map(move |column| (row, column)))
            .map(|at| self.value(page, at))
            .collect()
    }

    fn value(&self, page: &str, at: (u32, u16)) -> Option<f64> {
        match self.file.page(page).get(&at)?.value {
            Value::Number(number) => Some(number),
            Value::Text(_) => None,
        }
    }
}
