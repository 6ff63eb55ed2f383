"""What does the app show beside its messages, and for how long?"""

import pytest

from bot.playground.agent import Agent, Prompts
from bot.playground.message import Change, Draft, Message
from bot.playground.refusal import RefusedError
from tests.playground.conftest import Watch


@pytest.fixture
def agent(watch: Watch) -> Agent:
    return Agent(watch, "UBOT")


ASKED = Message("C1", "1.0", "U1", Draft("why?"))


def test_a_status_lasts_two_minutes(agent: Agent, watch: Watch) -> None:
    """An app that dies does not say for ever that it is working."""
    agent.set_status(ASKED, "is reading…")
    watch.now += 120
    assert list(agent.statuses("C1")) == ["1.0"]
    watch.now += 1
    assert agent.statuses("C1") == {}


def test_only_the_apps_own_words_end_a_status(agent: Agent) -> None:
    """A person who writes on in the thread does not."""
    agent.set_status(ASKED, "is reading…")
    for author, left in (("U1", 1), ("UBOT", 0)):
        agent.on_change(Change("posted", Message("C1", "2.0", author, Draft("so", thread_ts="1.0"))))
        assert len(agent.statuses("C1")) == left


def test_whoever_listens_hears_where_something_changes(agent: Agent) -> None:
    """Until they do not want to any more."""
    heard: list[str] = []
    stop = agent.subscribe(heard.append)
    agent.suggest("D1", Prompts(None, (("a", "a"),)))
    stop()
    agent.set_status(ASKED, "is reading…")
    assert heard == ["D1"]


@pytest.mark.parametrize("count", [0, 5])
def test_there_are_one_to_four_prompts(agent: Agent, count: int) -> None:
    """None and five are refused."""
    with pytest.raises(RefusedError, match="invalid_arguments"):
        agent.suggest("D1", Prompts(None, (("a", "a"),) * count))
