"""What does the server take from the page?"""

import pytest
from pydantic import ValidationError

from bot.playground.page_requests import Failing, Submitted, Used


def test_a_choice_is_text_values_or_nothing() -> None:
    """As the page knows it from its elements."""
    place = {"channel": "C1", "ts": "1.0", "block_id": "b", "action_id": "a"}
    assert [Used.model_validate(place | more).choice for more in ({}, {"choice": "x"}, {"choice": ["x", "y"]})] == [
        None, "x", ["x", "y"],
    ]  # fmt: skip
    assert Submitted.model_validate({"view_id": "V1", "filled": {"b": {"a": None}}}).filled == {"b": {"a": None}}


@pytest.mark.parametrize("wrong", [{"fault": "flood"}, {"times": 0}, {"times": 21}])
def test_only_known_faults_are_planned_and_not_for_ever(wrong: dict[str, object]) -> None:
    """By name, one to twenty times."""
    with pytest.raises(ValidationError):
        Failing.model_validate({"method": "auth.test", "fault": "timeout"} | wrong)
