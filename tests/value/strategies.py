"""Which values are drawn where a rule has to hold for all of them?"""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from bot.value import Interval

ENDS = st.integers(-6, 6).map(Decimal)  # few numbers, so that ends often coincide


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that is not empty."""
    low, high = draw(st.none() | ENDS), draw(st.none() | ENDS)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    may_open = low != high or low is None
    low_open = draw(st.booleans()) if low is not None and may_open else False
    high_open = draw(st.booleans()) if high is not None and may_open else False
    return Interval(low, high, low_open, high_open)
