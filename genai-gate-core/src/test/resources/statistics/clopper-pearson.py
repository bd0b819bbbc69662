"""Makes clopper-pearson.tsv: exact one-sided Clopper-Pearson bounds, by another way than the product.

The tail of the binomial distribution is summed in whole numbers and fractions, with no rounding at all, and its root is
found by halving an interval of fractions eighty times, which takes some minutes. Needs nothing but Python 3: python3 clopper-pearson.py > clopper-pearson.tsv
"""
from fractions import Fraction
from math import comb

CASES = [(1, 0), (1, 1), (2, 1), (5, 0), (5, 5), (10, 0), (10, 1), (10, 5), (10, 9), (10, 10), (20, 1), (50, 3),
         (58, 0), (59, 0), (93, 1), (100, 1), (100, 5), (100, 50), (100, 99), (298, 0), (299, 0), (300, 10), (925, 682),
         (1000, 50), (2994, 0), (2995, 0)]
CONFIDENCES = ["0.9", "0.95", "0.975", "0.99", "0.999"]
STEPS = 80


def at_most(n, k, numerator):
    """P(X <= k) for a share of numerator / 2^STEPS, times 2^(STEPS * n)."""
    rest = (1 << STEPS) - numerator
    return sum(comb(n, j) * numerator ** j * rest ** (n - j) for j in range(k + 1))


def upper(n, k, level):
    """The share with P(X <= k) = level."""
    if k == n:
        return Fraction(1)
    low, high = 0, 1 << STEPS
    whole = 1 << (STEPS * n)
    while high - low > 1:
        middle = (low + high) // 2
        if at_most(n, k, middle) * level.denominator > level.numerator * whole:
            low = middle
        else:
            high = middle
    return Fraction(high, 1 << STEPS)


def lower(n, k, level):
    """At least k failures are at most n - k successes."""
    return 1 - upper(n, n - k, level)


def digits(fraction):
    scaled = (fraction.numerator * 10 ** 16 * 2 // fraction.denominator + 1) // 2
    return f"{scaled // 10 ** 16}.{scaled % 10 ** 16:016d}"


print("# Made by clopper-pearson.py beside this file")
print("trials\tfailures\tconfidence\tlower\tupper")
for n, k in CASES:
    for confidence in CONFIDENCES:
        level = 1 - Fraction(confidence)
        print(n, k, confidence, digits(lower(n, k, level)), digits(upper(n, k, level)), sep="\t")
