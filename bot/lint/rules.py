"""Which rules are there? Each family is one module that yields its problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.lint.accounting import accounting_problems
from bot.lint.ambiguity import ambiguity_problems
from bot.lint.articles import article_problems
from bot.lint.certainty import certainty_problems
from bot.lint.deal import deal_problems
from bot.lint.grid import grid_problems
from bot.lint.material import Material
from bot.lint.proofs import proof_problems
from bot.lint.quotes import quote_problems
from bot.lint.references import reference_problems
from bot.lint.values import value_problems
from bot.lint.wording import wording_problems
from bot.problem import Problem

RULES: tuple[Callable[[Material], Iterator[Problem]], ...] = (
    grid_problems,
    reference_problems,
    ambiguity_problems,
    value_problems,
    quote_problems,
    certainty_problems,
    wording_problems,
    proof_problems,
    article_problems,
    accounting_problems,
    deal_problems,
)


def problems(material: Material) -> list[Problem]:
    """Every problem of every rule, by file and line. Rules that need an article look at those at hand only."""
    return sorted({problem for rule in RULES for problem in rule(material)})
