// What does the app suggest to ask, above the box of its conversation?

import { el, refill } from "./dom.js";

export class Prompts {
  node = el("div.prompts", { hidden: true });

  // `attempt(text)` sends a prompt as if it had been typed.
  constructor(store, attempt) {
    Object.assign(this, { store, attempt });
  }

  show(channel) {
    const offered = channel && this.store.screen.prompts[channel];
    this.node.hidden = !offered;
    refill(this.node, offered ? [
      el("span.prompts-title", {}, offered.title ?? "Suggested"),
      offered.prompts.map(({ title, message }) =>
        el("button.prompt", { type: "button", title: message, onclick: () => this.attempt(message) }, title)),
    ] : []);
  }
}
