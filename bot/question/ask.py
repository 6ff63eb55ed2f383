"""What does a message ask for, all in all? An intent, an entity's card, or parts with the facts that answer each."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.fact import Store
from bot.question.intent import Intent, IntentReader
from bot.question.parse import Part, QuestionReader
from bot.question.profile import Index
from bot.question.rank import Fit, Ranker
from bot.question.tally import Tally, made_by, tally
from bot.question.target import Target, TargetKind, targets
from bot.record import QuestionWords, Sought
from bot.shelf import NO_SHELF, Shelf
from bot.terms import TermReader

ENOUGH = 0.1  # sureness from which a target answers; where answerable and other questions part best (tests/eval)
_FITS = 1.05  # what a good fit counts for there, beside what the target is ahead of known gaps
_FAR = 0.6  # a gap that is further behind than this says nothing more
_UNKNOWN = 0.07  # what a word counts against it, by its weight, that no target knows
_SAME_WORDS = 1.85  # so does a known gap that is asked for in nearly these words
_MISMATCH = 1.0  # so does a target that gives another kind of thing
_TOPIC = 0.45  # how much of what a topic has ahead of a fact it has not ahead of a gap
_PINGS = re.compile(r"<[!@#][^>]*>|(?<!\w)@(?:channel|here|everyone)\b", re.IGNORECASE)  # nobody's subject
_BESIDE = 0.5  # what fits worse by no more than this may be meant as well
_WHOLE = 0.15  # how much better the whole question must fit than its parts to be answered as one
_CARD = 0.6  # a bare name asks for its card, unless a wording is nearly the same
_HALF = 0.8  # sureness from which half a question is one of its own
_LITTLE = 4  # words that ask for nothing but a name, even where they are like a question without an answer
_MEANT = 0.7  # a fact of a topic that fits worse than the topic by no more than this is what is asked
_FEW = 3
_CLOSE = 1.0  # what the sources can be asked on may fit worse by this than what they cannot
_MOST_OF_SOURCE = 8
_MOST_PARTS = 4
_OWNERS = ("company", "product")
_BARE = (None, Sought.PERSON, Sought.COMPANY, Sought.THING)


@dataclass(frozen=True)
class Found:
    """One part of a question and what answers it: `facts`, best first; none where the sources do not say.

    `main` counts for the verdict, the rest is said with it; `beside` may be meant as well, where two targets fit about
    as well; `nearest` are facts to offer instead or besides.
    """

    part: Part
    target: Target | None
    facts: tuple[str, ...]
    main: tuple[str, ...]
    nearest: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a message asks for; exactly one of the three is given."""

    intent: Intent | None = None
    entity: str | None = None
    parts: tuple[Found, ...] = ()


class Asker:
    """Understands the questions on one store."""

    def __init__(self, store: Store, words: QuestionWords, terms: TermReader, shelf: Shelf = NO_SHELF) -> None:
        self._store = store
        known = targets(store)
        counted = _counted(store, known, words, terms, shelf)
        terms.learn(counted.spelled)
        self.terms = terms
        self.reader = QuestionReader(words, terms, store.sources)
        self.index = Index(known, counted, words.ideas)
        self.ranker = Ranker(self.index)
        self.intents = IntentReader(words, terms)

    def read(self, message: str) -> Asked:
        """Understand one message; who is pinged in it is no part of the question."""
        message = _PINGS.sub(" ", message)
        intent = self.intents.read(message)
        if intent:
            return Asked(intent=intent)
        whole = self.reader.whole(message)
        fits = self.ranker.rank(whole)
        if _asks_for_all(whole):
            return Asked(intent=Intent.DISAGREEMENTS)
        if entity := _bare_entity(whole, fits):
            return Asked(parts=(self._of_source(whole, entity),)) if whole.source else Asked(entity=entity)
        return Asked(parts=self._parts(message, whole, fits))

    def _of_source(self, part: Part, entity: str) -> Found:
        """What one source says of an entity: each fact on which it speaks, or one on which it does not."""
        about = self._store.about(entity)
        speaking = tuple(fact.id for fact in about if fact.claims.get(part.source or ""))
        facts = speaking[:_MOST_OF_SOURCE] or tuple(fact.id for fact in about[:1])
        return Found(part, None, facts, facts, ())

    def _parts(self, message: str, whole: Part, fits: list[Fit]) -> tuple[Found, ...]:
        """What is asked, one by one; a remark beside a single question is its context, or says nothing."""
        parts = self.reader.read(message, whole)[:_MOST_PARTS]
        ranked = [(part, fits if part is whole else self.ranker.rank(part)) for part in parts if part.asks]
        if len(ranked) > 1 and _best(fits) <= max(_best(own) for _, own in ranked) + _WHOLE:
            return _once(tuple(self._in_order(ranked)))
        alone = ranked if len(ranked) == 1 < len(parts) and not self.reader.points(ranked[0][0]) else []
        part, own = max([*alone, (whole, fits)], key=lambda read: _surest(read[1]))
        return self._halves(part, own) or (self.found(part, own),)

    def _in_order(self, ranked: list[tuple[Part, list[Fit]]]) -> Iterator[Found]:
        """What answers each part; one that nothing answers may lean on the words of the part before."""
        before: Part | None = None
        for part, fits in ranked:
            found = self.found(part, fits)
            if before and not found.facts:
                leaning = replace(part, terms=self.terms.of((*part.terms.words, *before.terms.content)))
                found = replace(self.found(leaning, self.ranker.rank(leaning)), part=part)
            yield found
            before = part

    def _halves(self, part: Part, fits: list[Fit]) -> tuple[Found, ...]:
        """Two things that are asked for in one breath ("the age and the salary"), where each surely is one."""
        known = set(self.found(part, fits).facts)
        if self.index.exactly(part.terms) is not None:
            return ()
        for halves in self.reader.halves(part):
            ranked = [(half, self.ranker.rank(half)) for half in halves]
            if min(_surest(own) for _, own in ranked) >= _HALF:
                found = tuple(self.found(half, own) for half, own in ranked)
                facts = [set(item.main) for item in found]
                if all(facts) and not facts[0] & facts[1] and not facts[0] | facts[1] <= known:
                    return found
        return ()

    def found(self, part: Part, fits: list[Fit]) -> Found:
        """What answers a part, by how the targets fit it (the best first)."""
        known = self._known(part, fits)
        best = known[0] if known else None
        if best is None or part.elsewhere or self._is_of_another(best, part) or _sureness(best, fits) < ENOUGH:
            return Found(part, fits[0].target if fits else None, (), (), self._nearest(fits))
        main = self._main(part, best, known)
        facts = best.target.facts
        close = (fact for fit in known[1:2] if fit.score >= best.score - _BESIDE for fact in fit.target.facts)
        beside = tuple(fact for fact in close if fact not in facts)[:_FEW]
        return Found(part, best.target, facts, main, self._nearest(fits, (*facts, *beside)), beside)

    def _main(self, part: Part, best: Fit, known: list[Fit]) -> tuple[str, ...]:
        """The facts that count for the verdict: of a topic those that fit nearly as well themselves, where any do."""
        if best.target.kind is not TargetKind.TOPIC:
            return best.target.facts
        fitting = {fit.target.id for fit in known if fit.score >= best.score - _MEANT}
        meant = tuple(fact for fact in best.target.facts if fact in fitting)
        return meant or (best.target.facts[:1] if part.yes_no else best.target.facts)

    def _known(self, part: Part, fits: list[Fit]) -> list[Fit]:
        """The fits that answer, best first; of those about as good, what the sources can be asked on."""
        known = [fit for fit in fits if fit.target.kind is not TargetKind.GAP]
        if not part.source and not part.agreement:
            return known
        close = [fit for fit in known if fit.score >= known[0].score - _CLOSE and self._can_be_asked(part, fit.target)]
        return [*close, *(fit for fit in known if fit not in close)]

    def _can_be_asked(self, part: Part, target: Target) -> bool:
        """Whether the source that is asked for speaks on it; only several sources can agree."""
        claims = self._store.facts[target.facts[0]].claims
        return bool(claims.get(part.source)) if part.source else sum(map(bool, claims.values())) > 1

    def _is_of_another(self, best: Fit, part: Part) -> bool:
        """Whether companies or products are named that have no part in it; asked yes or no, one may be asked about."""
        named = {name for name in part.terms.entities if self.terms.kind(name) in _OWNERS}
        strangers = {name for name in named - best.target.about if not self.ranker.is_party(name)}
        of_party = any(map(self.ranker.is_party, best.target.about))
        return bool(strangers and not part.yes_no) or bool(of_party and named and not named & best.target.about)

    def _nearest(self, fits: list[Fit], taken: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The facts that come nearest: those that a known gap names first, then the best fits."""
        named = [fact for fit in fits[:1] if fit.target.kind is TargetKind.GAP for fact in fit.target.facts]
        others = [fact for fit in fits if fit.target.kind is TargetKind.FACT for fact in fit.target.facts]
        return tuple(fact for fact in dict.fromkeys((*named, *others)) if fact not in taken)[:_FEW]


def _bare_entity(part: Part, fits: list[Fit]) -> str | None:
    """The entity, where a name is all there is: "Wang?", "who is Wang", "tell me about Wang"."""
    if len(part.terms.content) != 1 or len(part.terms.entities) != 1 or part.sought not in _BARE or part.agreement:
        return None
    best = fits[0] if fits and part.sought is not Sought.PERSON else None
    little = len(part.terms.words) <= _LITTLE and best is not None and best.target.kind is TargetKind.GAP
    return None if best and best.likeness >= _CARD and not little else part.terms.entities[0]


def _asks_for_all(part: Part) -> bool:
    """Whether agreement is asked for on nothing in particular: "do the articles contradict each other?"."""
    return part.agreement and not part.source and not part.between and not part.terms.content


def _sureness(best: Fit, fits: list[Fit]) -> float:
    """How sure it is that a target is what is asked: it fits well, and any question without an answer fits worse."""
    gap = next((fit for fit in fits if fit.target.kind is TargetKind.GAP), None)
    ahead = best.score - gap.score - _TOPIC * (best.target.kind is TargetKind.TOPIC) if gap else 0.0
    against = _UNKNOWN * best.unknown + _MISMATCH * best.mismatch + _SAME_WORDS * (gap.likeness if gap else 0.0)
    return _FITS * (best.cover + best.likeness) + min(_FAR, ahead) - against


def _surest(fits: list[Fit]) -> float:
    """How sure the best fit is; less than anything where nothing fits."""
    known = [fit for fit in fits if fit.target.kind is not TargetKind.GAP]
    return _sureness(known[0], fits) if known else -math.inf


def _best(fits: list[Fit]) -> float:
    return fits[0].score if fits and fits[0].target.kind is not TargetKind.GAP else 0.0


def _once(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Each answer once: parts that come to the same facts are one."""
    kept: dict[object, Found] = {}
    for place, item in enumerate(found):
        kept.setdefault(item.main or place, item)
    return tuple(kept.values())


def _counted(store: Store, known: tuple[Target, ...], words: QuestionWords, terms: TermReader, shelf: Shelf) -> Tally:
    """What the wordings come to, from the shelf where it was worked out before of the same records and words."""
    rests_on = map(str.encode, _rests_on(store, known, words))
    return Tally(*shelf.kept(rests_on, lambda: tally(known, terms, _spelled(words)).plain))


def _rests_on(store: Store, known: tuple[Target, ...], words: QuestionWords) -> Iterator[str]:
    """All that a tally is made of."""
    yield made_by()
    yield words.model_dump_json()
    yield from (entity.model_dump_json(exclude={"place"}) for entity in store.entities.values())
    yield from ("\n".join((*target.wordings, "", *target.beside)) for target in known)


def _spelled(words: QuestionWords) -> list[str]:
    """Every text of the language whose words are spelled right."""
    groups = (*words.sought.values(), *words.intents.values(), *words.ideas, words.agreement, words.yes_no)
    return [phrase for group in groups for phrase in group]
