// How do a modal and the Home tab look, and how does what people do there go out?

import { renderBlocks } from "./blocks.js";
import { el, icon, redraw } from "./dom.js";
import { Fields } from "./fields.js";

class ViewPane {
  fields = new Fields();

  constructor(store) {
    this.store = store;
  }

  about(view, fault) {
    return {
      names: this.store.names,
      held: (block, element) => this.fields.held(view.id, view.state, block, element),
      fill: (block, element, choice) => this.fields.fill(view.id, block, element, choice),
      use: (block, element, choice, control) => this.send("use_view", control, fault, {
        view_id: view.id, block_id: block.block_id, action_id: element.action_id, choice,
        filled: this.fields.filled(view.id, view.blocks),
      }),
    };
  }

  // Returns what the server answered; what did not work is said in `fault`.
  async send(what, control, fault, body) {
    fault.replaceChildren();
    control.setAttribute("aria-busy", "true");
    const answer = await this.store.act(what, body);
    control.removeAttribute("aria-busy");
    if (!answer.ok) fault.replaceChildren(icon("warning"), `We had some trouble connecting. Try again? (${answer.why ?? answer.error})`);
    return answer;
  }
}

// The modals of a person: the one on top is shown, and the focus stays inside.
export class Modals extends ViewPane {
  #shown = null;

  constructor(dialog, store) {
    super(store);
    this.dialog = dialog;
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); this.#close(false); });
    store.addEventListener("screen", () => this.#update());
    store.addEventListener("state", () => this.#update());
  }

  #update() {
    const open = this.store.screen.modals;
    const top = open.at(-1) ?? null;
    if (!top) {
      this.#shown = null;
      if (this.dialog.open) this.dialog.close();
    } else if (this.#shown?.id !== top.id || this.#shown.hash !== top.hash || !this.dialog.open) this.#show(top, open.length);
  }

  #show(view, depth) {
    const isNew = this.#shown?.id !== view.id;
    this.#shown = view;
    this.dialog.setAttribute("aria-label", view.title);
    const children = this.#form(view, depth);
    if (isNew) this.dialog.replaceChildren(children);
    else redraw(this.dialog, [children]);
    if (!this.dialog.open) this.dialog.showModal();
    if (isNew) this.#focus(children);
  }

  #form(view, depth) {
    const fault = el("div.fault", { role: "alert" });
    const submit = view.submit && el("button.button.button-primary", { type: "submit", disabled: view.submit_disabled }, view.submit);
    return el("form.modal", { novalidate: true, onsubmit: (event) => { event.preventDefault(); if (submit) this.#submit(view, event.currentTarget, submit, fault); } },
      el("header.modal-bar", {}, el("h2", {}, view.title), depth > 1 && el("span.depth", {}, `${depth} of 3`),
        el("button.tool", { type: "button", "aria-label": depth > 1 ? "Close all" : "Close", title: depth > 1 ? "Close all" : "Close (Esc)", onclick: () => this.#close(true) }, icon("close"))),
      el("div.modal-body.content", { tabindex: view.blocks.length ? "-1" : null }, renderBlocks(view.blocks, this.about(view, fault))),
      el("footer.modal-foot", {}, fault,
        el("div.actions", {},
          el("button.button", { type: "button", onclick: () => this.#close(false) }, view.close ?? (submit ? "Cancel" : "Close")), submit)));
  }

  #focus(form) {
    const first = form.querySelector("[autofocus]") ?? form.querySelector(".modal-body :is(input, textarea, select)");
    (first ?? form.querySelector(".modal-foot .button-primary, .modal-foot .button")).focus();
  }

  async #submit(view, form, control, fault) {
    const answer = await this.send("submit", control, fault, { view_id: view.id, filled: this.fields.filled(view.id, view.blocks) });
    const errors = answer.errors ?? {};
    for (const node of form.querySelectorAll(".input-block")) this.#mark(node, errors[node.dataset.block] ?? "");
    form.querySelector(".input-block.faulty :is(input, textarea, select)")?.focus();
  }

  #mark(node, error) {
    node.classList.toggle("faulty", Boolean(error));
    node.querySelector(".field-fault").replaceChildren(...(error ? [icon("warning"), error] : []));
    for (const part of node.querySelectorAll("input, textarea, select")) part.setAttribute("aria-invalid", String(Boolean(error)));
  }

  #close(whole) {
    if (this.#shown) this.fields.forget(this.#shown.id);
    this.store.act("close", { whole });
  }
}

// The Home tab of the app, as it was published for this person.
export class Home extends ViewPane {
  constructor(node, store) {
    super(store);
    this.node = node;
    store.addEventListener("screen", () => this.update());
  }

  update() {
    const view = this.store.screen.home;
    if (!view) {
      this.node.replaceChildren(el("p.lead.home-empty", {}, `${this.store.user(this.store.state.bot).name} has not published a Home tab yet.`));
      return;
    }
    const fault = el("div.fault", { role: "alert" });
    this.fields.forget(view.id);
    redraw(this.node, [el("div.home-view.content", {}, renderBlocks(view.blocks, this.about(view, fault)), fault)]);
  }
}
