"""How do tests get records that they may break? A copy of the sample deal, which no real one knows of."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from bot.fact import Store
from bot.lint import Material, Report, check
from bot.receipt import receipts
from bot.store import Language, load, read_language, write_receipts

SAMPLE = Path(__file__).parent
DEAL = "harbour-kestrel"


@cache
def language() -> Language:
    """The package's own words; read once, since nothing changes them."""
    return read_language()


class Records:
    """The sample's facts, seeds and articles below a folder of the test's own, with receipts stamped."""

    def __init__(self, folder: Path) -> None:
        for part in ("facts", "seeds", "articles"):
            shutil.copytree(SAMPLE / part, folder / part)
        self.folder = folder
        self.facts, self.seeds, self.articles = folder / "facts", folder / "seeds", folder / "articles"
        self.deal = self.facts / DEAL
        self.stamp()

    def stamp(self) -> None:
        """Write the receipts of the claims as they stand."""
        write_receipts(self.deal, receipts(self.store()))

    def store(self) -> Store:
        """The store as the bot would load it."""
        return load(self.deal, self.seeds, language())

    def check(self, *, full: bool = False) -> Report:
        """What the linter finds; `full` lets it see the articles."""
        return check(self.deal, self.seeds, language(), self.articles if full else None)

    def material(self) -> Material:
        """What the rules of a full check look at."""
        material = self.check(full=True).material
        assert material is not None
        return material

    def codes(self, *, full: bool = False) -> set[str]:
        """The codes that the linter reports."""
        return {problem.code for problem in self.check(full=full).problems}

    def path(self, name: str) -> Path:
        """`terms.yaml` of the deal, `010.yaml` of the seeds, `010_….txt` of the articles."""
        homes = (self.deal, self.seeds, self.articles)
        return next(home / name for home in homes if (home / name).exists())

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace the one place where `old` stands in a file."""
        text = self.path(name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.path(name).write_text(text.replace(old, new), "utf-8")

    def line(self, name: str, words: str) -> int:
        """The number of the first line of a file that holds `words`."""
        lines = self.path(name).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)
