"""Of what does a text give figures? Each quantity with the words around it and the setting in which it holds."""

from __future__ import annotations

from dataclasses import dataclass

from bot.pairing.clause import Clause, ClauseCutter
from bot.pairing.page import Page, Span
from bot.pairing.setting import Setting, SettingReader
from bot.pairing.vocabulary import Vocabulary
from bot.pairing.wording import Wording, WordingReader
from bot.store import Language
from bot.value import Quantity
from bot.value.tokens import Phrases, Tokens


@dataclass(frozen=True)
class Mention:
    """A quantity of a text; `part` says that it is a part of what the figure before it counts."""

    quantity: Quantity
    wording: Wording
    setting: Setting
    part: bool


class MentionReader:
    """Reads the mentions of a text."""

    def __init__(self, language: Language) -> None:
        pairs = language.words.pairs
        vocabulary = Vocabulary(pairs)
        self._language = language
        self._cutter = ClauseCutter(pairs.cuts)
        self._wording = WordingReader(pairs, vocabulary)
        self._setting = SettingReader(language.words, vocabulary)
        self._parts = Phrases(dict.fromkeys(pairs.parts, True))

    def read(self, text: str, year: int) -> tuple[Mention, ...]:
        """Every figure of a text, without vague ones and numbers in names; days without a year are of `year`."""
        page = self._page(text, year)
        mentions: list[Mention] = []
        for clause in self._cutter.cut(page):
            if not self._wording.is_name(page, clause):
                before = mentions[-1] if mentions and clause.follows else None
                mentions.append(self._mention(page, clause, before))
        return tuple(mentions)

    def _page(self, text: str, year: int) -> Page:
        figures = (hit for hit in self._language.quantities.read(text) if hit.quantity.interval is not None)
        return Page(Tokens(text), tuple(figures), self._language.dates.read_within(text, year))

    def _mention(self, page: Page, clause: Clause, before: Mention | None) -> Mention:
        quantity = clause.found.quantity
        goes_on = before.wording if before and before.quantity.kind is quantity.kind else None
        part = page.holds(self._parts, Span(clause.whole.first, clause.figure.first))
        return Mention(
            quantity=quantity,
            wording=self._wording.read(page, clause, goes_on),
            setting=self._setting.read(page, clause),
            part=part or bool(before and before.part),
        )
