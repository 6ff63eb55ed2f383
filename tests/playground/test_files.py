"""Which files are there, and how do they come?"""

import pytest

from bot.playground.files import FILE_BYTES, File, Shelf, new_id
from bot.playground.refusal import RefusedError


def announced(name: str = "deal.csv", length: int = 3) -> File:
    return File(new_id(), name, length, "U1", 0.0)


def test_a_file_is_there_once_its_content_is() -> None:
    """Before that it is not found."""
    shelf, file = Shelf(), announced()
    ticket = shelf.expect(file)
    with pytest.raises(RefusedError, match="file_not_found"):
        shelf.brought(file.id)
    shelf.bring(ticket, b"abc")
    assert shelf.brought(file.id).content == b"abc"
    assert shelf.finish(shelf.brought(file.id), None, is_shared=True).title == "deal.csv"


def test_a_ticket_is_good_for_what_was_announced_once() -> None:
    """Another length is refused, and so is a second time."""
    shelf = Shelf()
    ticket = shelf.expect(announced())
    with pytest.raises(RefusedError, match="file_size_mismatch"):
        shelf.bring(ticket, b"abcd")
    with pytest.raises(RefusedError, match="invalid_upload_url"):
        shelf.bring(ticket, b"abc")


def test_a_file_may_be_too_large() -> None:
    """Slack takes a gigabyte."""
    with pytest.raises(RefusedError, match="file_upload_size_restricted"):
        Shelf().expect(announced(length=FILE_BYTES + 1))


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [("a.png", "image/png", "png"), ("a", "application/octet-stream", "text"), ("A.CSV", "text/csv", "csv")],
)
def test_a_file_is_known_by_its_name(name: str, media_type: str, kind: str) -> None:
    """The ending tells what it is."""
    assert (announced(name).media_type, announced(name).kind) == (media_type, kind)
