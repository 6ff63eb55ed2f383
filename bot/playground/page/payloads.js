// What goes back and forth, word for word, and how does one make it fail?

import { el, icon, refill } from "./dom.js";

const SHOWN = 100; // of the newest

export class Payloads {
  #chosen = null;

  // `close()` switches the panel off.
  constructor(node, store, { close }) {
    Object.assign(this, { node, store });
    this.list = el("ol.exchanges", { "aria-label": "Requests, newest first" });
    this.detail = el("div.exchange", { tabindex: "0", "aria-label": "The request and its answer" });
    this.plan = el("div.plan");
    node.append(
      el("header.bar.bar-low", {}, el("h2.bar-title", {}, "Payloads"), el("span.bar-note", {}, "What went back and forth, newest first"),
        el("button.tool.bar-close", { type: "button", "aria-label": "Close payloads", title: "Close", onclick: close }, icon("close"))),
      this.plan, el("div.exchange-columns", {}, this.list, this.detail));
    store.addEventListener("exchange", () => this.#drawSoon());
    store.addEventListener("faults", () => this.#drawPlan());
  }

  show() {
    this.node.hidden = false;
    this.#drawPlan();
    this.#draw();
  }

  hide() {
    this.node.hidden = true;
  }

  #drawSoon() {
    if (!this.node.hidden) this.#draw();
  }

  #draw() {
    const newest = this.store.exchanges.slice(-SHOWN).reverse();
    refill(this.list, newest.map((exchange) => this.#row(exchange)));
    const chosen = newest.find(({ number }) => number === this.#chosen) ?? newest[0];
    refill(this.detail, chosen ? this.#about(chosen) : [el("p.lead", {}, "Nothing yet. Type a command or press a button.")]);
  }

  #row(exchange) {
    const { number, direction, what, status, answer } = exchange;
    const failed = (status !== null && status >= 400) || (status === null && typeof answer === "string" && answer) || answer?.ok === false;
    const current = number === this.#chosen;
    return el("li", {}, el(`button.exchange-row${failed ? ".failed" : ""}`, {
      type: "button", "aria-pressed": String(current), onclick: () => { this.#chosen = number; this.#draw(); this.#focus(number); }, data: { number },
    }, el("span.exchange-way", {}, direction === "to the bot" ? "Slack → app" : "app → Slack"), el("span.exchange-what", {}, what),
      el("span.exchange-status", {}, failed ? answer?.error ?? String(status ?? "failed") : String(status ?? "ok"))));
  }

  #focus(number) {
    this.list.querySelector(`[data-number="${number}"]`)?.focus();
  }

  #about({ at, sent, answer }) {
    const shown = (what) => (typeof what === "string" ? what || "(empty)" : JSON.stringify(what, null, 2));
    return [
      el("h3", {}, "Sent ", el("time", {}, new Date(at * 1000).toLocaleTimeString())), el("pre", {}, el("code", {}, shown(sent))),
      el("h3", {}, "Answered"), el("pre", {}, el("code", {}, shown(answer))),
    ];
  }

  // Faults on demand

  #drawPlan() {
    if (this.node.hidden) return;
    const { methods, faults } = this.store.state.can_fail;
    const method = el("select.select", { "aria-label": "Method" }, methods.map((name) => el("option", {}, name)));
    const fault = el("select.select", { "aria-label": "Fault" }, faults.map((name) => el("option", {}, name)));
    const times = el("input.text.times", { type: "number", min: "1", max: "20", value: "1", "aria-label": "How many calls" });
    method.value = this.method ?? "chat.postMessage";
    fault.value = this.fault ?? faults[0];
    const plan = () => {
      Object.assign(this, { method: method.value, fault: fault.value });
      this.store.act("fail", { method: method.value, fault: fault.value, times: Number(times.value) });
    };
    const planned = Object.entries(this.store.planned);
    refill(this.plan, [
      el("form.plan-form", { onsubmit: (event) => { event.preventDefault(); plan(); } },
        el("span", {}, "Let the next"), times, el("span", {}, "of"), method, el("span", {}, "fail with"), fault,
        el("button.button", { type: "submit" }, "Plan")),
      planned.length > 0 && el("div.planned", { role: "status" }, icon("warning"),
        planned.map(([name, coming]) => `${name}: ${coming.join(", ")}`).join(" · "),
        el("button.button", { type: "button", onclick: () => this.store.act("mend", {}) }, "Clear")),
    ]);
  }
}
