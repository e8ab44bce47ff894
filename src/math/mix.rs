//! Numbers from keys: whole numbers that are mixed until every bit of the result hangs on every bit of the key.

/// 2⁶⁴ over the golden ratio, odd: keys that are near come to lie far apart, and no two come to lie on one another.
pub const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// SplitMix64's last step (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014): one to one, every bit
/// of the result hangs on every bit of `x`.
#[inline(always)]
#[must_use]
pub const fn mix(x: u64) -> u64 {
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The middle of the slice of (0, 1) that the highest 52 bits name: strictly between its ends.
#[inline(always)]
#[must_use]
pub const fn between_0_and_1(bits: u64) -> f64 {
    // 1.bits less what leaves half of the last place: exact
    f64::from_bits(0x3ff0_0000_0000_0000 | bits >> 12) - (1.0 - f64::EPSILON / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_between_0_and_1() {
        assert_eq!(between_0_and_1(0), f64::EPSILON / 2.0);
        assert_eq!(between_0_and_1(u64::MAX), 1.0 - f64::EPSILON / 2.0);
        assert_eq!(between_0_and_1(1 << 63), 0.5 + f64::EPSILON / 2.0);
    }
}
