"""Do the project's own files keep their promises: the lock, the settings, the wheel, what is published?"""

from __future__ import annotations

import ast
import io
import re
import shutil
import subprocess
import sys
import tokenize
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parent.parent
PARTS = {"bot", "deploy", "facts", "seeds", "tests"}
TOP_LEVEL = PARTS | {"LICENSE", "Makefile", "README.md", "pyproject.toml", "requirements.lock"}
CARRIED = {"bot": "bot", "facts": "bot/data/facts", "seeds": "bot/data/seeds"}

PIN = re.compile(r"([\w.-]+)==([\w.!+]+)( ; [^\\]+?)?( --hash=sha256:[0-9a-f]{64})+")
REGISTRY = re.compile(r"(?i)\b(?:pypi|pythonhosted|npmjs|yarnpkg)\.(?:org|com|io)\b|--(?:extra-)?index-url")
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:work|farm|root|home|Users|tmp)/")
SWITCHED_OFF = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b")
SWITCHED_OFF_WITH_REASON = re.compile(r"#\s*(?:noqa:\s*[A-Z\d, ]+|type:\s*ignore\[[\w, -]+\])\s*#\s*\w+")


def test_the_lock_holds_pins_with_hashes_and_nothing_else() -> None:
    """Every entry of the lock is a version with its hashes; no address, path or option stands in it."""
    assert [entry for entry in locked() if not PIN.fullmatch(entry)] == []


def test_the_lock_satisfies_every_declared_dependency() -> None:
    """Each dependency that the settings name is pinned to a version that the settings allow."""
    pins = [(canonicalize_name(pin[1]), pin[2]) for pin in map(PIN.fullmatch, locked()) if pin]
    declared = [*settings()["project"]["dependencies"], *settings()["dependency-groups"]["dev"]]
    assert [wanted for wanted in declared if not satisfied(Requirement(wanted), pins)] == []


def test_every_rule_switched_off_in_the_settings_carries_its_reason() -> None:
    """A lint rule or a type check that is switched off says why on the same line."""
    text = (ROOT / "pyproject.toml").read_text()
    lists = re.findall(r'^(?:ignore|"[\w/*.]+"|module) = \[\n(.*?)^\]', text, re.MULTILINE | re.DOTALL)
    lines = [line for listed in lists for line in listed.splitlines()]
    assert len(lines) > len(settings()["tool"]["ruff"]["lint"]["ignore"])
    assert [line for line in lines if not re.fullmatch(r'    "[\w.*]+", +# \w.+', line)] == []


def test_every_rule_switched_off_in_code_carries_its_reason() -> None:
    """A `noqa` or `type: ignore` names its rule, and a second comment on the line says why."""
    comments = [comment for path in python_files() for comment in comments_of(path)]
    silencing = [comment for comment in comments if SWITCHED_OFF.search(comment)]
    assert [comment for comment in silencing if not SWITCHED_OFF_WITH_REASON.search(comment)] == []


def test_every_test_states_its_rule() -> None:
    """A test's docstring is the rule it checks, so each test has one."""
    written = [(path.name, test) for path in python_files("test_*") for test in written_tests(path)]
    assert written
    assert [(file, test.name) for file, test in written if ast.get_docstring(test) is None] == []


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry", "machine-path"])
def test_no_file_names_a_registry_or_a_path_of_one_machine(pattern: re.Pattern[str]) -> None:
    """What is published holds on every machine: no package registry's host, no path into somebody's files."""
    found = [f"{path}: {hit[0]}" for path in project_files() for hit in pattern.finditer(readable(path))]
    assert found == []


def test_the_top_level_holds_only_what_the_layout_names() -> None:
    """Beside dotfiles, the top level holds the parts of the project and the files that tools require."""
    tops = {path.relative_to(ROOT).parts[0] for path in project_files()}
    assert {top for top in tops if not top.startswith(".")} - TOP_LEVEL == set()


def test_the_wheel_carries_the_records_and_every_file_of_the_package(tmp_path: Path) -> None:
    """The wheel holds the whole package, and the records as `bot/data`, so it answers without a checkout."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("dealcheck-*.whl")
    expected = {carried_as(path) for path in project_files() if path.relative_to(ROOT).parts[0] in CARRIED}
    assert expected - set(zipfile.ZipFile(wheel).namelist()) == set()


@pytest.fixture
def machine_without_articles(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A scratch project with our conftest and two tests: one needs the articles, the other nothing."""
    monkeypatch.delenv("DEALCHECK_ARTICLES", raising=False)
    monkeypatch.delenv("DEALCHECK_REQUIRE_ALL", raising=False)
    shutil.copy(ROOT / "tests" / "conftest.py", pytester.path / "conftest.py")
    pytester.makeini("[pytest]\naddopts = -p no:asyncio -p no:hypothesispytest")
    pytester.makepyfile("def test_reads(articles): pass\ndef test_plain(): pass")
    return pytester


def test_a_missing_need_skips_with_its_reason(machine_without_articles: pytest.Pytester) -> None:
    """Where a need is missing, its tests are skipped with one line that names it."""
    result = machine_without_articles.runpytest_inprocess("-rs")
    result.assert_outcomes(passed=1, skipped=1)
    result.stdout.fnmatch_lines(["SKIPPED*needs the articles (DEALCHECK_ARTICLES names their folder)"])


def test_a_skip_fails_where_everything_is_required(
    machine_without_articles: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With DEALCHECK_REQUIRE_ALL set, a test that would be skipped fails the run."""
    monkeypatch.setenv("DEALCHECK_REQUIRE_ALL", "1")
    result = machine_without_articles.runpytest_inprocess()
    result.assert_outcomes(passed=1, errors=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_module_that_skips_itself_fails_where_everything_is_required(
    machine_without_articles: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With DEALCHECK_REQUIRE_ALL set, a whole file that skips itself fails the run too."""
    monkeypatch.setenv("DEALCHECK_REQUIRE_ALL", "1")
    machine_without_articles.makepyfile(test_optional="import pytest\npytest.importorskip('no_such_module')")
    assert machine_without_articles.runpytest_inprocess().ret == pytest.ExitCode.INTERRUPTED


def test_tests_with_a_need_can_be_left_out(
    machine_without_articles: pytest.Pytester,
) -> None:
    """Using a need's fixture brings its marker along, so `-m` can leave such tests out without a skip."""
    result = machine_without_articles.runpytest_inprocess("-m", "not articles")
    result.assert_outcomes(passed=1, deselected=1)


def locked() -> list[str]:
    """The lock's entries, each on one line, without its comments."""
    joined = re.sub(r"\s*\\\n\s+", " ", (ROOT / "requirements.lock").read_text())
    return [line for line in joined.splitlines() if not line.startswith("#")]


def satisfied(wanted: Requirement, pins: list[tuple[NormalizedName, str]]) -> bool:
    """A package may be pinned once for each range of Python versions; each pin has to be allowed."""
    versions = [version for name, version in pins if name == canonicalize_name(wanted.name)]
    return bool(versions) and all(map(wanted.specifier.contains, versions))


def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def project_files() -> list[Path]:
    """What belongs to the project: git's list, or without git every file not hidden, built or cached."""
    listed = git_files()
    return [path for path in listed if path.is_file()] if listed else sorted(walked_files())


def git_files() -> list[Path]:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return []
    run = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [ROOT / name for name in run.stdout.split("\0") if name]


def walked_files() -> list[Path]:
    tops = [top for top in ROOT.iterdir() if not re.match(r"\.|(?:build|dist|node_modules)$", top.name)]
    below = [path for top in tops for path in (top.rglob("*") if top.is_dir() else [top])]
    return [path for path in below if path.is_file() and "__pycache__" not in path.parts]


def python_files(named: str = "*") -> list[Path]:
    return [path for path in project_files() if path.match(f"{named}.py")]


def written_tests(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    nodes = ast.walk(ast.parse(readable(path)))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [function for function in functions if function.name.startswith("test_")]


def comments_of(path: Path) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(readable(path)).readline)
    return [f"{path}:{token.start[0]}: {token.string}" for token in tokens if token.type == tokenize.COMMENT]


def readable(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="ignore")


def carried_as(path: Path) -> str:
    top, *rest = path.relative_to(ROOT).parts
    return "/".join((CARRIED[top], *rest))
