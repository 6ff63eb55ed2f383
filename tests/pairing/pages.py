"""How do tests cut a text? As the package does, with the year 2020 for days without one."""

from __future__ import annotations

from bot.pairing.clause import Clause, ClauseCutter
from bot.pairing.page import Page
from bot.store import Language
from bot.value.tokens import Tokens

YEAR = 2020


def page_of(text: str, language: Language) -> Page:
    """A text with its figures and dates."""
    return Page(Tokens(text), language.quantities.read(text), language.dates.read_within(text, YEAR))


def clauses_of(text: str, language: Language) -> tuple[Page, list[Clause]]:
    """A text and the clause of each of its figures."""
    page = page_of(text, language)
    return page, list(ClauseCutter(language.words.pairs.cuts).cut(page))
