// How is a list of messages kept up to date, without losing the reader's place or focus?

import { el, icon } from "./dom.js";
import { dayName, sameDay } from "./messages.js";

// How near the end still counts as reading along.
const NEAR_END = 120;

function day(last, message) {
  return last === null || !sameDay(last.ts, message.ts) ? dayName(message.ts) : null;
}

export class Log {
  #messages = [];
  #following = true; // the reader is at the end, and stays there when the window changes

  // `head` makes what stands above the first message, `parting` names the line between two messages, if there is one.
  constructor(node, view, { head = () => [], parting = day } = {}) {
    Object.assign(this, { node, view, head, parting });
    this.list = el("div.list");
    this.jump = el("button.jump", { type: "button", hidden: true, onclick: () => this.toEnd() }, icon("down"), "New messages");
    node.replaceChildren(this.list, this.jump);
    node.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => { if (this.#following) this.toEnd(); }).observe(node);
  }

  show(messages) {
    this.#messages = [];
    this.list.replaceChildren(...this.head());
    const nodes = messages.map((message) => this.#append(message));
    this.toEnd();
    if (nodes.length) this.#reveal(nodes.at(-1));
  }

  // Follows what is new if the person reads along, and always what they did themselves or asked for.
  add(message) {
    const follow = this.#atEnd() || message.answers || message.ephemeral || message.user === this.view.store.state.you;
    const node = this.#append(message);
    if (follow) this.#reveal(node);
    else this.jump.hidden = false;
  }

  // Draws a message anew where it stands; if the focus was inside, it stays at the same element.
  replace(message) {
    const place = this.#messages.findIndex(({ ts }) => ts === message.ts);
    if (place < 0) return;
    this.#messages[place] = message;
    const old = this.#node(message.ts);
    const reading = this.#atEnd();
    const action = old.contains(document.activeElement) ? document.activeElement.dataset.action ?? "" : null;
    const before = this.#messages[place - 1] ?? null;
    const fresh = this.view.render(message, this.parting(before, message) ? null : before);
    old.replaceWith(fresh);
    if (action !== null) this.#focus(fresh, action);
    if (reading) this.#reveal(fresh);
  }

  remove(message) {
    this.#messages = this.#messages.filter(({ ts }) => ts !== message.ts);
    const kept = this.#messages;
    const from = this.node.scrollTop;
    this.show(kept);
    this.node.scrollTop = from;
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
    this.jump.hidden = true;
  }

  #scrolled() {
    this.#following = this.#atEnd();
    if (this.#following) this.jump.hidden = true;
  }

  #append(message) {
    const last = this.#messages.at(-1) ?? null;
    const parting = this.parting(last, message);
    const node = this.view.render(message, parting ? null : last);
    if (parting) this.list.append(el("div.parting", { role: "separator" }, el("span", {}, parting)));
    this.list.append(node);
    this.#messages.push(message);
    return node;
  }

  // To the end, but never past the beginning of what is new: a long answer is read from its first line.
  #reveal(node) {
    const top = node.offsetTop - 12;
    this.node.scrollTop = Math.min(top, this.node.scrollHeight - this.node.clientHeight);
  }

  #focus(fresh, action) {
    const same = [...fresh.querySelectorAll("[data-action]")].find((node) => node.dataset.action === action);
    const target = same ?? fresh.querySelector("button, a, select") ?? this.node;
    target.focus({ preventScroll: true });
  }

  #node(ts) {
    return this.list.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
  }

  #atEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_END;
  }
}
