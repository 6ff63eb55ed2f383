"""Are the records found where the person, the environment or the package says?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.problem import StoreError
from bot.store import deal_folders, locate


@pytest.mark.parametrize("name", ["facts", "seeds"])
def test_an_option_beats_the_environment_which_beats_the_checkout(tmp_path: Path, name: str) -> None:
    """The nearest word counts: option, then DEALCHECK_FACTS or DEALCHECK_SEEDS, then the records beside the code."""
    option, named = tmp_path / "option", tmp_path / "named"
    option.mkdir()
    named.mkdir()
    environ = {f"DEALCHECK_{name.upper()}": str(named)}
    assert locate(name, option, environ) == option
    assert locate(name, None, environ) == named
    assert locate(name, None, {}) == Path(__file__).parents[2] / name


def test_an_empty_variable_names_nothing() -> None:
    """A variable that is set and empty counts as unset."""
    assert locate("facts", None, {"DEALCHECK_FACTS": ""}) == locate("facts", None, {})


def test_a_named_folder_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    """What somebody asked for is never replaced by something else in silence."""
    with pytest.raises(StoreError, match="Y001 no such folder for the facts"):
        locate("facts", tmp_path / "none", {})
    with pytest.raises(StoreError, match="Y001 no such folder for the seeds"):
        locate("seeds", None, {"DEALCHECK_SEEDS": str(tmp_path / "none")})


def test_a_deal_folder_holds_a_deal_record(tmp_path: Path) -> None:
    """Deals come by name; a folder without deal.yaml is none."""
    for name in ("beta", "alpha", "notes"):
        (tmp_path / name).mkdir()
    (tmp_path / "beta" / "deal.yaml").touch()
    (tmp_path / "alpha" / "deal.yaml").touch()
    assert [folder.name for folder in deal_folders(tmp_path)] == ["alpha", "beta"]
