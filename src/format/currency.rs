//! The symbol of a currency.

/// The symbol that stands for an ISO 4217 code where one is known to everybody who uses it and to nobody else; else the code itself.
///
/// Dollars other than the US dollar, and crowns, share a symbol: they keep their codes.
#[must_use]
pub fn symbol(iso_code: &str) -> &str {
    match iso_code {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        "JPY" => "¥",
        "VND" => "₫",
        "RUB" => "₽",
        "UAH" => "₴",
        "KZT" => "₸",
        "INR" => "₹",
        "KRW" => "₩",
        "TRY" => "₺",
        "PLN" => "zł",
        "ILS" => "₪",
        "GEL" => "₾",
        "PHP" => "₱",
        "NGN" => "₦",
        "THB" => "฿",
        other => other,
    }
}

/// Whether the currency of an ISO 4217 code is paid to the hundredth; the others have no smaller coin in use.
#[must_use]
pub fn has_cents(iso_code: &str) -> bool {
    !matches!(
        iso_code,
        "JPY" | "KRW" | "VND" | "IDR" | "CLP" | "PYG" | "ISK" | "HUF" | "UGX" | "XOF" | "XAF"
    )
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn a_code_without_symbol_stays_a_code() {
        assert_eq!(symbol("VND"), "₫");
        assert_eq!(symbol("SEK"), "SEK");
        assert_eq!(symbol("AUD"), "AUD");
    }
}
