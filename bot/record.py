"""What may a record file contain? The shapes of the YAML; facts/README.md explains each field."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from bot.problem import Place
from bot.value import DateWords, NumberWords

_KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_PARAGRAPH = r"^[1-9][0-9]*$"
_SENTENCE = r"^[1-9][0-9]*(\.[1-9][0-9]*)?$"

Id = Annotated[str, StringConstraints(pattern=_KEBAB)]
SourceId = Annotated[str, StringConstraints(pattern=r"^\d{3}$")]
Said = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Around = Annotated[str, StringConstraints(pattern=r"^([^{}]+ )?\{value\}( [^{}]+)?$", strip_whitespace=True)]
Rest = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(=[a-z0-9-]+)?$")]
Paragraph = Annotated[str, StringConstraints(pattern=_PARAGRAPH)]
Sentence = Annotated[str, StringConstraints(pattern=_SENTENCE)]
Flag = Annotated[bool, Field(strict=True), BeforeValidator(lambda text: {"true": True, "false": False}.get(text, text))]


class Kind(StrEnum):
    """What kind of value answers a fact's question."""

    MONEY = "money"
    PERCENT = "percent"
    NUMBER = "number"
    DATE = "date"
    ENTITY = "entity"
    ENTITIES = "entities"
    READING = "reading"
    TEXT = "text"


class Sought(StrEnum):
    """What kind of thing a question seeks, and a fact can give. Yes or no is always possible and not listed."""

    AMOUNT = "amount"
    SHARE = "share"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"
    PLACE = "place"
    PERSON = "person"
    COMPANY = "company"
    PRODUCT = "product"
    NAME = "name"
    POST = "post"
    REASON = "reason"
    MANNER = "manner"
    DEGREE = "degree"
    LIST = "list"
    THING = "thing"


class Stage(StrEnum):
    """How far the deal is where a claim speaks of a term."""

    RUMOURED = "rumoured"
    TALKS = "talks"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    CLOSED = "closed"

    @property
    def before_terms(self) -> bool:
        """True in the phase in which no terms are set yet."""
        return self in (Stage.RUMOURED, Stage.TALKS)


class Modality(StrEnum):
    """With what certainty a source says something."""

    ASSERTED = "asserted"
    REPORT = "report"
    FORECAST = "forecast"
    SPECULATION = "speculation"
    QUESTION = "question"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Placed(_Record):
    id: str
    place: Place


class ReadingRecord(_Record):
    """One value that a fact without numbers can take."""

    label: Said
    cues: tuple[Said, ...] = ()
    narrows: Id | None = None
    stands_with: tuple[Id, ...] = Field((), alias="with")
    held: Literal["never"] | None = None
    says: Said | None = None


class ClaimRecord(_Record):
    """What one source says on one fact, as the curator wrote it."""

    value: Said | tuple[Id, ...]
    stage: Stage | None = None
    at: Paragraph
    also: tuple[Sentence, ...] = ()
    quote: Said
    qualifier: Said | None = None
    per: Said | None = None
    modality: Modality = Modality.ASSERTED
    according_to: Said | None = None
    why: Said | None = None


def _cell(cell: object) -> object:
    """The word `silent` is the cell of a source that was read and says nothing; an empty list is a slip."""
    if cell == "silent":
        return ()
    if not cell or isinstance(cell, str):
        raise ValueError("a list of claims or the word silent")
    return cell


Cell = Annotated[tuple[ClaimRecord, ...], BeforeValidator(_cell)]


class FactRecord(_Placed):
    """A question with one answer to find, and what each source says."""

    id: Id
    question: Said
    asked_as: tuple[Said, ...] = ()
    about: tuple[Id, ...]
    answers: tuple[Sought, ...] = ()
    told_with: tuple[Id, ...] = ()
    subject: Id
    kind: Kind
    unit: Said | None = None
    term: Flag = False
    rungs: Flag = False
    open: Flag = False
    qualifiers: tuple[Said, ...] = ()
    readings: dict[Id, ReadingRecord] = {}
    around: tuple[Around, ...] = ()
    says: Said
    claims: dict[SourceId, Cell]


class Unanswered(_Placed):
    """A question that people ask and no source answers; `near` are the facts that come nearest."""

    id: Id
    question: Said
    asked_as: tuple[Said, ...] = ()
    about: tuple[Id, ...] = ()
    near: tuple[Id, ...] = ()


class Topic(_Placed):
    """A question that several facts answer together, in the order in which they are said."""

    id: Id
    question: Said
    asked_as: tuple[Said, ...] = ()
    facts: Annotated[tuple[Id, ...], Field(min_length=1)]


class Role(_Record):
    """A post or relation of an entity; `rests_on` names the fact whose claims bear it."""

    post: Said
    of: Id | None = None
    rests_on: Rest


class Entity(_Placed):
    """A person, company, product or group, and what people call it."""

    id: Id
    kind: Literal["person", "company", "product", "group"]
    names: Annotated[tuple[Said, ...], Field(min_length=1)]
    misspellings: tuple[Said, ...] = ()
    described_as: tuple[Said, ...] = ()
    roles: tuple[Role, ...] = ()

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


class Event(_Placed):
    """A point of the timeline; dated only as far as a source dates it.

    `rests_on` names facts, or one reading of a fact as `fact=reading`.
    """

    id: Id
    says: Said
    when: Said | None = None
    after: tuple[Id, ...] = ()
    rests_on: Annotated[tuple[Rest, ...], Field(min_length=1)]


class Subject(_Record):
    """A group of facts that are shown together."""

    label: Said


class Product(_Record):
    """The factors of `of` multiply to `gives`."""

    id: Id
    kind: Literal["product"]
    of: tuple[Id, Id]
    gives: Id
    condition: Said = Field(alias="if")


class Ratio(_Record):
    """`to` is about `factor` times `start`."""

    id: Id
    kind: Literal["ratio"]
    start: Id = Field(alias="from")
    to: Id
    factor: Said
    says: Said | None = None


class HeldReading(_Record):
    """A fact and one of its readings."""

    fact: Id
    reading: Id


class Implies(_Record):
    """Who holds the reading of `premise` is bound to that of `conclusion`."""

    id: Id
    kind: Literal["implies"]
    premise: HeldReading = Field(alias="if")
    conclusion: HeldReading = Field(alias="then")


Law = Annotated[Product | Ratio | Implies, Field(discriminator="kind")]


class Deal(_Placed):
    """What a deal's folder says of the whole: title, headlines, subjects, laws and prompts."""

    id: Id
    title: Said
    curated: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    headlines: tuple[Id, ...]
    subjects: dict[Id, Subject]
    laws: tuple[Law, ...] = ()
    prompts: tuple[Said, ...] = ()


class Source(_Placed):
    """One article: what it is, and what a careful reader should know of it."""

    id: SourceId
    file: Said
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    label: Said
    title: Said | None
    url: Said | None
    publisher: Said | None
    author: Said | None
    published: Said | None
    digest: Said
    quality: tuple[Said, ...] = ()
    headlines: tuple[Paragraph, ...] = ()
    boilerplate: tuple[Paragraph, ...] = ()
    unrelated: dict[Paragraph, Said] = {}
    no_fact: dict[Sentence, Said] = {}

    @property
    def name(self) -> str:
        """The id with its label, as it is introduced to people: `001 Blockbuster Investment`."""
        return f"{self.id} {self.label}"


class LanguageWords(_Record):
    """Words of certainty, judgement and denial that the linter and the readers look for."""

    modal: dict[Modality, tuple[Said, ...]]
    verdict: tuple[Said, ...]
    negation: tuple[Said, ...]


class Pronouns(StrEnum):
    """What a pronoun may mean: somebody, one thing, or several and whatever was said."""

    PERSON = "person"
    THING = "thing"
    SEVERAL = "several"


class QuestionWords(_Record):
    """How people ask: what a question seeks, what it intends beyond a fact, and words without a subject."""

    sought: dict[Sought, tuple[Said, ...]]
    yes_no: tuple[Said, ...]
    alternatives: tuple[Said, ...]
    no_alternatives: tuple[Said, ...]
    negations: tuple[Said, ...]
    agreement: tuple[Said, ...]
    agreement_words: tuple[Said, ...]
    source_words: tuple[Said, ...]
    intents: dict[str, tuple[Said, ...]]
    foreign: tuple[Said, ...]
    injection: tuple[Said, ...]
    fillers: tuple[Said, ...]
    short_forms: dict[str, Said]
    elsewhere: tuple[Said, ...]
    requests: tuple[Said, ...]
    leading: tuple[Said, ...]
    addressed: tuple[Said, ...]
    exchanges: tuple[Said, ...]
    openers: tuple[Said, ...]
    pronouns: dict[Pronouns, tuple[Said, ...]]
    ideas: tuple[tuple[Said, ...], ...]


class StatementWords(_Record):
    """How people put statements: what leads in, where clauses part, how a source is credited, what turns round.

    A full stop behind one of `titles` ends no sentence. `light` words tell nothing inside a phrase; `nots` mean "not";
    a verb of `turning` denies what stands behind it; what stands with one of `wishes` is not said to be so.
    No fact need account for the words of `empty`; one of `seats` must stand in what the sources say.
    `every`, `both` or `none`, or one of `tallies`, of the `sources`, and `agreeing` tell how many sources speak so.
    With a word of `done` something has happened, with one of `ahead` it has not.
    """

    lead_ins: tuple[Said, ...]
    titles: tuple[Said, ...]
    joints: tuple[Said, ...]
    relatives: tuple[Said, ...]
    articles: tuple[Said, ...]
    light: tuple[Said, ...]
    nots: tuple[Said, ...]
    turning: tuple[Said, ...]
    wishes: tuple[Said, ...]
    empty: tuple[Said, ...]
    seats: tuple[Said, ...]
    every: tuple[Said, ...]
    both: tuple[Said, ...]
    none: tuple[Said, ...]
    tallies: dict[str, int]
    sources: tuple[Said, ...]
    agreeing: tuple[Said, ...]
    done: tuple[Said, ...]
    ahead: tuple[Said, ...]
    continuations: tuple[Said, ...]
    attributions: tuple[Said, ...]


class PairWords(_Record):
    """How two sentences are weighed against each other: what names nothing, what means the same, what sets apart.

    A clause may begin with one of `cuts`, a noun behind one of `of`; `parts` lead to a part of what was counted before,
    `bases` tell how something is counted. A name stands behind a preposition of `where` (by sort) and may hold
    `name_joints`; at the head of a sentence one of `name_verbs` follows it. `series` numbers the members of a series,
    `sides` the sides of a date; `initials` count only in capitals; each line of `ideas` is one idea.
    """

    light: tuple[Said, ...]
    of: tuple[Said, ...]
    cuts: tuple[Said, ...]
    parts: tuple[Said, ...]
    bases: dict[str, tuple[Said, ...]]
    where: dict[str, tuple[Said, ...]]
    name_joints: tuple[Said, ...]
    name_verbs: tuple[Said, ...]
    everywhere: dict[str, tuple[Said, ...]]
    series: tuple[Said, ...]
    sides: dict[str, tuple[Said, ...]]
    initials: dict[str, Said]
    ideas: tuple[tuple[Said, ...], ...]


class FollowUpWords(_Record):
    """How people go on in a thread: what they ask of the last answer, how they doubt it, what points back to it."""

    sources: tuple[Said, ...]
    why: tuple[Said, ...]
    sure: tuple[Said, ...]
    more: tuple[Said, ...]
    objections: tuple[Said, ...]
    openers: tuple[Said, ...]
    beside: tuple[Said, ...]
    people: tuple[Said, ...]
    things: tuple[Said, ...]
    several: tuple[Said, ...]


class Words(_Record):
    """The whole of `words.yaml`."""

    numbers: NumberWords
    dates: DateWords
    language: LanguageWords
    questions: QuestionWords
    statements: StatementWords
    follow_ups: FollowUpWords
    pairs: PairWords
