"""Are the articles at hand the ones that the records describe? (A)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bot.article import Article, normalise, read_article
from bot.lint.material import Material
from bot.lint.passage import Passage
from bot.problem import Place, Problem
from bot.record import Source


def read_articles(folder: Path, sources: dict[str, Source]) -> tuple[dict[str, Article], list[Problem]]:
    """The articles of `folder` by source, and the problems: missing, unreadable, changed, without a record."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for source in sources.values():
        try:
            articles[source.id] = read_article(folder / source.file)
        except (OSError, UnicodeDecodeError):
            problems.append(Problem(source.place, "A001", f"{source.id}: cannot read {source.file} in {folder}"))
    problems += [
        Problem(source.place, "A002", f"{source.id}: the sha256 of {source.file} is {articles[source.id].sha256}")
        for source in sources.values()
        if source.id in articles and articles[source.id].sha256 != source.sha256
    ]
    return articles, problems + list(_undescribed(folder, sources))


def _undescribed(folder: Path, sources: dict[str, Source]) -> Iterator[Problem]:
    described = {source.file for source in sources.values()}
    for path in sorted(folder.glob("*.txt")):
        if path.name not in described:
            yield Problem(Place(str(path), 1), "A009", "no record in the seeds describes this article")


def article_problems(material: Material) -> Iterator[Problem]:
    """A: paragraph numbers that the article does not have or that are listed twice, and data it does not print."""
    for source in material.store.sources.values():
        yield from _listed_twice(source)
        if passage := material.passages.get(source.id):
            yield from _out_of_range(material, source, passage)
            yield from _not_printed(material, source, passage.article)
    for _, claim, passage in material.cited():
        for name in (str(claim.citation.paragraph), *claim.also):
            if not passage.named(name):
                yield material.about(claim, "A003", f"the article has no ¶{name}")


def _listed_twice(source: Source) -> Iterator[Problem]:
    counted = Counter(
        (*source.boilerplate, *source.unrelated, *(name.partition(".")[0] for name in set(source.no_fact)))
    )
    aside = {*source.boilerplate, *source.unrelated}
    for number in sorted(aside, key=int):
        if counted[number] > 1:
            text = f"{source.id}: ¶{number} stands twice among boilerplate, unrelated and no_fact"
            yield Problem(source.place, "A008", text)


def _out_of_range(material: Material, source: Source, passage: Passage) -> Iterator[Problem]:
    for part in ("headlines", "boilerplate", "unrelated", "no_fact"):
        for name in getattr(source, part):
            if not passage.named(name) and passage.article.paragraph(int(name.partition(".")[0])) is None:
                yield Problem(material.at(source, part), "A003", f"{source.id}: the article has no ¶{name}")


def _not_printed(material: Material, source: Source, article: Article) -> Iterator[Problem]:
    whole = " ".join(article.normalised)
    for part in ("title", "url", "publisher", "author", "published"):
        value = getattr(source, part)
        if value and normalise(value) not in whole:
            yield Problem(material.at(source, part), "A010", f"{source.id}: the article does not print this {part}")
