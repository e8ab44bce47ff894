//! Vector registers as lanes: 4 doubles with AVX2, 8 with AVX-512. All the unsafe text of the lanes is here.
//!
//! SAFETY, for every `unsafe` block: a value of [`Four`] or [`Eight`] exists only within a kernel that
//! [`Isa::run_lanes`](super::Isa::run_lanes) has started after the processor was seen to have the set: the types cannot be
//! named outside of this floor, and nothing else makes them. The instructions of a block are of that set alone
//! (AVX2 and FMA; AVX-512 F and DQ), and none of them reads or writes memory except `load` and `store`, whose
//! slices are as long as the register. Each is marked to be inlined, so that none is a call.

use std::arch::x86_64::{
    __m256d, __m256i, __m512d, __m512i, _CMP_EQ_OQ, _CMP_LT_OQ, _mm256_add_epi64, _mm256_add_pd, _mm256_and_si256, _mm256_andnot_pd,
    _mm256_blendv_pd, _mm256_castpd_si256, _mm256_castsi256_pd, _mm256_cmp_pd, _mm256_div_pd, _mm256_fmadd_pd, _mm256_loadu_pd,
    _mm256_max_pd, _mm256_min_pd, _mm256_movemask_pd, _mm256_mul_pd, _mm256_or_si256, _mm256_set1_epi64x, _mm256_set1_pd,
    _mm256_slli_epi64, _mm256_sqrt_pd, _mm256_srli_epi64, _mm256_storeu_pd, _mm256_sub_epi64, _mm256_sub_pd, _mm256_xor_pd,
    _mm512_add_epi64, _mm512_add_pd, _mm512_and_si512, _mm512_andnot_pd, _mm512_castpd_si512, _mm512_castsi512_pd, _mm512_cmp_pd_mask,
    _mm512_div_pd, _mm512_fmadd_pd, _mm512_loadu_pd, _mm512_mask_blend_pd, _mm512_max_pd, _mm512_min_pd, _mm512_mul_pd, _mm512_or_si512,
    _mm512_scalef_pd, _mm512_set1_epi64, _mm512_set1_pd, _mm512_slli_epi64, _mm512_sqrt_pd, _mm512_srli_epi64, _mm512_storeu_pd,
    _mm512_sub_epi64, _mm512_sub_pd, _mm512_xor_pd,
};
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

use super::lanes::Lanes;
use super::primitive::{Bits, MANTISSA_PLACES, Primitive};

/// 4 doubles in a register of AVX2.
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub struct Four(__m256d);

/// The bits of 4 doubles.
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub struct FourBits(__m256i);

/// 8 doubles in a register of AVX-512.
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub struct Eight(__m512d);

/// The bits of 8 doubles.
#[derive(Debug, Clone, Copy)]
#[repr(transparent)]
pub struct EightBits(__m512i);

/// What both registers have under two names.
macro_rules! register {
    ($lanes:ident, $bits:ident, $count:literal, $load:ident $store:ident $splat:ident $splat_bits:ident
     $add:ident $sub:ident $mul:ident $div:ident $fused:ident $root:ident $min:ident $max:ident
     $xor:ident $and_not:ident $to_bits:ident $of_bits:ident
     $plus:ident $minus:ident $and:ident $or:ident $down:ident $up:ident; $($own:tt)*) => {
        impl Add for $lanes {
            type Output = Self;
            #[inline(always)]
            fn add(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $add(self.0, other.0) })
            }
        }

        impl Sub for $lanes {
            type Output = Self;
            #[inline(always)]
            fn sub(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $sub(self.0, other.0) })
            }
        }

        impl Mul for $lanes {
            type Output = Self;
            #[inline(always)]
            fn mul(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $mul(self.0, other.0) })
            }
        }

        impl Div for $lanes {
            type Output = Self;
            #[inline(always)]
            fn div(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $div(self.0, other.0) })
            }
        }

        impl Neg for $lanes {
            type Output = Self;
            #[inline(always)]
            fn neg(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $xor(self.0, $splat(-0.0)) })
            }
        }

        impl AddAssign for $lanes {
            #[inline(always)]
            fn add_assign(&mut self, other: Self) {
                *self = *self + other;
            }
        }

        impl SubAssign for $lanes {
            #[inline(always)]
            fn sub_assign(&mut self, other: Self) {
                *self = *self - other;
            }
        }

        impl Lanes for $lanes {
            const COUNT: usize = $count;

            #[inline(always)]
            fn load(values: &[f64]) -> Self {
                let values = &values[..$count];
                // SAFETY: see above; the slice is as long as the register.
                Self(unsafe { $load(values.as_ptr()) })
            }
            #[inline(always)]
            fn store(self, values: &mut [f64]) {
                let values = &mut values[..$count];
                // SAFETY: see above; the slice is as long as the register.
                unsafe { $store(values.as_mut_ptr(), self.0) }
            }
        }

        impl Primitive for $lanes {
            type Bits = $bits;

            $($own)*

            #[inline(always)]
            fn splat(value: f64) -> Self {
                // SAFETY: see above.
                Self(unsafe { $splat(value) })
            }
            #[inline(always)]
            fn fused(self, factor: Self, term: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $fused(self.0, factor.0, term.0) })
            }
            #[inline(always)]
            fn magnitude(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $and_not($splat(-0.0), self.0) })
            }
            #[inline(always)]
            fn root(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $root(self.0) })
            }
            #[inline(always)]
            fn lesser(self, other: Self) -> Self {
                // The instruction gives its second operand where the first is not less: NaN and equal numbers as well.
                // SAFETY: see above.
                Self(unsafe { $min(other.0, self.0) })
            }
            #[inline(always)]
            fn greater(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $max(other.0, self.0) })
            }
            #[inline(always)]
            fn where_lt(self, bound: Self, then: Self, otherwise: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $lanes::choose::<_CMP_LT_OQ>(self.0, bound.0, then.0, otherwise.0) })
            }
            #[inline(always)]
            fn where_eq(self, other: Self, then: Self, otherwise: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $lanes::choose::<_CMP_EQ_OQ>(self.0, other.0, then.0, otherwise.0) })
            }
            #[inline(always)]
            fn everywhere_lt(self, bound: f64) -> bool {
                // SAFETY: see above.
                unsafe { $lanes::all_below(self.0, $splat(bound)) }
            }
            #[inline(always)]
            fn bits(self) -> $bits {
                // SAFETY: see above.
                $bits(unsafe { $to_bits(self.0) })
            }
            #[inline(always)]
            fn of_bits(bits: $bits) -> Self {
                // SAFETY: see above.
                Self(unsafe { $of_bits(bits.0) })
            }
        }

        impl Bits for $bits {
            #[inline(always)]
            fn splat(bits: u64) -> Self {
                // SAFETY: see above.
                Self(unsafe { $splat_bits(bits.cast_signed()) })
            }
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $plus(self.0, other.0) })
            }
            #[inline(always)]
            fn minus(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $minus(self.0, other.0) })
            }
            #[inline(always)]
            fn and(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $and(self.0, other.0) })
            }
            #[inline(always)]
            fn or(self, other: Self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $or(self.0, other.0) })
            }
            #[inline(always)]
            fn halved(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $down::<1>(self.0) })
            }
            #[inline(always)]
            fn exponent_down(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $down::<{ MANTISSA_PLACES as _ }>(self.0) })
            }
            #[inline(always)]
            fn exponent_up(self) -> Self {
                // SAFETY: see above.
                Self(unsafe { $up::<{ MANTISSA_PLACES as _ }>(self.0) })
            }
        }
    };
}

impl Four {
    /// # Safety
    /// The processor has AVX.
    #[inline(always)]
    unsafe fn choose<const COMPARISON: i32>(a: __m256d, b: __m256d, then: __m256d, otherwise: __m256d) -> __m256d {
        // SAFETY: see above.
        unsafe { _mm256_blendv_pd(otherwise, then, _mm256_cmp_pd::<COMPARISON>(a, b)) }
    }

    /// # Safety
    /// The processor has AVX.
    #[inline(always)]
    unsafe fn all_below(a: __m256d, bound: __m256d) -> bool {
        // SAFETY: see above.
        unsafe { _mm256_movemask_pd(_mm256_cmp_pd::<_CMP_LT_OQ>(a, bound)) == 0b1111 }
    }
}

impl Eight {
    /// # Safety
    /// The processor has AVX-512 F.
    #[inline(always)]
    unsafe fn choose<const COMPARISON: i32>(a: __m512d, b: __m512d, then: __m512d, otherwise: __m512d) -> __m512d {
        // SAFETY: see above.
        unsafe { _mm512_mask_blend_pd(_mm512_cmp_pd_mask::<COMPARISON>(a, b), otherwise, then) }
    }

    /// # Safety
    /// The processor has AVX-512 F.
    #[inline(always)]
    unsafe fn all_below(a: __m512d, bound: __m512d) -> bool {
        // SAFETY: see above.
        unsafe { _mm512_cmp_pd_mask::<_CMP_LT_OQ>(a, bound) == 0b1111_1111 }
    }
}

register!(Four, FourBits, 4, _mm256_loadu_pd _mm256_storeu_pd _mm256_set1_pd _mm256_set1_epi64x
    _mm256_add_pd _mm256_sub_pd _mm256_mul_pd _mm256_div_pd _mm256_fmadd_pd _mm256_sqrt_pd _mm256_min_pd _mm256_max_pd
    _mm256_xor_pd _mm256_andnot_pd _mm256_castpd_si256 _mm256_castsi256_pd
    _mm256_add_epi64 _mm256_sub_epi64 _mm256_and_si256 _mm256_or_si256 _mm256_srli_epi64 _mm256_slli_epi64;);

register!(Eight, EightBits, 8, _mm512_loadu_pd _mm512_storeu_pd _mm512_set1_pd _mm512_set1_epi64
_mm512_add_pd _mm512_sub_pd _mm512_mul_pd _mm512_div_pd _mm512_fmadd_pd _mm512_sqrt_pd _mm512_min_pd _mm512_max_pd
_mm512_xor_pd _mm512_andnot_pd _mm512_castpd_si512 _mm512_castsi512_pd
_mm512_add_epi64 _mm512_sub_epi64 _mm512_and_si512 _mm512_or_si512 _mm512_srli_epi64 _mm512_slli_epi64;
#[inline(always)]
fn times_power(self, n: Self, _: EightBits) -> Self {
    // SAFETY: see above.
    Self(unsafe { _mm512_scalef_pd(self.0, n.0) })
});
