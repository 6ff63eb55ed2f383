"""Does `dealcheck lint` tell curators and scripts alike what is wrong, and stamp only what is right?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.sample.records import DEAL, Records

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_articles_by_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check of the real articles must not reach into these records."""
    monkeypatch.delenv("DEALCHECK_ARTICLES", raising=False)


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return Records(tmp_path)


def lint(records: Records, *options: str) -> int:
    return main(["lint", "--facts", str(records.facts), "--seeds", str(records.seeds), *options])


def test_clean_records_give_one_line_and_zero(records: Records, capsys: Capture) -> None:
    """Facts, claims, claims in own words and checked claims are counted."""
    assert lint(records) == 0
    out, err = capsys.readouterr()
    assert out == f"{DEAL}: 14 facts, 21 claims (2 in own words), 21 checked against their articles\n"
    assert err == ""


def test_every_problem_stands_on_a_line_of_its_own_in_order(records: Records, capsys: Capture) -> None:
    """Problems are printed as `file:line: CODE text`, by file and line; their number goes to people on stderr."""
    records.edit("terms.yaml", '"thereby worth $8 billion"', '"thereby worth $7 billion"')
    records.edit("010.yaml", "label: Early Word", "label: Early")
    records.edit("company.yaml", "subject: company\n  kind: date", "subject: firm\n  kind: date")
    assert lint(records) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith(f"{records.path('company.yaml')}:4: I003 founded-when: there is no subject 'firm'")
    assert f"{records.path('010.yaml')}:4: W005 010: a label has two to four words" in lines
    assert [line.split(":")[:2] for line in lines] == sorted(
        (line.split(":")[:2] for line in lines), key=lambda place: (place[0], int(place[1]))
    )
    assert err == f"{len(lines)} problems\n"


def test_paths_are_told_as_seen_from_here(records: Records, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of the records, the file's own short path is printed, ready to be opened."""
    monkeypatch.chdir(records.folder)
    records.edit("010.yaml", "label: Early Word", "label: Early")
    lint(records)
    assert capsys.readouterr().out.startswith("seeds/010.yaml:4: W005")


def test_the_full_check_prints_the_balance_of_each_article(records: Records, capsys: Capture) -> None:
    """Sentences are counted by what accounts for them; those that nothing accounts for are problems."""
    records.edit("terms.yaml", ", also: [5]", "")
    assert lint(records, "--articles", str(records.articles)) == 1
    head, *rows = [line.split() for line in capsys.readouterr().out.splitlines()[:4]]
    assert " ".join(head) == "article sentences by quote by also no fact boilerplate or unrelated unaccounted"
    assert rows == [
        ["010", "9", "5", "0", "2", "1", "1"],
        ["011", "8", "6", "1", "0", "1", "0"],
        ["012", "6", "4", "0", "2", "0", "0"],
    ]


def test_the_environment_can_name_the_articles(
    records: Records, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With DEALCHECK_ARTICLES set, plain `lint` is the full check."""
    monkeypatch.setenv("DEALCHECK_ARTICLES", str(records.articles))
    records.path("011_signed.txt").unlink()
    assert lint(records) == 1
    assert "A001 011: cannot read 011_signed.txt" in capsys.readouterr().out


def test_an_empty_variable_names_no_articles(
    records: Records, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A variable that is set and empty counts as unset."""
    monkeypatch.setenv("DEALCHECK_ARTICLES", "")
    assert lint(records) == 0
    assert "unaccounted" not in capsys.readouterr().out


def test_a_folder_of_articles_that_is_missing_is_wrong_usage(records: Records, capsys: Capture) -> None:
    """A full check that could not see the articles must not look like one that passed."""
    assert lint(records, "--articles", str(records.folder / "none")) == 2
    assert "no such folder of articles" in capsys.readouterr().err


def test_stamping_needs_the_articles(records: Records, capsys: Capture) -> None:
    """Only the full check earns a receipt."""
    assert lint(records, "--stamp") == 2
    assert "--stamp needs --articles DIR" in capsys.readouterr().err


def test_stamping_renews_the_receipts_of_changed_claims(records: Records, capsys: Capture) -> None:
    """A claim that was mended is stale until the full check stamped it."""
    records.edit("company.yaml", '"employs about 900 people"', '"about 900 people"')
    assert lint(records) == 1
    assert "R002 staff [010]: changed since" in capsys.readouterr().out
    assert lint(records, "--articles", str(records.articles), "--stamp") == 0
    assert f"{DEAL}: 21 receipts written to" in capsys.readouterr().out
    assert lint(records) == 0


def test_stamping_twice_writes_the_same_file(records: Records) -> None:
    """The file depends on the claims alone, so that it changes only when they do."""
    before = records.path("receipts.yaml").read_bytes()
    assert lint(records, "--articles", str(records.articles), "--stamp") == 0
    assert records.path("receipts.yaml").read_bytes() == before


@pytest.mark.parametrize("text", ["", "broken: [\n", "<<<<<<< ours\n"])
def test_stamping_mends_a_damaged_file_of_receipts(records: Records, text: str) -> None:
    """The file is generated, so whatever happened to it, the full check makes it anew."""
    records.path("receipts.yaml").write_text(text)
    assert lint(records) == 1
    assert lint(records, "--articles", str(records.articles), "--stamp") == 0
    assert lint(records) == 0


def test_nothing_is_stamped_while_the_full_check_finds_problems(records: Records, capsys: Capture) -> None:
    """A wrong claim gets no receipt, and the old ones stay as they are."""
    before = records.path("receipts.yaml").read_bytes()
    records.edit("company.yaml", '"employs about 900 people"', '"some 900 people"')
    records.edit("company.yaml", "value: about 900", "value: some 900")
    assert lint(records, "--articles", str(records.articles), "--stamp") == 1
    out, err = capsys.readouterr()
    assert "Q002 staff [010]: ¶4 does not say 'some 900 people'" in out
    assert "R00" not in out
    assert "No receipts were written" in err
    assert records.path("receipts.yaml").read_bytes() == before


def test_every_deal_is_checked(records: Records, capsys: Capture) -> None:
    """Each folder with records counts as a deal, so that a forgotten deal.yaml does not hide the rest."""
    other = records.facts / "other-deal"
    other.mkdir()
    (other / "terms.yaml").write_text("price: {}\n")
    assert lint(records) == 1
    out = capsys.readouterr().out
    assert f"{other / 'deal.yaml'}:1: Y001 cannot be read: No such file or directory" in out


@pytest.mark.parametrize("option", ["--facts", "--seeds"])
def test_a_missing_folder_is_a_problem(records: Records, capsys: Capture, option: str) -> None:
    """The folder that was asked for is named."""
    missing = str(records.folder / "none")
    assert lint(records, option, missing) == 1
    assert f"{missing}:1: Y001 no such folder for the {option[2:]}" in capsys.readouterr().out


def test_a_folder_without_deals_is_a_problem(records: Records, capsys: Capture) -> None:
    """Checking nothing is not success."""
    assert lint(records, "--facts", str(records.articles)) == 1
    assert "Y001 holds no deal folder" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["deal.yaml", "entities.yaml", "events.yaml", "terms.yaml", "010.yaml"])
@pytest.mark.parametrize("text", ["", "a: [\n", "- list\n"], ids=["empty", "broken", "list"])
def test_a_broken_file_is_named(records: Records, capsys: Capture, name: str, text: str) -> None:
    """Whichever file is empty, no YAML or no mapping: it is named, and nothing raises."""
    path = records.path(name)
    path.write_text(text)
    assert lint(records, "--articles", str(records.articles)) == 1
    assert f"{path}:" in capsys.readouterr().out


def test_a_script_sees_the_exit_code(records: Records) -> None:
    """`python -m bot` ends with the command's own code."""
    records.path("deal.yaml").unlink()
    command = [sys.executable, "-m", "bot", "lint", "--facts", str(records.facts), "--seeds", str(records.seeds)]
    finished = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert finished.returncode == 1
    assert "deal.yaml:1: Y001" in finished.stdout
