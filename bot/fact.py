"""What is a fact, a claim, a citation? The typed things that comparison, answers and renderers work on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.problem import Place
from bot.record import Deal, Entity, Event, Kind, Modality, ReadingRecord, Sought, Source, Stage, Topic, Unanswered
from bot.value import Names, OwnWords, PartialDate, Quantity, Reading

Value = Quantity | PartialDate | Names | Reading | OwnWords


@dataclass(frozen=True, order=True)
class Citation:
    """Where a source says something: source id, paragraph (from 1), shortest verbatim span."""

    source: str
    paragraph: int
    quote: str


@dataclass(frozen=True)
class Claim:
    """What one source says on one fact."""

    fact: str
    value: Value
    citation: Citation
    also: tuple[str, ...]
    stage: Stage | None
    qualifier: str | None
    per: str | None
    modality: Modality
    according_to: str | None
    why: str | None
    place: Place

    @property
    def source(self) -> str:
        """The id of the source that speaks."""
        return self.citation.source

    @property
    def written(self) -> str:
        """The value as written in the record; the receipts are made of it."""
        return self.value.as_written


@dataclass(frozen=True)
class Fact:
    """A question with one answer to find. `claims` holds every source; an empty tuple is recorded silence."""

    id: str
    question: str
    asked_as: tuple[str, ...]
    about: tuple[str, ...]
    subject: str
    kind: Kind
    unit: str | None
    term: bool
    rungs: bool
    open: bool
    qualifiers: tuple[str, ...]
    readings: Mapping[str, ReadingRecord]
    says: str
    claims: Mapping[str, tuple[Claim, ...]]
    place: Place
    answers: tuple[Sought, ...] = ()
    told_with: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    @property
    def all_claims(self) -> tuple[Claim, ...]:
        """Every claim, by source, as listed."""
        return tuple(claim for source in sorted(self.claims) for claim in self.claims[source])

    @property
    def silent(self) -> tuple[str, ...]:
        """The sources that were read for this fact and do not speak on it."""
        return tuple(source for source in sorted(self.claims) if not self.claims[source])


@dataclass(frozen=True)
class Store:
    """All that is known of one deal. Mappings keep the order of the records."""

    deal: Deal
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    receipts: Mapping[str, frozenset[str]]
    unanswered: Mapping[str, Unanswered] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)

    def claims(self) -> Iterator[Claim]:
        """Every claim of every fact."""
        for fact in self.facts.values():
            yield from fact.all_claims

    def about(self, entity: str) -> tuple[Fact, ...]:
        """The facts that are about an entity or have it among their values."""
        return tuple(fact for fact in self.facts.values() if entity in fact.about or _names(fact, entity))

    def resting(self, rest: str) -> tuple[Claim, ...]:
        """The claims behind a `rests_on` entry: those of a fact, or of one reading of it (`fact=reading`)."""
        name, _, reading = rest.partition("=")
        claims = self.facts[name].all_claims if name in self.facts else ()
        return tuple(claim for claim in claims if not reading or claim.value == Reading(reading))


def _names(fact: Fact, entity: str) -> bool:
    return any(isinstance(claim.value, Names) and entity in claim.value.ids for claim in fact.all_claims)
