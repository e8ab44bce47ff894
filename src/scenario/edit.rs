//! Changes of a TOML document in place: comments and layout stay.

use toml_edit::{Array, Item, TableLike, Value};

/// Numbers of a list are wrapped at this width [characters].
const WIDTH: usize = 100;

/// The table of a channel, an action or a group; `list` is the key of their list in the table around it.
pub(super) fn find<'a>(root: &'a mut dyn TableLike, list: &str, name: &str) -> Option<&'a mut dyn TableLike> {
    let index = names(root, list).iter().position(|other| other == name)?;
    at(root, list, index)
}

/// The table of the channel, action or group with this index.
pub(super) fn at<'a>(root: &'a mut dyn TableLike, list: &str, index: usize) -> Option<&'a mut dyn TableLike> {
    match root.get_mut(list)? {
        Item::ArrayOfTables(tables) => tables.get_mut(index).map(|table| table as &mut dyn TableLike),
        Item::Value(Value::Array(array)) => match array.get_mut(index)? {
            Value::InlineTable(table) => Some(table),
            _ => None,
        },
        _ => None,
    }
}

/// The names of the channels, actions or groups, in the order of the file; empty where there is none.
pub(super) fn names(root: &dyn TableLike, list: &str) -> Vec<String> {
    let name = |table: &dyn TableLike| table.get("name").and_then(Item::as_str).unwrap_or_default().trim().to_owned();
    match root.get(list) {
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| name(table)).collect(),
        Some(Item::Value(Value::Array(array))) => array
            .iter()
            .map(|value| value.as_inline_table().map(|table| name(table)).unwrap_or_default())
            .collect(),
        _ => Vec::new(),
    }
}

/// Puts a value to a key; the comment behind the old value stays.
pub(super) fn replace(table: &mut dyn TableLike, key: &str, mut value: Value) {
    if let Some(Item::Value(old)) = table.get(key) {
        *value.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item @ Item::Value(_)) => *item = Item::Value(value),
        _ => {
            // What was a table has its layout in its key.
            table.remove(key);
            table.insert(key, Item::Value(value));
        }
    }
}

/// A number as a file shows it: whole where it is whole, else with as many digits as bring it back bit by bit.
pub(super) fn number(number: f64) -> Item {
    Item::Value(value(number))
}

/// Numbers as a list, also where all are equal.
pub(super) fn list(amounts: &[f64]) -> Value {
    Value::Array(wrapped(amounts))
}

/// The same as a value.
pub(super) fn value(number: f64) -> Value {
    // Whole numbers of f64 up to 2^53 are exact as i64.
    if number.fract() == 0.0 && number.abs() <= 9_007_199_254_740_992.0 {
        Value::from(number as i64)
    } else {
        Value::from(number)
    }
}

/// `[min, max]`.
pub(super) fn range((min, max): (f64, f64)) -> Item {
    Item::Value(Value::Array([value(min), value(max)].into_iter().collect()))
}

/// Amounts for each period: one number where all are equal, else a list, wrapped where it is long.
pub(super) fn series(amounts: &[f64]) -> Value {
    match amounts {
        [] => Value::Array(Array::new()),
        [first, rest @ ..] if rest.iter().all(|amount| amount.to_bits() == first.to_bits()) => value(*first),
        _ => Value::Array(wrapped(amounts)),
    }
}

fn wrapped(amounts: &[f64]) -> Array {
    let values: Vec<Value> = amounts.iter().map(|&amount| value(amount)).collect();
    let widths: Vec<usize> = values.iter().map(|value| value.to_string().trim().len() + 2).collect();
    let one_line = widths.iter().sum::<usize>() <= WIDTH;
    let mut array = Array::new();
    let mut column = WIDTH;
    for (mut value, width) in values.into_iter().zip(widths) {
        column += width;
        if !one_line && column > WIDTH {
            value.decor_mut().set_prefix("\n  ");
            column = 2 + width;
        } else {
            value.decor_mut().set_prefix(if array.is_empty() { "" } else { " " });
        }
        array.push_formatted(value);
    }
    if !one_line {
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
    array
}
