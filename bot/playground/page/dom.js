// How are elements made? Text goes in as text only; nothing in this page ever parses markup.

const SVG = "http://www.w3.org/2000/svg";

// el("button.primary", {type: "button", onclick: f, "aria-label": "Send"}, "Send", icon("send"))
export function el(what, properties = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const node = document.createElement(tag || "div");
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties)) set(node, name, value);
  fill(node, children);
  return node;
}

// Puts children in place of whatever is inside.
export function refill(node, children) {
  node.replaceChildren();
  fill(node, children);
}

// Appends children, however nested, without those that a condition has left out.
export function fill(node, children) {
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
}

// Draws anew what is inside; if the focus was there, it stays at the same element.
export function redraw(node, children) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const [action, value] = [focused?.dataset.action, focused?.value];
  refill(node, children);
  if (!focused) return;
  const same = [...node.querySelectorAll("[data-action]")].filter((found) => found.dataset.action === action);
  (same.find((found) => found.value === value) ?? same[0] ?? node.querySelector("button, input, textarea, select, a"))?.focus();
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else node.setAttribute(name, value === true ? "" : value);
}

const PATHS = {
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6 6 18",
  send: "M4 12 20 4l-5 16-4-6.5zM11 13.5 20 4",
  reply: "M5 6h14v10h-8l-4 3.5V16H5z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
  check: "M5 12.5l4.6 4.6L19 7.5",
  gear: "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M5.6 18.4l2.2-2.2M16.2 7.8l2.2-2.2",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  down: "M12 5v14M6 13l6 6 6-6",
  trash: "M5 7h14M10 7V5h4v2M7 7l1 13h8l1-13M10 11v5M14 11v5",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  agent: "M5 5h14v11h-7l-4 3.5V16H5zM9 10.5h.01M15 10.5h.01",
  back: "M14 5l-7 7 7 7",
  file: "M6 3h8l4 4v14H6zM14 3v5h4",
  code: "M9 6l-6 6 6 6M15 6l6 6-6 6",
  warning: "M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.3h.01",
  up: "M7 11v9H4v-9zM7 11l4-7c1.6 0 2.4 1.2 2 2.7L12.2 10H19a1.8 1.8 0 0 1 1.8 2.2l-1.3 6A2.3 2.3 0 0 1 17.3 20H7",
  down_thumb: "M17 13V4h3v9zM17 13l-4 7c-1.6 0-2.4-1.2-2-2.7l.8-3.3H5a1.8 1.8 0 0 1-1.8-2.2l1.3-6A2.3 2.3 0 0 1 6.7 4H17",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
