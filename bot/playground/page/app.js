// How do the parts of the page work together?

import { Composer } from "./composer.js";
import { el, icon, refill } from "./dom.js";
import { Log } from "./log.js";
import { MessageView, avatar } from "./messages.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { welcome } from "./welcome.js";

const part = (id) => document.getElementById(id);

const store = new Store();
const unread = new Map();
let current = null; // the channel that is open
let root = null; // the first message of the thread that is open

const composer = new Composer({ store, id: "composer", send: (text) => store.act("type", { channel: current, text }) });
const log = new Log(part("log"), new MessageView(store, openThread), {
  head: () => [welcome(store, store.channel(current), attempt)],
});
part("below").append(composer.node);

const threadComposer = new Composer({
  store, id: "thread", send: (text) => store.act("type", { channel: root.channel, text, thread_ts: root.ts }),
});
const threadList = el("div.log", { role: "log", "aria-live": "polite", "aria-label": "Replies", tabindex: "0" });
const threadLog = new Log(threadList, new MessageView(store), {
  parting: (last) => (last && last.ts === root.ts ? "Replies" : null),
});
part("thread").append(
  el("header.bar", {}, el("h2.bar-title", {}, "Thread"), el("span.bar-note"),
    el("button.tool.bar-close", { type: "button", "aria-label": "Close thread", title: "Close (Esc)", onclick: closeThread }, icon("close"))),
  threadList, threadComposer.node);

const sidebar = new Sidebar(part("sidebar"), store, {
  go: (channel) => { location.hash = channel; showSidebar(false); composer.focus(); },
  become: (person) => { closeThread(); store.open(person); },
});

function attempt(text) {
  composer.submit(text);
  composer.focus();
}

// The open channel and thread stand in the address, so that a reload comes back to them.
function readAddress() {
  const [channel, thread] = decodeURIComponent(location.hash.slice(1)).split("/");
  const known = store.channel(channel) ?? store.state.channels[0];
  openChannel(known.id);
  const message = thread && store.message(known.id, thread);
  if (message) showThread(message);
  else hideThread();
}

function openChannel(id) {
  current = id;
  unread.delete(id);
  const channel = store.channel(id);
  drawHeader(channel);
  log.node.setAttribute("aria-label", `Messages in ${title(channel)}`);
  log.show(store.inChannel(id));
  composer.label(`Message ${title(channel)}`);
  drawSidebar();
}

function drawHeader(channel) {
  document.title = `${title(channel)} · ${store.state.team}`;
  refill(part("header"), [
    el("button.tool.menu-button", { type: "button", "aria-label": "Channels", "aria-controls": "sidebar", onclick: () => showSidebar(true) }, icon("menu")),
    channel.with ? avatar(store, channel.with, "small") : el("span.bar-sign", { "aria-hidden": "true" }, icon("hash")),
    el("h2.bar-title", {}, store.channelName(channel)),
    el("span.bar-note", {}, channel.topic),
    !channel.with && el("span.members", { title: channel.members.map((id) => store.user(id).name).join(", ") },
      channel.members.slice(0, 3).map((id) => avatar(store, id, "tiny")), el("span", {}, String(channel.members.length)),
      el("span.sr", {}, " members")),
  ]);
}

function drawSidebar() {
  sidebar.render(current, unread);
}

function title(channel) {
  return channel.with ? store.channelName(channel) : `#${channel.name}`;
}

// Threads

function openThread(message) {
  location.hash = `${message.channel}/${message.ts}`;
  threadComposer.focus();
}

function closeThread() {
  if (root) location.hash = root.channel;
}

function showThread(message) {
  if (root?.ts !== message.ts) threadComposer.clear();
  root = message;
  part("thread").hidden = false;
  document.body.classList.add("with-thread");
  part("thread").querySelector(".bar-note").textContent = title(store.channel(message.channel));
  threadComposer.label("Reply…");
  threadLog.show([message, ...store.replies(message.channel, message.ts)]);
  threadComposer.focus();
}

function hideThread() {
  root = null;
  part("thread").hidden = true;
  document.body.classList.remove("with-thread");
}

// What arrives

function changed({ kind, message }) {
  if (message.channel === current) updateChannel(kind, message);
  else if (kind === "posted" && message.user !== store.state.you) markUnread(message.channel);
  if (root && message.channel === root.channel) updateThread(kind, message);
}

function updateChannel(kind, message) {
  if (message.thread_ts) {
    const first = store.message(message.channel, message.thread_ts);
    if (first) log.replace(first);
  } else if (kind === "posted") log.add(message);
  else if (kind === "edited") log.replace(message);
  else log.remove(message);
}

function updateThread(kind, message) {
  if (message.ts !== root.ts && message.thread_ts !== root.ts) return;
  if (kind === "posted") threadLog.add(message);
  else if (kind === "edited") threadLog.replace(message);
  else if (message.ts === root.ts) closeThread();
  else threadLog.remove(message);
}

function markUnread(channel) {
  unread.set(channel, (unread.get(channel) ?? 0) + 1);
  drawSidebar();
}

// The drawer of narrow windows

function showSidebar(open) {
  document.body.classList.toggle("with-sidebar", open);
  part("shade").hidden = !open;
  if (open) part("sidebar").querySelector(".current")?.focus();
}

part("shade").addEventListener("click", () => showSidebar(false));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (document.body.classList.contains("with-sidebar")) showSidebar(false);
  else if (root) { closeThread(); composer.focus(); }
});

window.addEventListener("hashchange", readAddress);
store.addEventListener("state", readAddress);
if (matchMedia("(hover: hover)").matches) store.addEventListener("state", () => composer.focus(), { once: true });
store.addEventListener("change", ({ detail }) => changed(detail));
store.addEventListener("online", () => document.body.classList.remove("offline"));
store.addEventListener("offline", () => document.body.classList.add("offline"));
store.open();
