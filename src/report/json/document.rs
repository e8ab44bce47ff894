//! A JSON document: its schema in front, a line for each key and each row.

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer as JsonSerializer};

#[derive(Serialize)]
struct Tagged<'a, T> {
    schema: &'static str,
    #[serde(flatten)]
    body: &'a T,
}

/// `body` with its schema tag in front, as text that ends with a line break.
///
/// # Panics
/// Never: keys are strings and nothing here can fail to serialize.
pub(super) fn document<T: Serialize>(schema: &'static str, body: &T) -> String {
    let mut bytes = Vec::new();
    let mut serializer = JsonSerializer::with_formatter(&mut bytes, Rows::default());
    Tagged { schema, body }
        .serialize(&mut serializer)
        .expect("results serialize into memory");
    bytes.push(b'\n');
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

/// JSON with one line for each key of the document and each row below it, so that people can read it and a diff is short.
#[derive(Default)]
struct Rows {
    depth: usize,
    has_value: bool,
}

impl Rows {
    /// Deeper than this everything stays on the line of its row.
    const DEEPEST_LINE: usize = 2;

    fn begin<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        writer.write_all(bracket)
    }

    fn item<W: ?Sized + io::Write>(&self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth <= Self::DEEPEST_LINE {
            self.line(writer)
        } else if first {
            Ok(())
        } else {
            writer.write_all(b" ")
        }
    }

    fn end<W: ?Sized + io::Write>(&mut self, writer: &mut W, bracket: &[u8]) -> io::Result<()> {
        let own_line = self.has_value && self.depth <= Self::DEEPEST_LINE;
        self.depth -= 1;
        self.has_value = true;
        if own_line {
            self.line(writer)?;
        }
        writer.write_all(bracket)
    }

    fn line<W: ?Sized + io::Write>(&self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Rows {
    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.item(writer, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.begin(writer, b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.end(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        self.item(writer, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _writer: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_has_a_line_for_each_key_and_each_row() {
        #[derive(Serialize)]
        struct Body {
            rows: Vec<Vec<f64>>,
            empty: Vec<f64>,
            missing: Option<f64>,
            infinite: f64,
        }
        let body = Body {
            rows: vec![vec![1.0, 0.1], vec![1e300]],
            empty: vec![],
            missing: None,
            infinite: f64::INFINITY,
        };
        assert_eq!(
            document("osa/test/1", &body),
            r#"{
  "schema": "osa/test/1",
  "rows": [
    [1.0, 0.1],
    [1e+300]
  ],
  "empty": [],
  "missing": null,
  "infinite": null
}
"#
        );
    }
}
