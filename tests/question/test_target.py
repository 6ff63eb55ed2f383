"""Is it known what can be asked for: each fact, topic and known gap, with its words and what it can give?"""

from __future__ import annotations

from collections import Counter

import pytest

from bot.fact import Store
from bot.question.target import Target, TargetKind, targets
from bot.record import Sought
from tests.desks import real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return Records(tmp_path_factory.mktemp("records")).store()


def target(store: Store, name: str) -> Target:
    return next(found for found in targets(store) if found.id == name)


def test_everything_on_record_can_be_asked_for() -> None:
    """Facts, topics and questions known to have no answer are targets, each once."""
    store = real_desk().store
    kinds = Counter(found.kind for found in targets(store))
    assert kinds == {
        TargetKind.FACT: len(store.facts),
        TargetKind.TOPIC: len(store.topics),
        TargetKind.GAP: len(store.unanswered),
    }
    assert all(target.facts for target in targets(store) if target.kind is not TargetKind.GAP)


def test_a_fact_answers_its_own_question(store: Store) -> None:
    """The curator's question comes first, then its other wordings."""
    amount = target(store, "amount")
    assert (amount.kind, amount.facts) == (TargetKind.FACT, ("amount",))
    assert amount.wordings == ("How much does Harbour Mills pay?", "price of the kestrel stake", "What does it cost?")


def test_quotes_labels_cues_and_the_sentence_stand_beside(store: Store) -> None:
    """What a fact's claims and readings say belongs to it, without being a way to ask for it."""
    beside = target(store, "takeover").beside
    assert "the takeover of Kestrel Robotics" in beside
    assert {"a merger", "merger", "largest purchase", "the deal is called  ", "Terms"} <= set(beside)


def test_the_names_among_the_values_belong_to_a_fact(store: Store) -> None:
    """Who asks for a client by name asks for the clients."""
    clients = target(store, "clients")
    assert clients.named == {"northgate", "oakline"}
    assert clients.about == {"kestrel", "northgate", "oakline"}


@pytest.mark.parametrize(
    ("fact", "given"),
    [
        ("amount", {Sought.AMOUNT, Sought.DEGREE}),
        ("stake", {Sought.SHARE, Sought.AMOUNT, Sought.DEGREE}),
        ("founded-when", {Sought.DATE, Sought.DURATION}),
        ("successor", {Sought.PERSON, Sought.NAME, Sought.LIST, Sought.THING}),
        ("approach", {Sought.COMPANY, Sought.PERSON, Sought.NAME, Sought.LIST, Sought.THING}),
    ],
)
def test_a_fact_gives_what_its_kind_gives(store: Store, fact: str, given: set[Sought]) -> None:
    """Where the record does not say what a fact can give, its kind does, and whom its values name."""
    assert set(target(store, fact).gives or ()) == given


def test_the_record_may_say_what_a_fact_gives(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A reading can be a reason or a place, which no kind shows."""
    records = Records(tmp_path_factory.mktemp("records"))
    records.edit("company.yaml", "about: [harbour-mills]", "about: [harbour-mills]\n  answers: [reason, place]")
    assert set(target(records.store(), "haste").gives or ()) == {Sought.REASON, Sought.PLACE}


def test_a_topic_gives_what_its_facts_give(store: Store) -> None:
    """A topic is answered by its facts together, and is about all that they are about."""
    price = target(store, "price")
    assert (price.kind, price.facts) == (TargetKind.TOPIC, ("amount", "stake"))
    assert set(price.gives or ()) == {Sought.AMOUNT, Sought.SHARE, Sought.DEGREE}
    assert price.about == {"harbour-mills", "kestrel"}


def test_a_known_gap_leads_to_what_comes_nearest(store: Store) -> None:
    """A question without an answer may seek anything, and has facts to offer instead."""
    gap = target(store, "salaries")
    assert (gap.kind, gap.facts, gap.gives) == (TargetKind.GAP, ("staff",), None)
