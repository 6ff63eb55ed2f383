"""How does a new article get its record? A draft that leaves every judgement to the curator as a marked blank."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from bot.article import Article, read_article, sentences
from bot.fact import Fact, Store
from bot.store.marked import Marked, read_marked

_LEADING_ID = re.compile(r"(\d{3})_")
_LAST_ID = 999
_DRAFT = """\
id: "{id}"
file: {file}
sha256: {sha256}
# Everything below is for you to decide; `dealcheck lint` reports each blank until it is filled.
# facts/README.md says how. Write null where the article does not say, [] or {{}} where there is nothing to list.
label:        # two to four words of our own, by which people will know the article
title:        # as printed, double-quoted; null where it prints none
url:          # as printed in the article, else null; never from elsewhere
publisher:    # as url
author:       # as url
published:    # as url
digest:       # two or three sentences in our own words, double-quoted
quality:      # what a careful reader should know: one item a line
headlines:    # numbers of the paragraphs that are titles or section heads
boilerplate:  # numbers of the paragraphs of site furniture
unrelated:    # paragraph: what it is about instead
no_fact:      # paragraph.sentence (or paragraph): why it holds no fact
"""


class SeedRefusedError(Exception):
    """The article cannot get a record; the text says why, for the curator."""


def add_seed(article: Path, seeds: Path) -> Path:
    """Write the draft of a record for an article and return its path. Never overwrites: raises SeedRefusedError.

    The id is the article's own (`004_….txt`) where that is free, else the one after the highest in use.
    """
    read = _read(article)
    records = [read_marked(path) for path in sorted(seeds.glob("*.yaml"))]
    _refuse_known(read, records)
    taken = {Path(record.file).stem for record in records} | {_field(record, "id") for record in records}
    path = seeds / f"{next_id(read.name, taken)}.yaml"
    with path.open("x", encoding="utf-8") as file:
        file.write(_DRAFT.format(id=path.stem, file=read.name, sha256=read.sha256))
    return path


def next_id(file: str, taken: Collection[str]) -> str:
    """The id for an article's file. Raises SeedRefusedError where three digits no longer suffice."""
    own = _LEADING_ID.match(file)
    if own and own[1] not in taken:
        return own[1]
    number = max((int(used) for used in taken if used.isdecimal()), default=-1) + 1
    if number > _LAST_ID:
        raise SeedRefusedError("there is no free id of three digits")
    return f"{number:03d}"


def open_cells(store: Store, source: str) -> list[Fact]:
    """The facts that do not yet say what `source` holds on them."""
    return [fact for fact in store.facts.values() if source not in fact.claims]


def numbered(article: Article) -> Iterator[str]:
    """Every sentence of an article behind its number, as records cite it: `3.2 text`."""
    for paragraph, text in enumerate(article.paragraphs, 1):
        for sentence, words in enumerate(sentences(text), 1):
            yield f"{paragraph}.{sentence} {words}"


def _read(article: Path) -> Article:
    try:
        read = read_article(article)
    except OSError as error:
        raise SeedRefusedError(f"{article} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SeedRefusedError(f"{article} is not UTF-8 text") from None
    if not read.paragraphs:
        raise SeedRefusedError(f"{article} holds no text")
    return read


def _refuse_known(article: Article, records: list[Marked]) -> None:
    for record in records:
        if article.sha256 == _field(record, "sha256") or article.name == _field(record, "file"):
            raise SeedRefusedError(f"{record.file} already describes {article.name}; it is left as it is")


def _field(record: Marked, name: str) -> str:
    return str(record.data.get(name)) if isinstance(record.data, dict) else ""
