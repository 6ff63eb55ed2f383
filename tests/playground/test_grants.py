"""For how long, and how often, may an app answer?"""

import pytest

from bot.playground.grants import Grants
from bot.playground.refusal import RefusedError
from tests.playground.conftest import Watch


@pytest.fixture
def grants(watch: Watch) -> Grants:
    return Grants(watch)


def test_a_response_url_is_good_for_five_uses(grants: Grants) -> None:
    """The sixth use is refused."""
    url = grants.response_url("C1", "U1")
    assert [grants.use_response_url(url.id) for _ in range(5)] == [url] * 5
    with pytest.raises(RefusedError, match="used_url"):
        grants.use_response_url(url.id)


def test_a_response_url_is_good_for_thirty_minutes(grants: Grants, watch: Watch) -> None:
    """After thirty minutes it is refused, used or not; one that never was is refused always."""
    url = grants.response_url("C1", "U1")
    watch.now += 1800
    assert grants.use_response_url(url.id) == url
    watch.now += 1
    with pytest.raises(RefusedError, match="expired_url"):
        grants.use_response_url(url.id)
    with pytest.raises(RefusedError, match="invalid_url"):
        grants.use_response_url("made-up")


def test_a_trigger_opens_one_modal_within_three_seconds(grants: Grants, watch: Watch) -> None:
    """A trigger is good for three seconds and used up by its first use; one that never was is refused."""
    once, late = grants.trigger("U1"), grants.trigger("U2", "V1")
    watch.now += 3
    granted = grants.use_trigger(once)
    assert (granted.user, granted.view) == ("U1", None)
    with pytest.raises(RefusedError, match="exchanged_trigger_id"):
        grants.use_trigger(once)
    watch.now += 0.1
    with pytest.raises(RefusedError, match="expired_trigger_id"):
        grants.use_trigger(late)
    with pytest.raises(RefusedError, match="invalid_trigger_id"):
        grants.use_trigger("12345.98765.abcd")
