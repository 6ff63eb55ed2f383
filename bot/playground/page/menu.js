// How does a small menu open, close and give the focus back?

import { el, icon } from "./dom.js";

// A native disclosure: it is reachable by keyboard and by screen reader on every machine.
// `items` are [{ label, title, choose }]; `choose(control)` gets the button that opened the menu.
export function menu(items, properties = {}, { sign = "more", label: name = "More actions" } = {}) {
  const control = el("summary.button.button-quiet", { "aria-label": name, title: name, role: "button" }, icon(sign));
  const list = el("div.menu", { role: "menu" }, items.map(({ label, title, choose }) =>
    el("button.menu-item", { type: "button", role: "menuitem", title, onclick: () => {
      node.open = false;
      control.focus();
      choose(control);
    } }, label)));
  const node = el("details.overflow", properties, control, list);
  node.addEventListener("toggle", () => { if (node.open) list.scrollIntoView({ block: "nearest" }); });
  node.addEventListener("focusout", ({ relatedTarget }) => { if (!node.contains(relatedTarget)) node.open = false; });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.open) return;
    event.stopPropagation();
    node.open = false;
    control.focus();
  });
  return node;
}
