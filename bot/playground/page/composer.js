// Where does a person type, what is offered while they type, and how does it go out?

import { el, icon } from "./dom.js";
import { menu } from "./menu.js";
import { avatar } from "./messages.js";

const WAITING_AFTER = 350; // milliseconds until a slow answer is announced

export class Composer {
  #sent = [];
  #recalled = 0;
  #offered = [];
  #chosen = 0;

  // `send(text)` returns {ok, error, why}; `id` makes the ids of the parts unique.
  constructor({ store, id, send }) {
    this.store = store;
    this.send = send;
    this.input = el("textarea.input", {
      id: `${id}-input`, rows: 1, role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": `${id}-offers`, spellcheck: "true", autocomplete: "off",
    });
    this.offers = el("div.offers", { id: `${id}-offers`, role: "listbox", "aria-label": "Suggestions", hidden: true });
    this.status = el("div.status", { role: "status" });
    this.shortcuts = el("span.shortcuts");
    this.button = el("button.send", { type: "submit", "aria-label": "Send", title: "Send", disabled: true }, icon("send"));
    this.node = el("form.composer", {}, this.offers,
      el("div.box", {}, this.input, el("div.box-tools", {},
        this.#starter("/", "Run a command"), this.#starter("@", "Mention somebody"), this.shortcuts,
        el("span.keys", {}, el("kbd", {}, "Enter"), " sends, ", el("kbd", {}, "Shift + Enter"), " starts a new line"),
        this.button)),
      this.status);
    this.#listen();
    store.addEventListener("state", () => this.#drawShortcuts());
  }

  label(text) {
    this.input.placeholder = text;
    this.input.setAttribute("aria-label", text);
  }

  focus() {
    this.input.focus();
  }

  clear() {
    this.#write("");
    this.#say("");
  }

  // Sends a text as if it had been typed.
  async submit(text = this.input.value) {
    const typed = text.trim();
    if (!typed) return;
    this.#sent.push(text);
    this.#recalled = this.#sent.length;
    this.#write("");
    const waiting = setTimeout(() => this.#say(`Waiting for ${this.store.user(this.store.state.bot).name}…`), WAITING_AFTER);
    const { ok, error, why } = await this.send(text);
    clearTimeout(waiting);
    this.#say(ok ? "" : `Not sent: ${why ?? error}.`, !ok);
    if (!ok && !this.input.value) this.#write(text);
  }

  #listen() {
    this.node.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.input.addEventListener("input", () => this.#changed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("click", () => this.#suggest());
    this.input.addEventListener("blur", () => this.#offer([]));
  }

  // What the app does from anywhere.
  #drawShortcuts() {
    const items = this.store.state.everywhere.map(({ callback_id, name, description }) => ({
      label: name, title: description, choose: () => this.#start(callback_id),
    }));
    this.shortcuts.replaceChildren(...(items.length ? [menu(items, { class: "overflow overflow-up" }, { sign: "bolt", label: "Shortcuts" })] : []));
  }

  async #start(callback_id) {
    const { ok, error, why } = await this.store.act("start", { callback_id });
    this.#say(ok ? "" : `That did not work: ${why ?? error}.`, !ok);
  }

  #starter(sign, title) {
    return el("button.starter", { type: "button", title, "aria-label": title, onclick: () => {
      const gap = sign === "@" && this.input.value && !/\s$/.test(this.input.value) ? " " : "";
      this.#write(sign === "/" ? sign : this.input.value + gap + sign);
      this.input.focus();
      this.#suggest();
    } }, sign);
  }

  #changed() {
    this.#fit();
    this.#say("");
    this.#suggest();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.#offered.length && this.#keyInOffers(event)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && this.#mayRecall()) {
      event.preventDefault();
      this.#recall(-1);
    } else if (event.key === "ArrowDown" && this.#recalled < this.#sent.length && this.#mayRecall()) {
      event.preventDefault();
      this.#recall(1);
    }
  }

  // True if the key belonged to the list of suggestions.
  #keyInOffers(event) {
    const count = this.#offered.length;
    if (event.key === "ArrowDown") this.#choose((this.#chosen + 1) % count);
    else if (event.key === "ArrowUp") this.#choose((this.#chosen + count - 1) % count);
    else if (event.key === "Escape") { this.#offer([]); event.stopPropagation(); }
    else if (event.key === "Tab" && !event.shiftKey) this.#take(this.#offered[this.#chosen]);
    else if (event.key === "Enter" && !event.shiftKey) return this.#enter();
    else return false;
    return true;
  }

  // Enter takes what is offered, unless it is already there in full: then it sends.
  #enter() {
    const offer = this.#offered[this.#chosen];
    if (this.input.value === offer.whole) return this.#offer([]), false;
    this.#take(offer);
    return true;
  }

  #mayRecall() {
    const untouched = this.input.value === "" || this.input.value === this.#sent[this.#recalled];
    return this.#sent.length > 0 && untouched;
  }

  #recall(step) {
    this.#recalled = Math.max(0, Math.min(this.#sent.length, this.#recalled + step));
    this.#write(this.#sent[this.#recalled] ?? "");
  }

  #write(text) {
    this.input.value = text;
    this.input.setSelectionRange(text.length, text.length);
    this.#offer([]);
    this.#fit();
  }

  #fit() {
    this.input.style.height = "";
    if (this.input.value) this.input.style.height = `${Math.min(this.input.scrollHeight, 220)}px`;
    this.button.disabled = !this.input.value.trim();
  }

  #say(text, isError = false) {
    this.status.classList.toggle("status-error", isError);
    this.status.replaceChildren(...(text ? [isError ? icon("warning") : el("span.busy"), text] : []));
  }

  // Suggestions

  #suggest() {
    const caret = this.input.selectionStart;
    const before = this.input.value.slice(0, caret);
    const name = /(?:^|\s)([@#])([\p{L}\p{N}_. -]{0,40})$/u.exec(before);
    if (before.startsWith("/") && !before.includes("\n")) this.#offer(this.#commands(before));
    else if (name) this.#offer(this.#named(name[1], name[2], caret - name[2].length - 1));
    else this.#offer([]);
  }

  #commands(typed) {
    const start = typed.toLowerCase();
    return this.store.state.commands
      .filter(({ command }) => command.toLowerCase().startsWith(start) || start.startsWith(`${command.toLowerCase()} `))
      .filter(({ command, hint }) => command.length >= typed.trimEnd().length || hint)
      .map(({ command, hint, description }) => ({
        whole: start.startsWith(`${command.toLowerCase()} `) ? typed : command + (hint ? " " : ""),
        parts: [el("span.offer-name", {}, command), hint && el("span.offer-hint", {}, hint), el("span.offer-about", {}, description)],
      }));
  }

  #named(sign, typed, from) {
    const start = typed.toLowerCase();
    const known = sign === "@" ? this.#people() : this.#channels();
    return known
      .filter(({ name }) => name.toLowerCase().startsWith(start) && name.toLowerCase() !== start)
      .map(({ name, parts }) => ({
        whole: `${this.input.value.slice(0, from)}${sign}${name} ${this.input.value.slice(this.input.selectionStart).trimStart()}`,
        parts,
      }));
  }

  #people() {
    const { bot, people, you } = this.store.state;
    return [bot, ...people].filter((id) => id !== you).map((id) => ({
      name: this.store.user(id).name,
      parts: [avatar(this.store, id, "small"), el("span.offer-name", {}, this.store.user(id).name),
        id === bot && el("span.badge", {}, "APP")],
    }));
  }

  #channels() {
    return this.store.state.channels.filter((channel) => !channel.with).map(({ name, topic }) => ({
      name, parts: [el("span.offer-name", {}, `#${name}`), el("span.offer-about", {}, topic)],
    }));
  }

  #offer(offered) {
    this.#offered = offered;
    this.offers.hidden = !offered.length;
    this.input.setAttribute("aria-expanded", String(offered.length > 0));
    this.offers.replaceChildren(...offered.map((offer, number) =>
      el("div.offer", {
        role: "option", id: `${this.offers.id}-${number}`,
        onmousedown: (event) => { event.preventDefault(); this.#take(offer); },
        onmousemove: () => this.#choose(number),
      }, offer.parts)));
    if (offered.length) this.#choose(0);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #choose(number) {
    this.#chosen = number;
    [...this.offers.children].forEach((node, place) => node.setAttribute("aria-selected", String(place === number)));
    this.input.setAttribute("aria-activedescendant", `${this.offers.id}-${number}`);
    this.offers.children[number]?.scrollIntoView({ block: "nearest" });
  }

  #take(offer) {
    this.#write(offer.whole);
    this.input.focus();
    if (offer.whole.endsWith(" ")) this.#suggest();
  }
}
