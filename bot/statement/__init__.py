"""Does a message say what the sources say? Clauses, what each asserts, and what the claims make of it."""

from bot.statement.check import LONGEST, MOST, Checked, CheckedAssertion, CheckedClause, Checker
from bot.statement.link import Linker

__all__ = ["LONGEST", "MOST", "Checked", "CheckedAssertion", "CheckedClause", "Checker", "Linker"]
