"""What was a thread about, and what is said in it next? Answers that know what went before, and note themselves."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from bot.answer import Answer
from bot.blocks import (
    Exhibit,
    Frame,
    Look,
    Message,
    Modal,
    Request,
    Statement,
    render,
    render_sheet,
    render_whole,
    request_for,
    statement_for,
)
from bot.blocks.controls import USUAL
from bot.blocks.copy import render_copy
from bot.blocks.stream import Stream, stream_of
from bot.command import COMMANDS, converse, has_words, respond, start, statement_in, tidy
from bot.desk import Desk
from bot.journal import Journal
from bot.question import Focus
from bot.slack.payload import Click, Post

OUTDATED = Message("This button is from an earlier version of the bot. Please ask again.", [])
CHECKED = "For you alone, unless you share it: what you checked stands in this message and is kept nowhere else."
UNSHARED = "For you alone: what you checked is kept nowhere, and it is too long for a button to share it."
SHARED = "Shared to the channel."
_CHANGED = "The records have changed since it was asked; this is what they say now"
_FIXED = frozenset(command.name for command in COMMANDS if not command.hint)
_WHOLE = ""  # a direct message as a whole, in which people go on without a thread


@dataclass(frozen=True)
class Conversation:
    """The desk with a memory: of what threads were about, and of the questions that no source answers."""

    desk: Desk
    journal: Journal
    ready: dict[tuple[str, Look], tuple[Message, ...]] = field(default_factory=dict)

    def reply(self, post: Post, said: str) -> tuple[Message | Stream, ...]:
        """What is said to a post. Its buttons carry what it followed, so that its pages stay those of one answer.

        In a direct message a long answer comes in one piece.
        """
        before = self._before(post)
        answer = converse(self.desk, said, before)
        self._miss(answer)
        self._remember(answer, before, post.channel, {post.thread.ts, *([_WHOLE] if post.is_direct else [])})
        frame = self._frame(answer, request_for(said, before), thumbs=True, look=self.look(post.user))
        shown = _shown(answer, frame)
        stream = stream_of(answer, frame, shown[0]) if post.is_direct and len(shown) == 1 else None
        return (stream,) if stream else shown

    def overheard(self, post: Post, said: str) -> tuple[Message | Stream, ...]:
        """What is said to a post that does not name the bot: nothing, unless the sources answer it.

        People talk to each other in a thread, too, and what they leave unanswered was not asked of us.
        """
        answered = converse(self.desk, said, self._before(post)).answered
        return self.reply(post, said) if answered else ()

    def knows(self, post: Post) -> bool:
        """Whether a post stands in a thread of which we know what it is about."""
        return post.thread_ts is not None and self._before(post) is not None

    def look(self, person: str) -> Look:
        """How a person wants answers."""
        chosen = self.journal.preferences(person)
        return Look(named=chosen.citations == "names", brief=chosen.answers == "short")

    def command(self, typed: str, person: str) -> tuple[Message, ...]:
        """What is said to a slash command, which has no thread; where nothing can follow its name, it is made once."""
        text, look = tidy(typed), self.look(person)
        if text not in _FIXED:
            return self._commanded(typed, look)
        if (text, look) not in self.ready:
            self.ready[text, look] = self._commanded(text, look)
        return self.ready[text, look]

    def _commanded(self, typed: str, look: Look) -> tuple[Message, ...]:
        if (said := statement_in(typed)) is not None:
            return self._checked(said, look)
        answer = respond(self.desk, typed)
        self._miss(answer)
        return _shown(answer, self._frame(answer, request_for(typed), share=True, look=look))

    def checked(self, said: str, person: str) -> tuple[Message, ...]:
        """What the sources make of a message that somebody points at; of its words nothing is kept."""
        return self._checked(said, self.look(person))

    def _checked(self, said: str, look: Look) -> tuple[Message, ...]:
        """With a button that carries the text and shares the check, where one message holds either."""
        answer = self.desk.check(said)
        frame = self._frame(answer, None, note=CHECKED if has_words(said) else "", look=look)
        statement = statement_for(said, frame.digest)
        shareable = replace(frame, statement=statement)
        if statement and all(len(render_whole(answer, replace(shareable, look=each))) == 1 for each in (look, USUAL)):
            return render_whole(answer, shareable)
        return render_whole(answer, replace(frame, note=frame.note and UNSHARED))

    def check_shared(self, statement: Statement, sharer: str) -> tuple[Message, ...]:
        """A check for everybody, made anew: who shared it, on which records it rests, and whether they changed."""
        answer = self.desk.check(statement.checked)
        edition = self.desk.edition
        changed = statement.digest != edition.digest(answer.facts)
        lines = [f"Checked and shared by <@{sharer}>", edition.told, *([_CHANGED] if changed else [])]
        return render_whole(answer, self._frame(answer, None, note=" · ".join(lines), sharer=sharer))

    def check_kept(self, statement: Statement, person: str) -> tuple[Message, ...]:
        """The same for who shared it, who has no more to share."""
        answer = self.desk.check(statement.checked)
        return render_whole(answer, self._frame(answer, None, note=SHARED, look=self.look(person)))

    def suggested(self, click: Click, request: Request) -> Message:
        """What is said to a question on a button; in a direct message the talk goes on from there."""
        direct = click.in_direct_message
        if direct:
            channel, thread = click.container.channel_id, click.container.thread_ts
            before = self.journal.focus(channel, thread or _WHOLE)
            self._remember(self._answer(request), before, channel, {thread or _WHOLE, _WHOLE})
        return self.again(request, click.user.id, share=not direct, thumbs=direct)

    def again(self, request: Request, person: str, **options: Any) -> Message:
        """What a button asks for once more, or another page of it; `options` as in Frame."""
        answer, look = self._answer(request), self.look(person)
        wanted = replace(look, brief=look.brief and not request.whole)
        return render(answer, self._frame(answer, request, look=wanted, **options))

    def shared(self, request: Request, sharer: str, typed: str) -> Message:
        """An answer for everybody, made anew: who shared it, on which records it rests, and whether they changed."""
        answer = self._answer(request)
        edition = self.desk.edition
        changed = request.digest and request.digest != edition.digest(answer.facts)
        lines = [f"Shared by <@{sharer}> with `{typed}`", edition.told, *([_CHANGED] if changed else [])]
        return render(
            answer, replace(self._frame(answer, request, suggest=False, note=" · ".join(lines)), sharer=sharer)
        )

    def evidence(self, exhibit: Exhibit, person: str) -> Modal:
        """A page of what a fact rests on, of the card of a source, or of an answer."""
        known = {fact: self.desk.store.facts[fact].question for fact in exhibit.facts if fact in self.desk.store.facts}
        return render_sheet(self._exhibited(exhibit), exhibit, known, self.look(person))

    def start(self) -> tuple[Message, ...]:
        """What can be asked, for somebody who wanted to ask."""
        return _shown(start(self.desk.store), Frame())

    def asked(self, question: str, person: str) -> Modal:
        """The answer to a question that was asked in a dialog, which has no thread."""
        request = Request(text=tidy(question))
        self._miss(self._answer(request))
        return self.evidence(Exhibit(request=request), person)

    def copied(self, request: Request) -> Modal:
        """An answer to take along, as text and as Markdown."""
        return render_copy(self._answer(request), self.desk.edition)

    def copied_said(self, request: Request) -> tuple[Message, ...]:
        """The same as messages, where no dialog can be opened."""
        return render_whole(self._answer(request))

    def evidence_said(self, exhibit: Exhibit) -> tuple[Message, ...]:
        """The same as messages, where no dialog can be opened."""
        return render_whole(self._exhibited(exhibit))

    def _exhibited(self, exhibit: Exhibit) -> Answer:
        """A fact may be gone since its button was made."""
        if exhibit.request:
            return self._answer(exhibit.request)
        if exhibit.source:
            return self.desk.source(exhibit.source)
        known = exhibit.shown in self.desk.store.facts
        return self.desk.evidence(exhibit.shown) if known else self.desk.why(exhibit.shown)

    def _frame(self, answer: Answer, request: Request | None, **options: Any) -> Frame:
        """What stands around an answer, with what its facts say now."""
        return Frame(request, digest=self.desk.edition.digest(answer.facts), **options)

    def _answer(self, request: Request) -> Answer:
        return converse(self.desk, request.text, request.focus) if request.focus else respond(self.desk, request.text)

    def _before(self, post: Post) -> Focus | None:
        """What was last spoken of where the post stands: in its thread, or in the direct message as a whole."""
        if post.thread_ts or post.is_direct:
            return self.journal.focus(post.channel, post.thread_ts or _WHOLE)
        return None

    def _remember(self, answer: Answer, before: Focus | None, channel: str, threads: set[str]) -> None:
        if focus := self.desk.focus(answer, before):
            for thread in threads:
                self.journal.remember(channel, thread, focus)

    def _miss(self, answer: Answer) -> None:
        for question in answer.missing:
            self.journal.miss(question)


def _shown(answer: Answer, frame: Frame) -> tuple[Message, ...]:
    """A page of the answer, where its buttons can ask for the others, else all of it."""
    return (render(answer, frame),) if frame.request else render_whole(answer, frame)
