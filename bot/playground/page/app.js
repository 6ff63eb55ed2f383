// How do the parts of the page work together?

import { AgentPane } from "./agent.js";
import { Composer } from "./composer.js";
import { el, icon, refill } from "./dom.js";
import { Log } from "./log.js";
import { MessageView, avatar } from "./messages.js";
import { Payloads } from "./payloads.js";
import { Prompts } from "./prompts.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { ThreadPane } from "./thread.js";
import { Home, Modals } from "./views.js";
import { welcome } from "./welcome.js";

const part = (id) => document.getElementById(id);

const store = new Store();
const unread = new Map();
let current = null; // the channel that is open
let tab = "messages"; // of the app's own place: its messages, or its Home tab
let seen = ""; // what the app was last told of: its open tab, and the channel beside its conversation

const composer = new Composer({ store, id: "composer", send: (text) => store.act("type", { channel: current, text }) });
const prompts = new Prompts(store, attempt);
const log = new Log(part("log"), new MessageView(store, openThread), {
  head: () => [welcome(store, store.channel(current), attempt)],
});
const home = new Home(part("home"), store);
new Modals(part("modal"), store);
part("below").append(prompts.node, composer.node);

const thread = new ThreadPane(part("thread"), store, { close: closeSide, back: openApp, title });
const agent = new AgentPane(part("agent"), store, { close: closeSide, openThread: (message) => { location.hash = `${current}/app/${message.ts}`; } });
const payloads = new Payloads(part("payloads"), store, { close: () => showPayloads(false) });

const sidebar = new Sidebar(part("sidebar"), store, {
  go: (channel) => { location.hash = channel; showSidebar(false); composer.focus(); },
  become: (person) => { closeSide(); store.open(person); },
  payloads: (shown) => showPayloads(shown),
});

function attempt(text) {
  composer.submit(text);
  composer.focus();
}

// What is open stands in the address, so that a reload comes back to it: `channel`, `channel/thread`, `channel/app`,
// `channel/app/thread` for a thread of the app's conversation, and `channel/home`.
function readAddress() {
  const [channel, beside, appThread] = decodeURIComponent(location.hash.slice(1)).split("/");
  const known = store.channel(channel) ?? store.state.channels[0];
  tab = beside === "home" && store.state.has_home && known.with === store.state.bot ? "home" : "messages";
  openChannel(known.id);
  showSide(known, beside, appThread);
  tellApp();
}

function showSide(channel, beside, appThread) {
  const isApp = beside === "app";
  const message = isApp ? appThread && store.message(store.line().id, appThread) : beside && store.message(channel.id, beside);
  if (message) thread.show(message, isApp);
  else thread.hide();
  if (isApp && !message) agent.show();
  else agent.hide();
  document.body.classList.toggle("with-side", Boolean(message) || isApp);
}

function openChannel(id) {
  current = id;
  unread.delete(id);
  const channel = store.channel(id);
  const isHome = tab === "home";
  drawHeader(channel);
  part("log").hidden = part("below").hidden = isHome;
  part("home").hidden = !isHome;
  if (isHome) home.update();
  log.node.setAttribute("aria-label", `Messages in ${title(channel)}`);
  log.show(store.inChannel(id));
  composer.label(`Message ${title(channel)}`);
  prompts.show(id);
  drawSidebar();
}

function drawHeader(channel) {
  document.title = `${title(channel)} · ${store.state.team}`;
  const ofApp = channel.with === store.state.bot;
  refill(part("header"), [
    el("button.tool.menu-button", { type: "button", "aria-label": "Channels", "aria-controls": "sidebar", onclick: () => showSidebar(true) }, icon("menu")),
    channel.with ? avatar(store, channel.with, "small") : el("span.bar-sign", { "aria-hidden": "true" }, icon("hash")),
    el("h2.bar-title", {}, store.channelName(channel)),
    ofApp && store.state.has_home ? el("nav.tabs", { "aria-label": "Of the app" }, tabLink("home", "Home"), tabLink("messages", "Messages")) : null,
    el("span.bar-note", {}, channel.topic),
    !channel.with && el("span.members", { title: channel.members.map((id) => store.user(id).name).join(", ") },
      channel.members.slice(0, 3).map((id) => avatar(store, id, "tiny")), el("span", {}, String(channel.members.length)),
      el("span.sr", {}, " members")),
    !ofApp && el("button.tool.ask-app", { type: "button", "aria-label": `Ask ${botName()}`, title: `Ask ${botName()} beside this channel`, onclick: openApp }, icon("agent")),
  ]);
}

function tabLink(name, label) {
  const isCurrent = tab === name;
  return el(`a.tab${isCurrent ? ".current" : ""}`, { href: `#${current}${name === "home" ? "/home" : ""}`, "aria-current": isCurrent ? "page" : null }, label);
}

function drawSidebar() {
  sidebar.render(current, unread, !part("payloads").hidden);
}

function title(channel) {
  return channel.with ? store.channelName(channel) : `#${channel.name}`;
}

function botName() {
  return store.user(store.state.bot).name;
}

// The app hears when somebody opens its place or its conversation, and where they look while it is open.
function tellApp() {
  const isApp = !part("agent").hidden || location.hash.includes("/app");
  const open = store.channel(current).with === store.state.bot ? tab : isApp ? "messages" : "";
  const place = isApp ? current : "";
  const [openBefore, placeBefore] = seen.split(" ");
  seen = `${open} ${place}`;
  if (open && open !== openBefore) store.act("open", { tab: open });
  if (place && place !== placeBefore && placeBefore) store.act("look", { channel: place });
}

// Beside the channel

function openThread(message) {
  location.hash = `${message.channel}/${message.ts}`;
}

function openApp() {
  location.hash = `${current}/app`;
}

function closeSide() {
  if (document.body.classList.contains("with-side")) location.hash = current;
}

// What arrives

function changed({ kind, message }) {
  if (message.channel === current) updateChannel(kind, message);
  else if (kind === "posted" && message.user !== store.state.you && !isBeside(message)) markUnread(message.channel);
  thread.changed(kind, message);
  agent.changed(kind, message);
}

// Whether a message of another channel is in view beside this one.
function isBeside(message) {
  const ofApp = !part("agent").hidden && message.channel === store.line().id && !message.thread_ts;
  return ofApp || (thread.root !== null && message.thread_ts === thread.root.ts);
}

function updateChannel(kind, message) {
  if (message.thread_ts) {
    const first = store.message(message.channel, message.thread_ts);
    if (first) log.replace(first);
  } else if (kind === "posted") log.add(message);
  else if (kind === "edited") log.replace(message);
  else log.remove(message);
}

function screenChanged() {
  prompts.show(current);
  for (const message of store.inChannel(current)) if (store.hasStatusChanged(message)) log.replace(message);
}

function markUnread(channel) {
  unread.set(channel, (unread.get(channel) ?? 0) + 1);
  drawSidebar();
}

// The drawer of narrow windows, and the panel below

function showSidebar(open) {
  document.body.classList.toggle("with-sidebar", open);
  part("shade").hidden = !open;
  if (open) part("sidebar").querySelector(".current")?.focus();
}

function showPayloads(shown) {
  document.body.classList.toggle("with-payloads", shown);
  if (shown) payloads.show();
  else payloads.hide();
  showSidebar(false);
  drawSidebar();
}

part("shade").addEventListener("click", () => showSidebar(false));

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || part("modal").open) return;
  if (document.body.classList.contains("with-sidebar")) showSidebar(false);
  else if (document.body.classList.contains("with-side")) { closeSide(); composer.focus(); }
});

window.addEventListener("hashchange", readAddress);
store.addEventListener("state", readAddress);
if (matchMedia("(hover: hover)").matches) store.addEventListener("state", () => composer.focus(), { once: true });
store.addEventListener("change", ({ detail }) => changed(detail));
store.addEventListener("screen", screenChanged);
store.addEventListener("online", () => document.body.classList.remove("offline"));
store.addEventListener("offline", () => document.body.classList.add("offline"));
store.open();
