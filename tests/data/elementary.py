"""Writes elementary.csv: exp, exp_m1, ln, ln_1p, log2_normal and logistic2, correctly rounded, with mpmath at 200 bits. Run: python3 elementary.py"""

import random
import mpmath as mp

mp.mp.prec = 200
random.seed(1)
functions = {"exp": mp.exp, "exp_m1": mp.expm1, "ln": mp.log, "ln_1p": mp.log1p}
functions |= {"log2_normal": lambda x: mp.log(x, 2), "logistic2": lambda x: 1 / (1 + mp.mpf(2) ** -x)}
exponents = [random.uniform(-745, 709.7) for _ in range(60)] + [random.uniform(-1, 1) for _ in range(60)]
exponents += [5e-324, -1e-310, 1e-20, 1e-8, -1e-8, 0.34657359027997264, 709.782712893384, -708.3964185322641, -745.13, -740.5]
small = [sign * 2 ** random.uniform(-60, 0) for _ in range(40) for sign in (1, -1)]
positive = [2 ** random.uniform(-1074, 1024) for _ in range(80)] + [random.uniform(0.5, 2) for _ in range(60)]
positive += [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.7071067811865475, 0.7071067811865476, 1.4142135623730951]
arguments = {
    "exp": exponents,
    "exp_m1": exponents + small,
    "ln": positive + [1 + x for x in small],
    "ln_1p": positive + small + [-1 + 2.0**-53],
    "log2_normal": [x for x in positive if x >= 2.0**-1022] + [1 + x for x in small if x > -1],
    "logistic2": [x for x in exponents if x > -1005] + small + [random.uniform(-30, 30) for _ in range(60)],
}
with open("elementary.csv", "w") as out:
    out.write("# Made by elementary.py: function,x,value\n")
    for name, xs in arguments.items():
        for x in sorted(xs):
            if (name, x) in [("ln_1p", -1.0), ("ln", 0.0)]:
                continue
            # Division rounds once into the doubles, subnormal ones included.
            out.write(f"{name},{x!r},{float(functions[name](mp.mpf(x)))!r}\n")
