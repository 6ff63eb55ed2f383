"""Does the page do in channels and threads what a person expects of it, in a real browser?"""

import pytest
from playwright.async_api import Locator, Page, expect

from bot.playground.message import Draft
from bot.playground.server import Playground
from tests.playground.page.hands import NARROW, composer, enter, offers, private, say

pytestmark = [pytest.mark.chromium, pytest.mark.asyncio(loop_scope="module")]

MRKDWN = {
    "*bold* _italic_ ~struck~": "<strong>bold</strong> <em>italic</em> <s>struck</s>",
    "*a _b_ c*": "<strong>a <em>b</em> c</strong>",
    "snake_case_name 2*3*4 * not *": "snake_case_name 2*3*4 * not *",
    "(*in brackets*), *next*.": "(<strong>in brackets</strong>), <strong>next</strong>.",
    "`*code*` `a &lt; b`": '<code class="short">*code*</code> <code class="short">a &lt; b</code>',
    "```\nx *y*\n```": "<pre><code>x *y*</code></pre>",
    "&gt; quoted\n> too\nafter": "<blockquote>quoted<br>too</blockquote>after",
    "one\ntwo": "one<br>two",
    "list\n•  *a*\n•  b\nend": ('list<div class="bullet">•  <strong>a</strong></div><div class="bullet">•  b</div>end'),
    "<https://example.org/?a=1&amp;b=2|the *source*>": (
        '<a href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the *source*</a>'
    ),
    "<javascript:alert(1)|click>": "click",
    "<@U0PLAYBOT> <@U404|gone>": '<span class="mention">@Beacon</span> <span class="mention">@gone</span>',
    "<@U0PLAY0001>": '<span class="mention mention-you">@Mara Quay</span>',
    "<#C0PLAY0002|tea> <!channel>": (
        '<span class="mention">#tea</span> <span class="mention mention-all">@channel</span>'
    ),
    "&lt;!channel&gt; &amp;amp;": "&lt;!channel&gt; &amp;amp;",
    "&lt;img src=x onerror=alert(1)&gt;": "&lt;img src=x onerror=alert(1)&gt;",
    ":warning: :no_such_sign: 10:30:45": "⚠️ :no_such_sign: 10:30:45",
    "שלום *港* é": "שלום <strong>港</strong> é",
}
MARKDOWN = {
    "# Top\n\ntext **bold** *it* ~~no~~": "<h3>Top</h3><p>text <strong>bold</strong> <em>it</em> <s>no</s></p>",
    "- a\n- b\n  - c": "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
    "2. two\n3. three": '<ol start="2"><li>two</li><li>three</li></ol>',
    "> said\n> so": "<blockquote><p>said<br>so</p></blockquote>",
    "```py\n<b>\n```": "<pre><code>&lt;b&gt;</code></pre>",
    "[a](https://example.org) [b](javascript:alert(1))": (
        '<p><a href="https://example.org" target="_blank" rel="noopener noreferrer">a</a> b)</p>'
    ),
    "| a | b |\n|---|---|\n| 1 | 2 |": (
        '<div class="table"><table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"
    ),
    "5 \\* 6 and 2*3*4": "<p>5 * 6 and 2*3*4</p>",
}


async def test_the_welcome_offers_things_to_try(page: Page) -> None:
    """A click on an example runs it, and the answer is marked as private."""
    await expect(page.locator(".example")).to_have_count(2)
    await page.get_by_role("button", name="/deal summary The deal in short").click()
    await expect(private(page)).to_contain_text("Only visible to you")
    await expect(private(page)).to_contain_text("/deal summary")
    await expect(private(page).get_by_role("heading")).to_have_text("Harbour buys Lighthouse: the deal in short")


async def test_commands_are_completed_and_run_by_keyboard(page: Page) -> None:
    """A slash lists the commands; arrows choose, Enter takes, Enter sends."""
    await composer(page).press_sequentially("/de")
    await expect(offers(page)).to_have_count(3)
    await composer(page).press("ArrowDown")
    await expect(offers(page, selected=True)).to_contain_text("/deal plain")
    await composer(page).press("Enter")
    await expect(composer(page)).to_have_value("/deal plain")
    await composer(page).press("Enter")
    await expect(private(page)).to_contain_text("Only words")


async def test_a_command_that_wants_words_waits_for_them(page: Page) -> None:
    """Tab completes up to where the person goes on, the hint stays, and Escape hides it."""
    await composer(page).press_sequentially("/deal a")
    await composer(page).press("Tab")
    await expect(composer(page)).to_have_value("/deal ask ")
    await expect(offers(page)).to_contain_text("QUESTION")
    await composer(page).press_sequentially("why?")
    await composer(page).press("Escape")
    await expect(offers(page)).to_have_count(0)
    await composer(page).press("Enter")
    await expect(private(page)).to_contain_text("You said: ask why?")


async def test_a_mention_is_completed_and_answered_in_a_thread(page: Page) -> None:
    """The channel shows the replies as a line, the thread shows them all and takes more."""
    await composer(page).press_sequentially("@Be")
    await composer(page).press("Enter")
    await expect(composer(page)).to_have_value("@Beacon ")
    await composer(page).press_sequentially("who buys?")
    await composer(page).press("Enter")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread.locator(".message")).to_have_count(2)
    await thread.get_by_role("combobox").fill("thanks, @Beacon")
    await thread.get_by_role("combobox").press("Enter")
    await expect(page.get_by_role("button", name="3 replies")).to_be_visible()
    await expect(thread.locator(".message")).to_have_count(4)
    await page.keyboard.press("Escape")
    await expect(thread).to_be_hidden()
    await expect(composer(page)).to_be_focused()


async def test_a_thread_survives_a_reload(page: Page, stage: Playground) -> None:
    """The open channel and thread stand in the address."""
    say(stage, "begin here")
    message = page.locator(".message", has_text="begin here")
    await message.hover()
    await message.get_by_role("button", name="Reply in thread").click()
    await page.reload()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread.locator(".message .body")).to_have_text(["BeaconAPP" + await clock_of(thread) + "begin here"])


async def test_a_button_pages_in_place_and_keeps_the_focus(page: Page) -> None:
    """With the keyboard alone one can go on paging."""
    await enter(page, "/deal summary")
    button = private(page).get_by_role("button", name="Next page")
    await button.focus()
    await page.keyboard.press("Enter")
    await expect(private(page)).to_contain_text("2 of 3")
    await expect(button).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(private(page)).to_contain_text("3 of 3")
    await expect(private(page)).to_have_count(1)


async def test_sharing_shows_the_answer_to_others(page: Page) -> None:
    """The other person sees what was shared, and not what was private."""
    await enter(page, "/deal summary")
    await private(page).get_by_role("button", name="Share to channel").click()
    await expect(page.locator(".message")).to_have_count(2)
    await page.get_by_label("You are").select_option("Otto Pier")
    await expect(page.locator(".message")).to_have_count(1)
    await expect(page.locator(".message")).to_contain_text("Shared by @Mara Quay")


async def test_a_menu_is_used_by_keyboard(page: Page) -> None:
    """More actions open with Enter, close with Escape, and a choice goes to the bot."""
    await enter(page, "/deal summary")
    more = private(page).get_by_role("button", name="More actions")
    await more.press("Enter")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_be_hidden()
    await more.press("Enter")
    await page.get_by_role("menuitem", name="Report an error").click()
    await expect(private(page).last).to_contain_text("You chose report")


async def test_a_shortcut_is_taken_from_a_messages_menu(page: Page, stage: Playground) -> None:
    """Each message of the channel has a menu of what the app does with it; the answer is for who took it."""
    say(stage, "three little words")
    message = page.locator(".message", has_text="three little words")
    await message.hover()
    await message.get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Count the words").click()
    await expect(private(page)).to_contain_text("3 words")
    await expect(private(page)).to_be_in_viewport()
    await expect(page.get_by_role("menu")).to_be_hidden()


async def test_a_shortcut_is_taken_by_keyboard(page: Page, stage: Playground) -> None:
    """The menu opens and closes without a mouse, in a thread too, and what failed is told at the message."""
    said = say(stage, "begin here")
    harbour = stage.workspace.channel("harbour")
    stage.workspace.post(harbour, stage.workspace.bot.id, Draft("an answer", thread_ts=said.ts))
    await page.get_by_role("button", name="1 reply").click()
    reply = page.get_by_role("complementary", name="Thread").locator(".message", has_text="an answer")
    more = reply.get_by_role("button", name="More actions")
    await more.press("Enter")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("menu")).to_be_hidden()
    await expect(more).to_be_focused()
    await more.press("Enter")
    await page.get_by_role("menuitem", name="Fail").press("Enter")
    await expect(reply.get_by_role("alert")).to_have_text("That did not work: Beacon answered with HTTP status 500.")


async def test_a_private_answer_has_no_menu_of_shortcuts(page: Page) -> None:
    """As in Slack, what only one person sees cannot be pointed at."""
    await enter(page, "/deal plain")
    await expect(private(page)).to_contain_text("Only words")
    await expect(private(page).get_by_role("button", name="More actions")).to_have_count(0)


async def test_a_failed_click_is_told_at_the_button(page: Page) -> None:
    """What did not work is said below the buttons, as an alert."""
    await enter(page, "/deal summary")
    await private(page).get_by_role("button", name="Remove").click()
    await expect(page.get_by_role("alert").filter(has_text="did not work")).to_have_text(
        "That did not work: Beacon answered with HTTP status 500."
    )


async def test_a_failed_command_is_told_in_the_channel(page: Page) -> None:
    """The person reads the error as a private line of the workspace."""
    await enter(page, "/deal crash")
    await expect(private(page)).to_contain_text("/deal failed with the error “dispatch_failed”")


async def test_a_direct_message_is_answered_without_a_mention(page: Page) -> None:
    """In the app's conversation the examples do without its name, and it answers what is written."""
    await page.get_by_role("button", name="Beacon", exact=True).click()
    await expect(page.locator(".example-text").last).to_have_text("who buys?")
    await enter(page, "hello")
    await page.get_by_role("button", name="1 reply").click()
    await expect(page.get_by_role("complementary", name="Thread")).to_contain_text("You wrote: hello")


async def test_messages_elsewhere_are_counted(page: Page, stage: Playground) -> None:
    """A channel that is not open shows how many messages wait, and stops when it is opened."""
    tea = stage.workspace.channel("tea")
    for text in ("one", "two"):
        stage.people[1].say(tea.id, text)
    place = page.get_by_role("button", name="tea 2 new")
    await place.click()
    await expect(page.get_by_role("button", name="tea", exact=True)).to_be_visible()
    await expect(page.locator(".message")).to_have_count(2)


async def test_the_last_line_comes_back(page: Page) -> None:
    """Arrow up recalls what was sent; Shift and Enter start a new line; an empty line is not sent."""
    await enter(page, "first")
    await enter(page, "second")
    await composer(page).press("ArrowUp")
    await composer(page).press("ArrowUp")
    await expect(composer(page)).to_have_value("first")
    await composer(page).press("ArrowDown")
    await expect(composer(page)).to_have_value("second")
    await composer(page).fill("two")
    await composer(page).press("Shift+Enter")
    await composer(page).press_sequentially("lines")
    await composer(page).press("Enter")
    await composer(page).press("Enter")
    await expect(page.locator(".message .words")).to_have_text(["first", "second", "twolines"])


async def test_a_long_answer_is_shown_from_its_first_line(page: Page) -> None:
    """The beginning of what the person asked for is in view, though the end is not."""
    await enter(page, "/deal long")
    await expect(private(page).get_by_text("Only visible to you")).to_be_in_viewport()
    await expect(private(page)).to_contain_text("term number 44")


async def test_hostile_words_stay_words(page: Page, stage: Playground) -> None:
    """Markup in any place of a message makes no element, no script and no request."""
    evil = '"><img src=x onerror="document.title=1"><script>document.title=1</script>'
    say(stage, evil)
    say(
        stage,
        "x",
        [
            {"type": "header", "text": {"type": "plain_text", "text": evil}},
            {"type": "section", "text": {"type": "mrkdwn", "text": f"*{evil}* <javascript:document.title=1|go>"}},
            {"type": "markdown", "text": f"# {evil}\n[go](javascript:document.title=1)"},
            {"type": "image", "image_url": "http://example.org/track.png", "alt_text": evil},
        ],
    )
    await expect(page.locator(".message")).to_have_count(2)
    assert await page.locator(".message").locator("img, script, iframe").count() == 0
    assert await page.locator(".message a").evaluate_all("links => links.map(link => link.protocol)") == ["http:"]
    assert await page.title() == "#harbour · Playground"


async def test_a_question_is_asked_before_a_button_that_wants_it(page: Page, stage: Playground) -> None:
    """Without a yes nothing is sent."""
    confirm = {
        key: {"type": "plain_text", "text": text}
        for key, text in {"title": "Sure?", "text": "For all to see", "confirm": "Yes", "deny": "No"}.items()
    }
    button = {"type": "button", "text": {"type": "plain_text", "text": "Share"}, "confirm": confirm}
    say(stage, "x", [{"type": "actions", "elements": [button | {"action_id": "share"}]}])
    await page.get_by_role("button", name="Share").click()
    await page.get_by_role("dialog").get_by_role("button", name="No").click()
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(page.locator(".message")).to_have_count(1)
    await page.get_by_role("button", name="Share").click()
    await page.get_by_role("dialog").get_by_role("button", name="Yes").click()
    await expect(page.locator(".message")).to_have_count(2)


async def test_a_narrow_window_has_a_drawer(page: Page) -> None:
    """The sidebar gives way, opens on request, closes on Escape, and nothing runs over the edge."""
    await page.set_viewport_size(NARROW)
    await enter(page, "/deal summary")
    await expect(private(page)).to_be_visible()
    sidebar = page.get_by_role("navigation", name="Workspace")
    await expect(sidebar).to_be_hidden()
    await page.get_by_role("button", name="Channels").click()
    await expect(sidebar).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(sidebar).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await page.locator("#log").evaluate("log => log.scrollWidth <= log.clientWidth")


async def test_what_was_not_sent_stays_in_the_box(page: Page, stage: Playground) -> None:
    """A message that is refused is told below the box, and its words are not lost."""
    stage.workspace.archive(stage.workspace.channel("harbour"))
    await enter(page, "too late")
    await expect(page.get_by_role("status").filter(has_text="Not sent")).to_have_text("Not sent: is_archived.")
    await expect(composer(page)).to_have_value("too late")


@pytest.mark.parametrize(("module", "cases"), [("mrkdwn", MRKDWN), ("markdown", MARKDOWN)])
async def test_markup_is_drawn_as_in_slack(module: str, cases: dict[str, str], page: Page) -> None:
    """Each piece of markup becomes exactly these elements and this text."""
    drawn = await page.evaluate(
        """async ([module, cases]) => {
            const names = { user: (id) => ({ U0PLAYBOT: "Beacon", U0PLAY0001: "Mara Quay" })[id],
                            channel: (id) => ({ C0PLAY0002: "tea" })[id], you: () => "U0PLAY0001" };
            const draw = (await import(`/${module}.js`))[module];
            const html = (text) => {
                const node = document.createElement("div");
                node.append(...draw(text, names));
                return node.innerHTML;
            };
            return Object.fromEntries(cases.map((text) => [text, html(text)]));
        }""",
        [module, list(cases)],
    )
    assert drawn == cases


async def clock_of(thread: Locator) -> str:
    return await thread.locator("time").first.inner_text()
