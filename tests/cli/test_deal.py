"""Is the deal found that option or environment names, and is it said clearly what is wrong with its records?"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from tests.cli.shell import ROOT, Shell
from tests.sample.records import DEAL, Records

Capture = pytest.CaptureFixture[str]
PROBLEM = re.compile(r"(?P<file>.+):(?P<line>\d+): (?P<code>[A-Z]\d{3}) \S.*")


def problems(err: str) -> list[tuple[str, str, str]]:
    """File name, line and code of each problem; every line of stderr has to be one."""
    found = [PROBLEM.fullmatch(line) for line in err.splitlines()]
    assert all(found), err
    return [(Path(hit["file"]).name, hit["line"], hit["code"]) for hit in found if hit]


def second_deal(records: Records) -> str:
    shutil.copytree(records.deal, records.facts / "second")
    return "second"


def test_the_environment_names_the_records(records: Records, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    """DEALCHECK_FACTS and DEALCHECK_SEEDS stand for the options."""
    monkeypatch.setenv("DEALCHECK_FACTS", str(records.facts))
    monkeypatch.setenv("DEALCHECK_SEEDS", str(records.seeds))
    assert main(["summary"]) == 0
    assert capsys.readouterr().out.startswith("Harbour Mills' stake in Kestrel Robotics\n")


def test_without_a_word_the_own_records_are_served(capsys: Capture) -> None:
    """In a checkout, the records of the checkout answer."""
    assert main(["sources", "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len([*(ROOT / "seeds").glob("*.yaml")])


def test_several_deals_have_to_be_told_apart(shell: Shell) -> None:
    """Nothing is guessed: the deals are listed, and how to name one."""
    second_deal(shell.records)
    err = shell.refuse("summary", code=2)
    assert f"holds several deals ({DEAL}, second); name one with --deal or DEALCHECK_DEAL" in err


def test_the_named_deal_is_served(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option names a deal, else the environment does."""
    name = second_deal(shell.records)
    record = shell.records.facts / name / "deal.yaml"
    record.write_text(record.read_text("utf-8").replace("Harbour Mills' stake", "The second stake"), "utf-8")
    assert shell.run("summary", "--deal", name).startswith("The second stake")
    monkeypatch.setenv("DEALCHECK_DEAL", name)
    assert shell.run("summary").startswith("The second stake")
    assert shell.run("summary", "--deal", DEAL).startswith("Harbour Mills' stake")


def test_an_unknown_deal_is_wrong_usage(shell: Shell) -> None:
    """The message names the deals that there are."""
    assert f"holds no deal called 'other', only: {DEAL}" in shell.refuse("summary", "--deal", "other", code=2)


Slip = Callable[[Records], object]


@pytest.mark.parametrize(
    ("slip", "found"),
    [
        (lambda r: r.path("terms.yaml").write_text(""), ("terms.yaml", "1", "Y003")),
        (lambda r: r.path("entities.yaml").write_text("\n# nothing yet\n"), ("entities.yaml", "1", "Y003")),
        (lambda r: r.edit("terms.yaml", "amount:\n", "amount: [\n"), ("terms.yaml", "3", "Y002")),
        (lambda r: r.path("010.yaml").write_bytes(b"caf\xe9: 1"), ("010.yaml", "1", "Y001")),
        (lambda r: r.path("events.yaml").unlink(), ("events.yaml", "1", "Y001")),
        (lambda r: r.edit("terms.yaml", "kind: percent", "kind: share"), ("terms.yaml", "", "Y006")),
        (lambda r: shutil.rmtree(r.deal), ("facts", "1", "Y001")),
        (lambda r: shutil.rmtree(r.facts), ("facts", "1", "Y001")),
        (lambda r: shutil.rmtree(r.seeds), ("seeds", "1", "Y001")),
        (lambda r: [path.unlink() for path in r.seeds.glob("*.yaml")], ("seeds", "1", "Y001")),
    ],
    ids=["empty", "comment", "broken", "bytes", "missing", "unknown", "no-deal", "no-facts", "no-seeds", "no-sources"],
)
def test_records_that_cannot_be_served_are_problems(shell: Shell, slip: Slip, found: tuple[str, str, str]) -> None:
    """A missing folder, an empty file, broken YAML: a line each with file, line and code, and exit code 1."""
    slip(shell.records)
    name, line, code = found
    told = problems(shell.refuse("ask", "How much?", code=1))
    assert any((told_name, told_code) == (name, code) for told_name, _, told_code in told)
    assert not line or (name, line, code) in told


def test_every_problem_is_told_not_only_the_first(shell: Shell) -> None:
    """Curators see all that is wrong in one go."""
    shell.records.edit("terms.yaml", "kind: percent", "kind: share")
    shell.records.edit("010.yaml", "label: Early Word", "labels: Early Word")
    files = {name for name, _, _ in problems(shell.refuse("summary", code=1))}
    assert files == {"terms.yaml", "010.yaml"}
