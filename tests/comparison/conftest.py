"""How are facts drawn in the tests of the comparison? As in those of values: the same ones each time, at leisure."""

from __future__ import annotations

from tests.value.conftest import pytest_configure

__all__ = ["pytest_configure"]
