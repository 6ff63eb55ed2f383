"""`dealcheck seeds add FILE`: begin the record of a new article."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from bot.article import read_article
from bot.seed import SeedRefusedError, add_seed, numbered, open_cells
from bot.store import deal_folders, locate, read, read_language


def register(commands: Any) -> None:
    """Add `seeds` to the commands."""
    parser = commands.add_parser("seeds", description="Work on the records of articles.")
    actions = parser.add_subparsers(title="actions", required=True, metavar="ACTION")
    summary = "begin the record of a new article, with a marked blank for each judgement"
    add = actions.add_parser("add", help=summary, description=summary)
    add.add_argument("file", type=Path, metavar="FILE", help="the article: UTF-8 text, one paragraph a line")
    add.add_argument("--seeds", type=Path, metavar="DIR", help="folder of the articles' records")
    add.add_argument("--facts", type=Path, metavar="DIR", help="folder of the deal folders")
    add.add_argument("--show", action="store_true", help="print the article's sentences with their numbers")
    add.set_defaults(run=run_add)


def run_add(arguments: argparse.Namespace) -> int:
    """Draft the record and list what it opens; 1 where that is refused."""
    seeds = locate("seeds", arguments.seeds, os.environ)
    facts = locate("facts", arguments.facts, os.environ)
    try:
        path = add_seed(arguments.file, seeds)
    except SeedRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    print(f"{path}: drafted; fill its blanks")
    if arguments.show:
        print("\n".join(numbered(read_article(arguments.file))))
    _list_cells(facts, seeds, path.stem)
    return 0


def _list_cells(facts: Path, seeds: Path, source: str) -> None:
    """Broken records elsewhere do not stand in the way: what can be read is listed, and `lint` tells the rest."""
    language = read_language()
    for folder in deal_folders(facts):
        store, _ = read(folder, seeds, language)
        for fact in open_cells(store, source) if store else ():
            print(f'{fact.place.file}:{fact.place.line}: {fact.id}: "{source}" is open: {fact.question}')
