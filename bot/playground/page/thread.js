// How does a thread stand beside its channel?

import { Composer } from "./composer.js";
import { el, icon, refill } from "./dom.js";
import { Log } from "./log.js";
import { MessageView, working } from "./messages.js";

export class ThreadPane {
  root = null; // the first message of the thread that is open

  // `close()` leaves the pane, `back()` goes to where the thread was opened from, `title(channel)` names a channel.
  constructor(node, store, { close, back, title }) {
    Object.assign(this, { node, store, close, back, title });
    this.bar = el("header.bar");
    this.status = el("div.pane-status");
    this.composer = new Composer({
      store, id: "thread", send: (text) => store.act("type", { channel: this.root.channel, text, thread_ts: this.root.ts }),
    });
    const list = el("div.log", { role: "log", "aria-live": "polite", "aria-label": "Replies", tabindex: "0" });
    this.log = new Log(list, new MessageView(store), { parting: (last) => (last && last.ts === this.root.ts ? "Replies" : null) });
    node.append(this.bar, list, this.status, this.composer.node);
    store.addEventListener("screen", () => this.#drawStatus());
  }

  // `fromApp` says that the thread belongs to the conversation with the app, which stands in the same place.
  show(message, fromApp = false) {
    if (this.root?.ts !== message.ts) this.composer.clear();
    this.root = message;
    this.node.hidden = false;
    this.#drawBar(message, fromApp);
    this.composer.label("Reply…");
    this.log.show([message, ...this.store.replies(message.channel, message.ts)]);
    this.#drawStatus();
    this.composer.focus();
  }

  hide() {
    this.root = null;
    this.node.hidden = true;
  }

  changed(kind, message) {
    if (!this.root || message.channel !== this.root.channel) return;
    if (message.ts !== this.root.ts && message.thread_ts !== this.root.ts) return;
    if (kind === "posted") this.log.add(message);
    else if (kind === "edited") this.log.replace(message);
    else if (message.ts === this.root.ts) this.close();
    else this.log.remove(message);
  }

  #drawBar(message, fromApp) {
    refill(this.bar, [
      fromApp && el("button.tool", { type: "button", "aria-label": "Back to the conversation", title: "Back", onclick: this.back }, icon("back")),
      el("h2.bar-title", {}, "Thread"), el("span.bar-note", {}, this.title(this.store.channel(message.channel))),
      el("button.tool.bar-close", { type: "button", "aria-label": "Close thread", title: "Close (Esc)", onclick: this.close }, icon("close")),
    ]);
  }

  #drawStatus() {
    refill(this.status, [this.root && working(this.store, this.root)]);
  }
}
