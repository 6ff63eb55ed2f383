"""How is a question completed that leans on what was said before: "who replaces him?", "when?", "what about Google?"

Each way to complete it is ranked like a question of its own, and the best wins. What somebody says must be accounted
for by what answers: "parking?" after a question on the stake is no question on the stake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from bot.assertion import AssertionReader
from bot.fact import Fact, Store
from bot.question.ask import Asked, Asker, Found
from bot.question.focus import Focus
from bot.question.parse import Part
from bot.question.rank import Fit, subject_words
from bot.question.target import Target, TargetKind
from bot.record import FollowUpWords, Kind, Sought
from bot.terms import stem
from bot.value import Names

_AS_IT_STANDS = 0.05  # what a question has ahead of its completions: it may be meant just as it was put
_LATEST = 0.3  # what the entity that was last named has ahead, where several may be meant
_ABOUT_IT = 0.5  # what an answer about that entity has ahead of others, where nobody is named
_AGAIN = 1.0  # what the question before has ahead, where only a name, a year or a kind of answer is new
_ACCOUNTED = 0.85  # share of a completed question that its answer must account for, the added words included
_KNOWN = 0.8  # likeness from which a question is one that is known
_SHORT = 3  # words with a subject in them; what is longer speaks for itself
_NEAR = 4  # entities of the thread that a short question may be about
_MOST_PARTS = 4
_WORD = re.compile(r"[^\W\d_]+")
_OF_KIND = {
    Sought.AMOUNT: Kind.MONEY,
    Sought.SHARE: Kind.PERCENT,
    Sought.COUNT: Kind.NUMBER,
    Sought.DATE: Kind.DATE,
}


class _How(Enum):
    """How a part is read: as it stands, its pronoun left open or made a name, a name added, the last question again."""

    AS_IT_STANDS = 0
    UNPOINTED = 4
    POINTED = 1
    NAMED = 2
    ASKED_AGAIN = 3


@dataclass(frozen=True)
class _Try:
    """One way to read a part, with how the targets fit it; `entity` is whom it was completed by."""

    part: Part
    fits: list[Fit]
    how: _How = _How.AS_IT_STANDS
    entity: str = ""

    @property
    def best(self) -> Target | None:
        return self.fits[0].target if self.fits else None


class Completer:
    """Completes questions for one store."""

    def __init__(self, store: Store, words: FollowUpWords, asker: Asker, assertions: AssertionReader) -> None:
        self._store = store
        self._asker = asker
        self._assertions = assertions
        self._people = frozenset(words.people)
        self._persons = self._people | {*words.several}
        self._things = frozenset((*words.things, *words.several))
        self._openers = tuple(tuple(phrase.split()) for phrase in words.openers)
        self._light = frozenset(words.beside)
        self._places = {profile.target.id: place for place, profile in enumerate(asker.index.profiles)}

    def complete(self, message: str, focus: Focus) -> Asked | None:
        """What a message asks for, once completed; None where it stands for itself and needs no completing."""
        parts = self._asker.reader.read(message)[:_MOST_PARTS]
        if not parts or not self._leans(parts[0]) or self._is_told_later(parts):
            return None
        if len(parts) == 1 and (entity := self._whom(parts[0], focus)):
            return Asked(entity=entity)
        found = tuple(self._found(part, focus) for part in parts)
        return Asked(parts=tuple(item for item, _ in found)) if any(added for _, added in found) else None

    def _is_told_later(self, parts: tuple[Part, ...]) -> bool:
        """Whether the subject of a bare beginning follows: "how and where did Scale begin?"."""
        return not self._own(parts[0]) and any(part.terms.entities for part in parts[1:])

    def _whom(self, part: Part, focus: Focus) -> str | None:
        """Whom "who is he?" asks for: nothing but a pronoun is said of them."""
        if part.sought is not Sought.PERSON or part.terms.content or not self._points(part):
            return None
        return next((attempt.entity for attempt in self._pointed(part, focus)), None)

    def reason(self, focus: Focus) -> Found | None:
        """What answers why it is so, where the records give a reason for what the thread is about."""
        asked = self._asker.reader.whole(f"why {self._store.facts[focus.facts[0]].question}")
        part = replace(asked, sought=Sought.REASON)
        reasons = (fit for fit in self._asker.ranker.rank(part) if self._asks_why(fit.target))
        best = next(reasons, None)
        if best is None or best.target.kind is TargetKind.GAP or best.cover < _ACCOUNTED or best.mismatch:
            return None
        return Found(part, best.target, best.target.facts, best.target.facts, ())

    def _asks_why(self, target: Target) -> bool:
        return self._asker.reader.whole(target.wordings[0]).sought is Sought.REASON

    def _leans(self, part: Part) -> bool:
        """Whether a part needs what was said before: it points back, opens with "and", or brings no subject."""
        if part.agreement or part.source:
            return False
        bare = part.sought is not None and not self._own(part)
        thin = self._opens(part) or (bare and not self._is_known(part)) or self._is_fragment(part)
        return thin or self._points(part)

    def _is_known(self, part: Part) -> bool:
        """Whether a part is, word for word, a question that is known to have no answer."""
        place = self._asker.index.exactly(part.terms)
        return place is not None and self._asker.index.profiles[place].target.kind is TargetKind.GAP

    def _points(self, part: Part) -> bool:
        """Whether a pronoun means nobody and nothing that the part itself names."""
        words, kinds = set(part.terms.words), {self._store.entities[entity].kind for entity in part.terms.entities}
        bare = len(self._own(part)) == len(kinds)  # "is Microsoft one of them?"
        return bool(words & self._people and "person" not in kinds) or bool(
            words & self._things and (bare or not kinds)
        )

    def _opens(self, part: Part) -> bool:
        return any(part.terms.words[: len(phrase)] == phrase for phrase in self._openers)

    def _own(self, part: Part) -> tuple[str, ...]:
        """The words of a part that carry a subject of their own."""
        light = {stem(word) for word in part.terms.words if word in self._light}
        return tuple(word for word in subject_words(part.terms) if word not in light)

    def _is_fragment(self, part: Part) -> bool:
        """Whether a part is short, names nobody, and is nearly in the words of no question that the records know."""
        if not self._own(part) or part.terms.entities or len(subject_words(part.terms)) > _SHORT:
            return False
        fits = self._asker.ranker.rank(part)
        known = fits[0].likeness >= _KNOWN if fits else False
        return not known and not self._asker.found(part, fits).facts

    def _found(self, part: Part, focus: Focus) -> tuple[Found, bool]:
        """What answers a part, and whether it took more than the part itself."""
        if not self._leans(part):
            return self._asker.found(part, self._asker.ranker.rank(part)), False
        if own := self._of_kind(part, focus) or self._member(part, focus):
            return own, True
        tries = tuple(self._tries(part, focus))
        if not tries:
            return Found(part, None, (), (), focus.facts[:_NEAR]), True
        chosen = max(tries, key=lambda attempt: _score(attempt, focus))
        found = self._kept(chosen, self._asker.found(chosen.part, chosen.fits), part)
        read = None if found.facts else self._read_on(part, focus)
        return read or found, bool(read) or chosen.how is not _How.AS_IT_STANDS

    def _tries(self, part: Part, focus: Focus) -> Iterator[_Try]:
        if self._points(part):
            yield from self._pointing(part, focus)
            return
        own = self._own(part)
        if own:
            yield self._try(part)
        if focus.answered and focus.facts and _is_hollow(own):
            yield from self._asked_again(part, self._store.facts[focus.facts[0]])
        if own and not part.terms.entities:
            for entity in focus.entities[:_NEAR]:
                yield self._try(self._with(part, f"@{entity}"), _How.NAMED, entity)

    def _pointing(self, part: Part, focus: Focus) -> Iterator[_Try]:
        """A part with a pronoun; "it" may mean the deal, which has no name here, "he" is always somebody."""
        pointed = tuple(self._pointed(part, focus))
        yield from pointed
        if self._own(part) and not (pointed and self._people & {*part.terms.words}):
            yield self._try(part, _How.UNPOINTED)

    def _try(self, part: Part, how: _How = _How.AS_IT_STANDS, entity: str = "") -> _Try:
        return _Try(part, self._asker.ranker.rank(part), how, entity)

    def _pointed(self, part: Part, focus: Focus) -> Iterator[_Try]:
        """The part with its pronouns meaning each entity that they can mean, the latest first."""
        for entity in focus.entities:
            pointing = self._persons if self._store.entities[entity].kind == "person" else self._things
            words = tuple(f"@{entity}" if word in pointing else word for word in part.terms.words)
            if words != part.terms.words:
                text = self._spelled(part.text, pointing, self._store.entities[entity].name)
                said = replace(part, text=text, terms=self._asker.terms.of(words))
                yield self._try(said, _How.POINTED, entity)

    def _spelled(self, text: str, pointing: frozenset[str], name: str) -> str:
        return _WORD.sub(lambda found: name if found[0].casefold() in pointing else found[0], text)

    def _with(self, part: Part, *words: str) -> Part:
        return replace(part, terms=self._asker.terms.of((*part.terms.words, *words)))

    def _asked_again(self, part: Part, fact: Fact) -> Iterator[_Try]:
        """The question of the fact with what is new put in: another kind of answer, another year, another name."""
        before = self._asker.reader.whole(fact.question)
        kinds = {self._store.entities[entity].kind for entity in part.terms.entities}
        kept = [word for word in before.terms.words if not (word[0] == "@" and self._kind(word) in kinds)]
        if kinds and len(kept) == len(before.terms.words):
            return
        words = (*kept, *part.terms.content) if kinds else (*part.terms.words, *before.terms.content)
        asked = replace(part, terms=self._asker.terms.of(words), sought=part.sought or before.sought)
        again = self._try(asked, _How.ASKED_AGAIN)
        if not kinds or _is_parallel(again, fact, self._store):
            yield again

    def _kind(self, word: str) -> str:
        return self._store.entities[word[1:]].kind

    def _of_kind(self, part: Part, focus: Focus) -> Found | None:
        """For a bare "how much?": the fact of that kind among the last ones, or beside them on the same matter."""
        kind = _OF_KIND.get(part.sought) if part.sought and not self._own(part) else None
        if kind is None or not focus.answered:
            return None
        last = [self._store.facts[fact] for fact in focus.facts]
        beside = [fact for fact in self._store.facts.values() if last and is_same_matter(fact, last[0])]
        fact = next((fact for fact in (*last, *beside) if fact.kind is kind), None)
        return self._told(part, fact) if fact else None

    def _member(self, part: Part, focus: Focus) -> Found | None:
        """For a bare "what about Google?": the list that was last told, where it holds that name."""
        named = part.terms.entities
        if not focus.answered or not focus.facts or len(named) != 1 or self._own(part) != (f"@{named[0]}",):
            return None
        fact = self._store.facts[focus.facts[0]]
        listed = fact.kind is Kind.ENTITIES and named[0] in _names(fact)
        return self._told(replace(part, yes_no=True), fact) if listed else None

    def _read_on(self, part: Part, focus: Focus) -> Found | None:
        """For a yes or no that nothing else answers: what was told, or tells of the same, and has such a value.

        "Is he permanent?" is then a question on his post, however it is ranked.
        """
        if not focus.answered or part.sought or part.terms.entities:
            return None
        near = self._store.about(focus.entities[0]) if focus.entities else ()
        known = (*(self._store.facts[fact] for fact in focus.facts), *near)
        fact = next((fact for fact in known if self._gives_a_value(part, fact)), None)
        return self._told(replace(part, yes_no=True), fact) if fact else None

    def _gives_a_value(self, part: Part, fact: Fact) -> bool:
        place = self._places[fact.id]
        accounted = all(self._asker.index.accounted(word, place) for word in self._own(part))
        return fact.kind is Kind.READING and accounted and self._assertions.read(part.text, fact) is not None

    def _told(self, part: Part, fact: Fact) -> Found:
        target = self._asker.index.profiles[self._places[fact.id]].target
        return Found(part, target, target.facts, target.facts, ())

    def _kept(self, chosen: _Try, found: Found, part: Part) -> Found:
        """What was found, unless a word has no part in it; the person's own words stay beside it."""
        said = found.part if chosen.how is _How.POINTED else part
        if chosen.how in (_How.AS_IT_STANDS, _How.UNPOINTED) or not found.facts or self._accounts(chosen, found, part):
            return replace(found, part=said)
        nearest = tuple(dict.fromkeys((*found.facts, *found.nearest)))[:_NEAR]
        return Found(said, found.target, (), (), nearest)

    def _accounts(self, chosen: _Try, found: Found, part: Part) -> bool:
        fit = next(fit for fit in chosen.fits if fit.target is found.target)
        if chosen.how is _How.ASKED_AGAIN and (fit.mismatch or fit.strangers or fit.cover < _ACCOUNTED):
            return False
        return not set(self._own(part)) & set(fit.strange)


def _score(attempt: _Try, focus: Focus) -> float:
    """How well the best target fits, and what speaks for this way to read the question."""
    if not attempt.best:
        return -1.0
    score = attempt.fits[0].score
    latest = focus.entities[0] if focus.entities else ""
    match attempt.how:
        case _How.AS_IT_STANDS:
            return score + _AS_IT_STANDS + _ABOUT_IT * (latest in attempt.best.about)
        case _How.UNPOINTED:
            return score + _AS_IT_STANDS
        case _How.POINTED:
            return score + _LATEST * (attempt.entity == latest)
        case _How.NAMED:
            return score + _ABOUT_IT * (attempt.entity == latest and latest in attempt.best.about)
        case _How.ASKED_AGAIN:
            return score + _AGAIN


def _is_hollow(words: tuple[str, ...]) -> bool:
    """Whether nothing but a name or a figure is brought, or only a kind of answer."""
    return all(word[0] == "@" or word[0].isdigit() for word in words)


def _is_parallel(again: _Try, fact: Fact, store: Store) -> bool:
    """Whether what answers says of another name what the fact says of the first."""
    if not again.best or again.best.kind is not TargetKind.FACT or again.best.id == fact.id:
        return False
    return store.facts[again.best.id].kind is fact.kind and set(again.part.terms.entities) <= again.best.about


def is_same_matter(fact: Fact, other: Fact) -> bool:
    """Whether two facts tell of the same: under one subject, about the same entities."""
    return fact.subject == other.subject and set(fact.about) == set(other.about)


def _names(fact: Fact) -> set[str]:
    return {name for claim in fact.all_claims if isinstance(claim.value, Names) for name in claim.value.ids}
