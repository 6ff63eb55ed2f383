"""Which deal does a command speak of? The options and variables that name it, and the desk that answers for it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from bot.desk import Desk
from bot.problem import Place, Problem, StoreError
from bot.shelf import open_shelf
from bot.store import deal_folders, load, locate, read_language


def add_deal_options(parser: argparse.ArgumentParser) -> None:
    """Add `--facts`, `--seeds` and `--deal`; each may come from the environment instead."""
    records = parser.add_argument_group("records")
    records.add_argument(
        "--facts", type=Path, metavar="DIR", help="folder of the deal folders (else DEALCHECK_FACTS, else our own)"
    )
    records.add_argument(
        "--seeds", type=Path, metavar="DIR", help="folder of the articles' records (else DEALCHECK_SEEDS, else our own)"
    )
    records.add_argument(
        "--deal", metavar="NAME", help="which deal, where there are several folders (else DEALCHECK_DEAL)"
    )
    parser.set_defaults(parser=parser)


def open_desk(arguments: argparse.Namespace, environ: Mapping[str, str]) -> Desk:
    """The desk of the deal that options and environment name.

    Raises StoreError where records are missing or broken; ends as wrong usage where it is open which deal is meant.
    """
    facts = locate("facts", arguments.facts, environ)
    seeds = locate("seeds", arguments.seeds, environ)
    language = read_language()
    return Desk(load(_deal_folder(facts, arguments, environ), seeds, language), language, open_shelf(environ))


def _deal_folder(facts: Path, arguments: argparse.Namespace, environ: Mapping[str, str]) -> Path:
    folders = {folder.name: folder for folder in deal_folders(facts)}
    if not folders:
        raise StoreError([Problem(Place(str(facts), 1), "Y001", "holds no deal folder (a folder with a deal.yaml)")])
    named = arguments.deal or environ.get("DEALCHECK_DEAL") or _only(folders)
    if named not in folders:
        _refuse(named, facts, folders, arguments.parser)
    return folders[named]


def _only(folders: Mapping[str, Path]) -> str:
    return next(iter(folders)) if len(folders) == 1 else ""


def _refuse(named: str, facts: Path, folders: Mapping[str, Path], parser: argparse.ArgumentParser) -> NoReturn:
    known = ", ".join(folders)
    if named:
        parser.error(f"{facts} holds no deal called {named!r}, only: {known}")
    parser.error(f"{facts} holds several deals ({known}); name one with --deal or DEALCHECK_DEAL")
