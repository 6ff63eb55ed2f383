"""`dealcheck chart`: the figures or the timeline as a picture in a file, or in the words of its alternative text?"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from bot import text
from bot.answer.charts import Chart
from bot.chart import Format, Picture, picture_of
from bot.cli.deal import add_deal_options, open_desk
from bot.cli.rows import PROGRAM


def register(commands: Any) -> None:
    """Add `chart` to the commands."""
    parser = commands.add_parser(
        "chart",
        description="Draws amounts and shares as each source gives them, or the timeline, each row with its sources.",
    )
    names = [chart.value for chart in Chart]
    parser.add_argument("chart", nargs="?", choices=names, default=names[0], help=f"what to draw (else {names[0]})")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write, ending in .png or .svg")
    parser.add_argument("--text", action="store_true", help="print the same in words, the picture's alternative text")
    add_deal_options(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Draw, or say why not: 1 where there is nothing to draw or the file cannot be written."""
    if arguments.output is None and not arguments.text:
        arguments.parser.error("name a file with -o, or ask for the words with --text")
    kind = _kind(arguments)
    desk = open_desk(arguments, os.environ)
    picture = picture_of(Chart(arguments.chart), desk)
    if picture is None:
        return _refused(text.render(Picture(Chart(arguments.chart), desk).answer, PROGRAM))
    if arguments.text:
        print(picture.alternative)
    return _written(picture, kind, arguments.output) if kind else 0


def _kind(arguments: argparse.Namespace) -> Format | None:
    """The format by the file's suffix; None without a file. Ends as wrong usage for any other suffix."""
    if arguments.output is None:
        return None
    suffix = arguments.output.suffix.removeprefix(".").lower()
    if suffix not in set(Format):
        arguments.parser.error(f"{arguments.output} has to end in .png or .svg")
    return Format(suffix)


def _written(picture: Picture, kind: Format, file: Path) -> int:
    try:
        file.write_bytes(picture.file(kind))
    except OSError as error:
        return _refused(f"cannot write {file}: {error.strerror}")
    return 0


def _refused(why: str) -> int:
    print(f"dealcheck: {why}", file=sys.stderr)
    return 1
