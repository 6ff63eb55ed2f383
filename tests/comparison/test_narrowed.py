"""Do one member of a list, and some of the sources, have a verdict of their own?"""

from __future__ import annotations

import pytest

from bot.comparison import Verdict, of_member, of_sources
from bot.desk import Desk
from tests.desks import desk_of, real_desk
from tests.sample.records import Records


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(Records(tmp_path_factory.mktemp("records")))


def test_what_each_source_lists_besides_does_not_matter() -> None:
    """Lists that differ agree on the members that they share, and a member of one list has one source."""
    clients = real_desk().deal.facts["clients"]
    assert clients.verdict is Verdict.DIFFER
    assert of_member(clients, ["openai"]).verdict is Verdict.AGREE
    assert of_member(clients, ["nvidia"]).verdict is Verdict.SINGLE_SOURCE


def test_a_source_that_leaves_a_member_out_does_not_speak_on_it() -> None:
    """Lists are open: silence denies nothing."""
    of_nvidia = of_member(real_desk().deal.facts["clients"], ["scale-ai", "nvidia"])
    assert of_nvidia.fact.silent == ("001", "002", "003")
    assert {claim.citation.source for claim in of_nvidia.fact.all_claims} == {"000"}


@pytest.mark.parametrize("asked", [[], ["anthropic"], ["google", "openai"]])
def test_without_one_member_the_list_is_compared_as_a_whole(asked: list[str]) -> None:
    """Who asks for nobody, for somebody who is not listed, or for several asks for the list."""
    clients = real_desk().deal.facts["clients"]
    assert of_member(clients, asked) is clients


def test_other_facts_have_no_members(desk: Desk) -> None:
    """A figure, or a name that stands alone, is compared as it is."""
    for comparison in desk.deal.facts.values():
        if comparison.fact.kind != "entities":
            assert of_member(comparison, comparison.fact.about) is comparison


def test_every_member_has_at_least_one_source() -> None:
    """Whoever is listed was listed by somebody."""
    for comparison in real_desk().deal.facts.values():
        for name in real_desk().store.entities:
            assert of_member(comparison, [name]).fact.all_claims or not comparison.fact.all_claims


def test_some_sources_are_compared_as_if_the_others_were_not_there() -> None:
    """Two that say the same agree, whatever a third says; one that is silent leaves the other alone."""
    valuation = real_desk().deal.facts["valuation"]
    assert valuation.verdict is Verdict.DISAGREE
    assert of_sources(valuation, ["001", "002"]).verdict is Verdict.DISAGREE
    assert of_sources(valuation, ["001", "003"]).verdict is Verdict.SINGLE_SOURCE


@pytest.mark.parametrize("sources", [[], ["999"], ["000", "001", "002", "003"]])
def test_none_and_all_sources_are_the_whole_comparison(sources: list[str]) -> None:
    """Nothing is left out, so nothing is compared anew."""
    valuation = real_desk().deal.facts["valuation"]
    assert of_sources(valuation, sources) is valuation
