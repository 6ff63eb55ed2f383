"""What was a thread about, and what is said in it next? Answers that know what went before, and note themselves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer import Answer
from bot.blocks import Frame, Message, Request, render, render_whole, request_for
from bot.command import converse, respond
from bot.desk import Desk
from bot.journal import Journal
from bot.question import Focus
from bot.slack.payload import Click, Post

_WHOLE = ""  # a direct message as a whole, in which people go on without a thread


@dataclass(frozen=True)
class Conversation:
    """The desk with a memory: of what threads were about, and of the questions that no source answers."""

    desk: Desk
    journal: Journal

    def reply(self, post: Post, said: str) -> tuple[Message, ...]:
        """What is said to a post. Its buttons carry what it followed, so that its pages stay those of one answer."""
        before = self._before(post)
        answer = converse(self.desk, said, before)
        self._miss(answer)
        self._remember(answer, before, post.channel, {post.thread.ts, *([_WHOLE] if post.is_direct else [])})
        return _shown(answer, Frame(request_for(said, before)))

    def overheard(self, post: Post, said: str) -> tuple[Message, ...]:
        """What is said to a post that does not name the bot: nothing, unless the sources answer it.

        People talk to each other in a thread, too, and what they leave unanswered was not asked of us.
        """
        answered = converse(self.desk, said, self._before(post)).answered
        return self.reply(post, said) if answered else ()

    def knows(self, post: Post) -> bool:
        """Whether a post stands in a thread of which we know what it is about."""
        return post.thread_ts is not None and self._before(post) is not None

    def command(self, typed: str) -> tuple[Message, ...]:
        """What is said to a slash command, which has no thread."""
        answer = respond(self.desk, typed)
        self._miss(answer)
        return _shown(answer, Frame(request_for(typed), share=True))

    def checked(self, said: str) -> tuple[Message, ...]:
        """What the sources make of a message that somebody points at; of its words nothing is kept."""
        return render_whole(self.desk.check(said))

    def suggested(self, click: Click, request: Request) -> Message:
        """What is said to a question on a button; in a direct message the talk goes on from there."""
        if click.in_direct_message:
            channel, thread = click.container.channel_id, click.container.thread_ts
            before = self.journal.focus(channel, thread or _WHOLE)
            self._remember(self._answer(request), before, channel, {thread or _WHOLE, _WHOLE})
        return self.again(request, share=not click.in_direct_message)

    def again(self, request: Request, *, share: bool = False, suggest: bool = True, note: str = "") -> Message:
        """What a button asks for once more, or another page of it."""
        return render(self._answer(request), Frame(request, share=share, suggest=suggest, note=note))

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
    return (render(answer, frame),) if frame.request else render_whole(answer)
