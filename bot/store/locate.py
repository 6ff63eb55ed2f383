"""Where are the records? By option, else by environment, else the checkout's, else the copy inside the package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.problem import Place, Problem, StoreError

_PACKAGE = Path(__file__).parents[1]


def locate(name: str, option: Path | None, environ: Mapping[str, str]) -> Path:
    """The folder called `name` ("facts" or "seeds"). Raises StoreError where a named one is missing."""
    asked = option or _from_environment(name, environ)
    if asked:
        return _existing(asked, name)
    places = (_PACKAGE.parent / name, _PACKAGE / "data" / name)
    return next((place for place in places if place.is_dir()), places[-1])


def deal_folders(facts: Path) -> tuple[Path, ...]:
    """The deal folders below `facts`, by name."""
    return tuple(sorted(path.parent for path in facts.glob("*/deal.yaml")))


def _from_environment(name: str, environ: Mapping[str, str]) -> Path | None:
    value = environ.get(f"DEALCHECK_{name.upper()}")
    return Path(value) if value else None


def _existing(folder: Path, name: str) -> Path:
    if not folder.is_dir():
        raise StoreError([Problem(Place(str(folder), 1), "Y001", f"no such folder for the {name}")])
    return folder
