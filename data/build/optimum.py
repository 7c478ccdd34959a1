"""Where a function is lowest: the one search for the weights of all tables that are learnt.

It goes on until nothing is left to gain: weights of a search that was stopped on the way depend on the way, and after
a small change of what is learnt from, whole tables change.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

__all__ = ["lowest"]

Vector = NDArray[np.float64]

FLAT = 1e-4  # the slope that counts as none; weights are pulled by 0.5 or more, so they are right to 0.002 at worst
MOST = 20_000  # steps


def lowest(loss: Callable[[Vector], tuple[float, Vector]], start: Vector) -> Vector:
    """The place where ``loss`` is lowest, from a value and its slope; an error where it is not found."""
    limits = {"maxiter": MOST, "maxfun": 2 * MOST, "ftol": 0.0, "gtol": FLAT}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=limits)
    steepest = float(np.abs(found.jac).max())
    if steepest > 10 * FLAT:
        raise ArithmeticError(f"no lowest place in {found.nit} steps (slope {steepest:.2g}): {found.message}")
    return np.asarray(found.x, dtype=np.float64)
