//! Streams: visits of the same quality run through the funnel together.
//!
//! Rates differ between sources only by their quality, so all sources of quality 1 are one stream, and each channel
//! with a quality of its own is another. Stream 0 has organic and referral visits in it.

use crate::math::Real;

use super::parameters::Param;

/// The qualities of a stream; `None`: 1.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Stream {
    pub(super) act_quality: Option<Param>,
    pub(super) convert_quality: Option<Param>,
}

/// Value of a quality.
#[inline(always)]
pub(super) fn quality<F: Real>(param: Option<Param>, params: &[F]) -> F {
    match param {
        Some(param) => param.of(params),
        None => F::one(),
    }
}

/// `p / (1 - p)`.
#[inline(always)]
pub(super) fn odds<F: Real>(rate: F) -> F {
    rate / (F::one() - rate)
}

/// `σ(ln odds)`.
#[inline(always)]
pub(super) fn rate<F: Real>(odds: F) -> F {
    // 1 / (1 + 1/odds) stays right where the odds are beyond all bounds
    F::one() / (F::one() + F::one() / odds)
}
