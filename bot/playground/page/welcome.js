// What does somebody see who opens a channel for the first time?

import { el, icon } from "./dom.js";
import { avatar } from "./messages.js";

// `attempt(text)` sends an example as if it had been typed.
export function welcome(store, channel, attempt) {
  const { bot, examples, welcome: words } = store.state;
  const name = store.channelName(channel);
  const withBot = channel.with === bot;
  return el("section.welcome", { "aria-label": `About ${name}` },
    channel.with ? avatar(store, channel.with, "large") : el("span.avatar.avatar-large.avatar-channel", { "aria-hidden": "true" }, icon("hash")),
    el("h1", {}, channel.with ? name : `Welcome to #${name}`),
    el("p.lead", {}, lead(store, channel)),
    (withBot || !channel.with) && words && el("p.lead", {}, words),
    (withBot || !channel.with) && examples.length > 0 && el("div.examples", {},
      el("h2.examples-title", {}, "Things to try"),
      examples.map((example) => card(example, withBot ? `@${store.user(bot).name} ` : "", attempt))),
  );
}

function lead(store, channel) {
  if (channel.with === store.state.bot) return "Only you and the app read this conversation.";
  if (channel.with) return `Only you and ${store.channelName(channel)} read this conversation.`;
  return channel.topic || `The beginning of #${channel.name}.`;
}

// In a direct message the app need not be named.
function card({ text, description }, prefix, attempt) {
  const typed = prefix && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return el("button.example", { type: "button", onclick: () => attempt(typed) },
    el("span.example-text", {}, typed), el("span.example-about", {}, description));
}
