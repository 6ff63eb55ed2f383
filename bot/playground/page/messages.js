// How does one message look, with its author, its blocks and its thread?

import { renderBlocks } from "./blocks.js";
import { el, fill, icon } from "./dom.js";
import { emoji } from "./emoji.js";
import { Fields } from "./fields.js";
import { attachedFiles } from "./files.js";
import { menu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";

// Messages of one author that follow within this time stand under one name.
const TOGETHER_SECONDS = 300;
const HUES = 8;

export class MessageView {
  fields = new Fields();

  // `openThread(message)` is called for the thread; none inside a thread.
  constructor(store, openThread = null) {
    this.store = store;
    this.openThread = openThread;
  }

  render(message, previous = null) {
    const joined = previous !== null && this.#follows(message, previous);
    const node = el(`article.message${joined ? ".joined" : ""}${message.ephemeral ? ".private" : ""}`, {
      data: { ts: message.ts },
      "aria-label": `${this.#author(message).name}, ${clock(message.ts)}`,
    });
    fill(node, [
      el("div.gutter", {}, joined ? time(message.ts, "hover-time") : avatar(this.store, message.user)),
      el("div.body", {},
        message.ephemeral && this.#privateLine(message),
        !message.ephemeral && message.answers && el("div.answers", {}, "used ", el("code", {}, message.answers)),
        !joined && this.#byline(message),
        this.#content(message, node),
        el("div.fault", { role: "alert" }),
        this.#reactions(message),
        this.openThread && this.#threadLine(message),
        this.openThread && working(this.store, message),
      ),
      !message.ephemeral && this.#tools(message, node),
    ]);
    return node;
  }

  // Ephemeral lines of the app keep their own heads: each is an answer of its own.
  #follows(message, previous) {
    const near = Number(message.ts) - Number(previous.ts) < TOGETHER_SECONDS && sameDay(message.ts, previous.ts);
    return near && message.user === previous.user && !message.ephemeral && !previous.ephemeral && !message.answers;
  }

  #author(message) {
    return this.store.user(message.user);
  }

  #byline(message) {
    const author = this.#author(message);
    return el("div.byline", {},
      el("span.author", {}, author.name),
      author.is_bot && el("span.badge", {}, "APP"),
      time(message.ts),
    );
  }

  #privateLine(message) {
    return el("div.private-line", {}, icon("eye"), el("span.private-note", {}, "Only visible to you"),
      message.answers && el("span.asked", {}, el("span.dot", { "aria-hidden": "true" }, "·"), el("code", {}, message.answers)));
  }

  #content(message, node) {
    const place = `${message.channel}/${message.ts}`;
    const about = {
      names: this.store.names,
      held: (block, element) => this.fields.held(place, message.state, block, element),
      fill: (block, element, choice) => this.fields.fill(place, block, element, choice),
      use: (...used) => this.#use(message, node, ...used),
    };
    const said = message.blocks.length
      ? renderBlocks(message.blocks, about)
      : [el("div.words", {}, mrkdwn(message.text, this.store.names))];
    const attached = message.attachments.map((attachment) => this.#attachment(attachment, about));
    const isEdited = message.edited && !message.streaming;
    return el(`div.content${message.streaming ? ".streaming" : ""}`, {}, said, attached, attachedFiles(message.files),
      message.streaming && el("span.cursor", { "aria-label": "Still writing" }), isEdited && el("span.edited", {}, "(edited)"));
  }

  #attachment(attachment, about) {
    const inside = attachment.blocks
      ? renderBlocks(attachment.blocks, about)
      : mrkdwn(attachment.text ?? attachment.fallback ?? "", this.store.names);
    return el("div.attachment", {}, inside);
  }

  #use(message, node, block, element, choice, control) {
    return this.#act("use", node, control, {
      channel: message.channel, ts: message.ts, block_id: block.block_id, action_id: element.action_id, choice,
    });
  }

  // Sends what a person does with a message; what did not work is said below it.
  async #act(what, node, control, body) {
    const fault = node.querySelector(".fault");
    fault.replaceChildren();
    control.setAttribute("aria-busy", "true");
    const { ok, error, why } = await this.store.act(what, body);
    control.removeAttribute("aria-busy");
    if (ok) return;
    fault.replaceChildren(icon("warning"), `That did not work: ${why ?? error}.`);
    fault.scrollIntoView({ block: "nearest" });
  }

  #reactions(message) {
    if (!message.reactions.length) return null;
    return el("div.reactions", {}, message.reactions.map(({ name, users }) =>
      el("span.reaction", { title: users.map((id) => this.store.user(id).name).join(", ") },
        emoji(name) ?? `:${name}:`, ` ${users.length}`)));
  }

  #threadLine(message) {
    const replies = this.store.replies(message.channel, message.ts);
    if (!replies.length) return null;
    const people = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
    const count = `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`;
    return el("button.thread-line", { type: "button", onclick: () => this.openThread(message) },
      people.map((id) => avatar(this.store, id, "small")),
      el("span.thread-count", {}, count),
      el("span.thread-when", {}, `Last reply at ${clock(replies.at(-1).ts)}`));
  }

  // What can be done with a message; as in Slack, not with one that only one person sees.
  #tools(message, node) {
    const reply = this.openThread && el("button.tool", { type: "button", title: "Reply in thread", "aria-label": "Reply in thread",
      onclick: () => this.openThread(message) }, icon("reply"));
    const items = this.store.state.shortcuts.map(({ callback_id, name, description }) => ({
      label: name, title: description,
      choose: (control) => this.#act("take", node, control, { channel: message.channel, ts: message.ts, callback_id }),
    }));
    return (reply || items.length > 0) && el("div.tools", {}, reply, items.length > 0 && menu(items));
  }
}

// What the app is doing in the thread of a message, while it does it.
export function working(store, message) {
  const status = store.screen.statuses[message.channel]?.[message.ts];
  if (!status) return null;
  const words = status.loading[0] ?? status.text;
  return el("div.working", { role: "status" }, el("span.busy"), `${store.user(store.state.bot).name} ${words}`);
}

export function avatar(store, id, size = "") {
  const user = store.user(id);
  const of = size ? `.avatar-${size}` : "";
  if (id === store.state.bot) return el(`span.avatar.avatar-bot${of}`, { "aria-hidden": "true" }, icon("check"));
  if (id === "USLACKBOT") return el(`span.avatar.avatar-workspace${of}`, { "aria-hidden": "true" }, icon("gear"));
  const initials = user.name.split(/\s+/).map((name) => name[0]).join("").slice(0, 2).toUpperCase();
  const hue = [...user.name].reduce((sum, sign) => sum + sign.codePointAt(0), 0) % HUES;
  return el(`span.avatar.hue-${hue}${of}`, { "aria-hidden": "true" }, initials);
}

export function clock(ts) {
  return new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

export function sameDay(one, other) {
  return new Date(Number(one) * 1000).toDateString() === new Date(Number(other) * 1000).toDateString();
}

export function dayName(ts) {
  const now = Date.now() / 1000;
  if (sameDay(ts, now)) return "Today";
  if (sameDay(ts, now - 86_400)) return "Yesterday";
  return new Date(Number(ts) * 1000).toLocaleDateString([], { weekday: "long", month: "long", day: "numeric" });
}

function time(ts, kind = "time") {
  const when = new Date(Number(ts) * 1000);
  return el(`time.${kind}`, { datetime: when.toISOString(), title: when.toLocaleString() }, clock(ts));
}
