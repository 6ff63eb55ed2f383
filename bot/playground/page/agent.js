// How does the conversation with the app stand beside a channel?

import { Composer } from "./composer.js";
import { el, icon, refill } from "./dom.js";
import { Log } from "./log.js";
import { MessageView, avatar } from "./messages.js";
import { Prompts } from "./prompts.js";

export class AgentPane {
  // `close()` leaves the pane; `openThread(message)` shows a thread of the conversation in its place.
  constructor(node, store, { close, openThread }) {
    Object.assign(this, { node, store, close, openThread });
    this.bar = el("header.bar");
    this.composer = new Composer({ store, id: "agent", send: (text) => this.#send(text) });
    this.prompts = new Prompts(store, (text) => this.composer.submit(text));
    const list = el("div.log", { role: "log", "aria-live": "polite", tabindex: "0" });
    this.log = new Log(list, new MessageView(store, openThread), { head: () => [this.#greeting()] });
    node.append(this.bar, list, this.prompts.node, this.composer.node);
    store.addEventListener("screen", () => this.#refresh());
  }

  show() {
    const bot = this.store.user(this.store.state.bot);
    this.node.hidden = false;
    this.node.setAttribute("aria-label", `Conversation with ${bot.name}`);
    refill(this.bar, [
      avatar(this.store, this.store.state.bot, "small"), el("h2.bar-title", {}, bot.name), el("span.bar-note", {}, "Only visible to you"),
      el("button.tool.bar-close", { type: "button", "aria-label": `Close ${bot.name}`, title: "Close (Esc)", onclick: this.close }, icon("close")),
    ]);
    this.composer.label(`Ask ${bot.name}…`);
    this.log.node.setAttribute("aria-label", `Messages with ${bot.name}`);
    this.log.show(this.store.inChannel(this.store.line().id));
    this.prompts.show(this.store.line().id);
    this.composer.focus();
  }

  hide() {
    this.node.hidden = true;
  }

  changed(kind, message) {
    if (this.node.hidden || message.channel !== this.store.line().id) return;
    const first = message.thread_ts ? this.store.message(message.channel, message.thread_ts) : null;
    if (first) this.log.replace(first);
    else if (kind === "posted") this.log.add(message);
    else if (kind === "edited") this.log.replace(message);
    else this.log.remove(message);
  }

  // Each question begins a thread, and the answer stands there.
  async #send(text) {
    const line = this.store.line().id;
    const answer = await this.store.act("type", { channel: line, text });
    if (answer.ts) this.store.arrived(line, answer.ts).then((asked) => { if (!asked.ephemeral) this.openThread(asked); });
    return answer;
  }

  #refresh() {
    if (this.node.hidden) return;
    this.prompts.show(this.store.line().id);
  }

  #greeting() {
    return el("section.welcome.welcome-small", {}, el("h3", {}, "How can I help?"), this.store.state.welcome && el("p.lead", {}, this.store.state.welcome));
  }
}
