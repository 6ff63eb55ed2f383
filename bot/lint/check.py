"""Is a deal's folder in order, and what did the check cover?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.fact import Store
from bot.lint.articles import read_articles
from bot.lint.material import Material
from bot.lint.rules import problems
from bot.problem import Place, Problem, StoreError
from bot.store import RECEIPTS, Language, read
from bot.store.marked import read_marked

_UNREADABLE = frozenset({"Y001", "Y002", "Y003"})  # codes of files whose records are not there at all


@dataclass(frozen=True)
class Report:
    """What the linter found in one deal; `material` is None where the deal's own record cannot be read."""

    folder: Path
    problems: list[Problem]
    material: Material | None

    @property
    def beside_receipts(self) -> list[Problem]:
        """The problems that stamping would not mend."""
        receipts = str(self.folder / RECEIPTS)
        return [p for p in self.problems if not p.code.startswith("R") and p.place.file != receipts]


def check_all(facts: Path, seeds: Path, language: Language, articles: Path | None = None) -> list[Report]:
    """Lint every folder below `facts` that holds records, so also one that lacks its deal.yaml."""
    folders = sorted({path.parent for path in facts.glob("*/*.yaml")})
    if not folders:
        raise StoreError([Problem(Place(str(facts), 1), "Y001", "holds no deal folder")])
    return [check(folder, seeds, language, articles) for folder in folders]


def check(folder: Path, seeds: Path, language: Language, articles: Path | None = None) -> Report:
    """Lint one deal folder; with the folder of the articles, the full check."""
    store, found = read(folder, seeds, language)
    if store is None:
        return Report(folder, sorted(set(found)), None)
    at_hand = None
    if articles:
        at_hand, missing = read_articles(articles, dict(store.sources))
        found = found + missing
    unread = _unread(folder, seeds, store) if found else frozenset()
    material = Material(store, language, at_hand, unread, broken=any(p.code in _UNREADABLE for p in found))
    return Report(folder, sorted({*found, *problems(material)}), material)


def _unread(folder: Path, seeds: Path, store: Store) -> frozenset[str]:
    """The ids that stand in the files and did not become records."""
    keys = {str(key) for path in folder.glob("*.yaml") for key in read_marked(path).data or {}}
    keys |= {path.stem for path in seeds.glob("*.yaml")}
    return frozenset(keys - {*store.facts, *store.entities, *store.events, *store.sources})
