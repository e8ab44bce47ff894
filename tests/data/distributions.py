"""Writes distributions.csv: probabilities and quantiles with mpmath at 60 digits. Run: python3 distributions.py

Places are logarithms (gamma) or log-odds (beta). For shapes up to 300 the probabilities are mpmath's incomplete functions, for larger
ones integrals of the density; the two agree to 14 digits and more at 300."""

import mpmath as mp

mp.mp.dps = 60


def tail(log_density, y, width, side):
    """The integral of exp(log_density) from y outwards, on the logarithmic axis."""
    slope = abs(mp.diff(log_density, y)) * width
    scale = width * 2 / (slope + mp.sqrt(slope * slope + 4))
    ends = [y + side * scale * mp.mpf(k) for k in (0, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 32, 40, 60, 80)]
    return abs(mp.quad(lambda t: mp.exp(log_density(t)), ends, method="gauss-legendre"))


class Gamma:
    def __init__(self, shape):
        self.shape = mp.mpf(shape)
        self.peak, self.width = mp.log(self.shape), 1 / mp.sqrt(self.shape)
        self.norm = -mp.loggamma(self.shape)

    def log_density(self, y):
        return self.norm + self.shape * y - mp.exp(y)

    def lower(self, y):
        if self.shape <= 300:
            return mp.gammainc(self.shape, 0, mp.exp(y), regularized=True)
        if y <= self.peak:
            return tail(self.log_density, y, self.width, -1)
        return 1 - self.upper(y)

    def upper(self, y):
        if self.shape <= 300:
            return mp.gammainc(self.shape, mp.exp(y), mp.inf, regularized=True)
        if y > self.peak:
            return tail(self.log_density, y, self.width, 1)
        return 1 - self.lower(y)

    place = staticmethod(mp.exp)


class Beta(Gamma):
    def __init__(self, alpha, beta):
        self.alpha, self.beta = mp.mpf(alpha), mp.mpf(beta)
        self.peak = mp.log(self.alpha / self.beta)
        self.width = mp.sqrt(1 / self.alpha + 1 / self.beta)
        self.norm = -mp.log(mp.beta(self.alpha, self.beta))

    def log_density(self, y):
        return self.norm + self.alpha * y - (self.alpha + self.beta) * mp.log1p(mp.exp(y))

    def lower(self, y):
        x = self.place(y)
        if self.alpha + self.beta <= 300:
            return mp.betainc(self.alpha, self.beta, 0, x, regularized=True)
        if min(self.alpha, self.beta) < 1:
            return mp.betainc(self.alpha, self.beta, 0, x, regularized=True)
        if y <= self.peak:
            return tail(self.log_density, y, self.width, -1)
        return 1 - tail(self.log_density, y, self.width, 1)

    place = staticmethod(lambda y: 1 / (1 + mp.exp(-y)))


def quantile(distribution, p):
    """Newton steps on the logarithm of the lower tail, which is concave; bisection holds them."""
    low, high = mp.mpf(-5000), mp.mpf(5000)
    y = distribution.peak
    for _ in range(400):
        found = distribution.lower(y)
        if found < p:
            low = y
        else:
            high = y
        if found <= 0 or found >= 1:
            y = (low + high) / 2
            continue
        step = (mp.log(p) - mp.log(found)) * found / mp.exp(distribution.log_density(y))
        new = y + step
        if not low < new < high:
            new = (low + high) / 2
        if abs(new - y) < mp.mpf(10) ** -28 * max(1, abs(y)) * distribution.width:
            return distribution.place(new)
        y = new
    raise RuntimeError("no convergence")


def main():
    probabilities = [1e-12, 1e-4, 0.05, 0.3, 0.5, 0.7, 0.95, 0.9999, 1 - 2.0**-40]
    with open("distributions.csv", "w") as out:
        out.write("# Made by distributions.py: function,arguments...,value\n")

        def row(name, *numbers):
            out.write(",".join([name] + [repr(float(number)) for number in numbers]) + "\n")

        for p in [5e-324, 1e-300, 1e-20, 1e-5, 0.01, 0.05, 0.07, 0.0750001, 0.3, 0.499999, 0.5, 0.6, 0.93, 0.975, 0.9999, 1 - 2.0**-53]:
            x = mp.mpf(p)
            z = -mp.sqrt(-2 * mp.log(x)) if x < 0.01 else mp.mpf(0)
            for _ in range(100):
                step = (mp.ncdf(z) - x) / mp.npdf(z)
                z -= step
                if abs(step) < mp.mpf(10) ** -35:
                    break
            row("normal_quantile", p, z)
        for shape in [0.001, 0.02, 0.3, 0.999, 1.0, 1.7, 4.0, 25.0, 400.0, 1e4, 1e6, 1e8]:
            distribution = Gamma(shape)
            for p in probabilities:
                x = quantile(distribution, mp.mpf(p))
                if x > 1e-290:
                    row("gamma_quantile", p, shape, x)
            for factor in [0.3, 0.9, 0.999, 1.0, 1.001, 1.2, 3.0, 8.0]:
                x = mp.mpf(float(shape * factor))
                row("gamma_cdf", x, shape, distribution.lower(mp.log(x)))
                row("gamma_survival", x, shape, distribution.upper(mp.log(x)))
        pairs = [(0.001, 0.002), (0.3, 0.4), (0.8, 0.8), (0.5, 3.0), (0.02, 40.0), (0.9, 5000.0), (1.0, 1.0), (1.0, 7.0), (2.0, 4.0),
                 (3.0, 97.0), (99.98, 999700.02), (400.0, 600.0), (1e4, 1e4), (1e6, 3e7)]
        for a, b in pairs + [(b, a) for a, b in pairs if a != b]:
            distribution = Beta(a, b)
            for p in probabilities:
                x = quantile(distribution, mp.mpf(p))
                if x > 1e-290:
                    row("beta_quantile", p, a, b, x)
            for odds in [0.3, 0.9, 1.0, 1.2, 3.0]:
                x = mp.mpf(float(a * odds / (a * odds + b)))
                row("beta_cdf", x, a, b, distribution.lower(mp.log(x / (1 - x))))


if __name__ == "__main__":
    main()
