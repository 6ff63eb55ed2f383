"""Who puts it all together? One deal, ready to answer whatever is asked of it; the edges talk to this object alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.answer import Answer
from bot.answer.accounts import compare, source
from bot.answer.chatter import chatter, nothing_asked, too_long
from bot.answer.checks import check_answer
from bot.answer.evidence import evidence
from bot.answer.focus import focus_of
from bot.answer.grounds import fact_named, why
from bot.answer.overviews import catalogue, chronology, disagreements, sources, summary
from bot.answer.people import card, who
from bot.answer.products import product_reply
from bot.answer.rejoinders import rejoin
from bot.answer.related import related
from bot.answer.replies import reply
from bot.answer.subjects import subject
from bot.assertion import AssertionReader
from bot.comparison import DealComparison, compare_deal
from bot.edition import Edition, edition_of
from bot.fact import Store
from bot.lookup import Lookup
from bot.question import Asker, Focus, FollowUpReader, Intent
from bot.shelf import NO_SHELF, Shelf
from bot.statement import Checker, Linker
from bot.store import Language
from bot.terms import TermReader

_LONGEST = 10_000  # characters; far beyond a question, and the work for a text grows with its length


@dataclass(frozen=True)
class Desk:
    """A store with everything that follows from it; what is costly is made when first needed and kept."""

    store: Store
    language: Language
    shelf: Shelf = NO_SHELF

    @cached_property
    def deal(self) -> DealComparison:
        """The comparison of all facts."""
        return compare_deal(self.store, self.language.words.numbers.factors)

    @cached_property
    def edition(self) -> Edition:
        """The state of the records that every answer rests on."""
        return edition_of(self.store)

    @cached_property
    def lookup(self) -> Lookup:
        """The finder of names."""
        return Lookup(self.store)

    @cached_property
    def terms(self) -> TermReader:
        """The reader of what people type."""
        return TermReader(self.store.entities, self.language.words.questions)

    @cached_property
    def asker(self) -> Asker:
        """The reader of questions."""
        return Asker(self.store, self.language.words.questions, self.terms, self.shelf)

    @cached_property
    def assertions(self) -> AssertionReader:
        """The reader of what a text asserts."""
        return AssertionReader(self.language, self.terms, self.store.entities)

    @cached_property
    def follower(self) -> FollowUpReader:
        """The reader of follow-ups."""
        return FollowUpReader(self.store, self.language, self.asker, self.assertions)

    @cached_property
    def checker(self) -> Checker:
        """The checker of statements."""
        linker = Linker(self.store, self.language, self.asker, self.assertions)
        return Checker(self.store, self.deal.facts, linker, self.language)

    @cached_property
    def summary(self) -> Answer:
        """The deal in short."""
        return summary(self.store, self.deal)

    @cached_property
    def timeline(self) -> Answer:
        """The events in order."""
        return chronology(self.store, self.deal)

    @cached_property
    def disagreements(self) -> Answer:
        """Where the sources do not say the same."""
        return disagreements(self.store, self.deal)

    @cached_property
    def facts(self) -> Answer:
        """Every fact in a line."""
        return catalogue(self.store, self.deal)

    @cached_property
    def sources(self) -> Answer:
        """The articles."""
        return sources(self.store)

    def who(self, name: str) -> Answer:
        """What the sources say of one person, company, product or group; all of them for an empty name."""
        return who(name, self.store, self.deal, self.lookup)

    def ask(self, question: str, focus: Focus | None = None) -> Answer:
        """The answer to a question, or that the sources do not say; `focus` is what its thread was last about."""
        if not question.strip():
            return nothing_asked(self.store)
        if len(question) > _LONGEST:
            return too_long(_LONGEST, self.store)
        followed = self.follow(question, focus) if focus else None
        return followed or self._asked(question)

    def follow(self, message: str, focus: Focus) -> Answer | None:
        """The answer to a message that leans on what its thread was last about; None for one that stands for itself."""
        follow = self.follower.read(message, focus)
        if follow is None:
            return None
        if follow.entity:
            return card(self.store.entities[follow.entity], self.store, self.deal)
        return rejoin(follow, focus, self.store, self.deal, self.assertions)

    def focus(self, answer: Answer, before: Focus | None = None) -> Focus | None:
        """What a thread is about after `answer`, which followed what it was about `before`."""
        return focus_of(answer, self.store, before)

    def _asked(self, question: str) -> Answer:
        worked = product_reply(question, self.store, self.deal.facts, self.language)
        if worked:
            return worked
        asked = self.asker.read(question)
        if asked.intent:
            return self._intended(asked.intent)
        if asked.entity:
            return card(self.store.entities[asked.entity], self.store, self.deal)
        return reply(asked.parts, self.store, self.deal, self.assertions)

    def subject(self, name: str) -> Answer:
        """The facts of one subject, each in a line; the subjects for an empty name."""
        return subject(name, self.store, self.deal)

    def source(self, name: str) -> Answer:
        """What one source says, alone and beside the others."""
        return source(name, self.store, self.deal)

    def compare(self, names: str) -> Answer:
        """What the sources that are named say beside each other."""
        return compare(names, self.store, self.language.words.numbers.factors)

    def why(self, words: str) -> Answer:
        """What the verdict on a fact rests on; the fact by its id, or by what it is about in a few words."""
        return why(words, self.store, self.deal, self.asker)

    def evidence(self, fact: str) -> Answer:
        """Every claim on a fact of the deal as its article puts it, with the proof of the verdict."""
        return evidence(fact, self.store, self.deal)

    def related(self, words: str) -> Answer:
        """What stands near to the fact with that id."""
        return related(fact_named(words, self.store), self.store, self.deal)

    def check(self, text: str) -> Answer:
        """What the sources make of a statement, clause by clause."""
        return check_answer(self.checker.check(text), self.store, self.deal, self.checker.bears)

    def _intended(self, intent: Intent) -> Answer:
        match intent:
            case Intent.SUMMARY:
                return self.summary
            case Intent.TIMELINE:
                return self.timeline
            case Intent.DISAGREEMENTS:
                return self.disagreements
            case Intent.SOURCES:
                return self.sources
            case _:
                return chatter(intent, self.store)
