// Which channels and conversations are there, and as whom does the person look at them?

import { el, icon } from "./dom.js";
import { avatar } from "./messages.js";

export class Sidebar {
  // `go(channel)` opens a channel, `become(person)` looks as somebody else, `payloads(shown)` switches the panel.
  constructor(node, store, { go, become, payloads }) {
    Object.assign(this, { node, store, go, become, payloads });
  }

  render(current, unread, withPayloads) {
    const { channels, bot, team } = this.store.state;
    const entries = (wanted) => channels.filter(wanted).map((channel) => this.#entry(channel, channel.id === current, unread.get(channel.id) ?? 0));
    const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.channel : null;
    this.node.replaceChildren(
      el("div.workspace", {}, el("div.workspace-name", {}, team), el("div.workspace-note", {}, "On this machine only")),
      el("div.places", {},
        group("Channels", entries((channel) => !channel.with)),
        group("Direct messages", entries((channel) => channel.with && channel.with !== bot)),
        group("Apps", entries((channel) => channel.with === bot)),
      ),
      this.#switch(withPayloads),
      this.#me(),
    );
    if (focused) this.node.querySelector(`[data-channel="${CSS.escape(focused)}"]`)?.focus();
  }

  #entry(channel, isCurrent, unread) {
    const sign = channel.with ? avatar(this.store, channel.with, "tiny") : el("span.sign", { "aria-hidden": "true" }, icon("hash"));
    return el(`button.place${isCurrent ? ".current" : ""}${unread ? ".unread" : ""}`, {
      type: "button", "aria-current": isCurrent ? "page" : null, data: { channel: channel.id }, onclick: () => this.go(channel.id),
    }, sign, el("span.place-name", {}, this.store.channelName(channel)),
      unread > 0 && el("span.count", { "aria-label": `${unread} new` }, String(unread)));
  }

  #switch(isOn) {
    return el("label.switch", {}, icon("code"), el("span", {}, "Show raw payloads"),
      el("input", { type: "checkbox", role: "switch", checked: isOn, onchange: ({ currentTarget }) => this.payloads(currentTarget.checked) }));
  }

  #me() {
    const { people, you } = this.store.state;
    const options = people.map((id) => el("option", { value: id }, this.store.user(id).name));
    const choice = el("select.me-choice", { id: "me", onchange: ({ currentTarget }) => this.become(currentTarget.value) }, options);
    choice.value = you;
    return el("div.me", {}, avatar(this.store, you),
      el("div", {}, el("label.me-label", { for: "me" }, "You are"), choice));
  }
}

function group(title, entries) {
  return entries.length ? el("section.group", { "aria-label": title }, el("h2.group-title", {}, title), entries) : null;
}
