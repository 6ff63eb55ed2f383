// How does each element look, what does it hold, and what happens when somebody uses it?

import { confirmed } from "./confirm.js";
import { el, icon } from "./dom.js";
import { menu } from "./menu.js";
import { plain, words } from "./mrkdwn.js";

// What the elements need of `about`:
//   use(block, element, choice, control)  sends a click
//   fill(block, element, choice)          keeps what was typed or chosen until it is sent
//   held(block, element)                  what the element holds: text, the value of an option, or values
//   names                                 as in mrkdwn.js
export function control(block, element, about) {
  return (CONTROLS[element.type] ?? unknown)(block, element, about);
}

const CONTROLS = {
  button, overflow, static_select: select, radio_buttons: radios, checkboxes, plain_text_input: typed,
  email_text_input: typed, url_text_input: typed, number_input: typed, datepicker: typed, timepicker: typed,
  feedback_buttons: feedback, icon_button: iconButton,
};
const SORTS = { email_text_input: "email", url_text_input: "url", number_input: "number", datepicker: "date", timepicker: "time" };
let made = 0;

// An input block: a label, the element, a hint, and room for what is wrong.
export function field(block, about) {
  const id = `field-${(made += 1)}`;
  const isGroup = ["radio_buttons", "checkboxes"].includes(block.element.type);
  const label = [plain(block.label.text), block.optional && el("span.optional", {}, " (optional)")];
  const node = control(block, block.element, { ...about, id, describedBy: `${id}-hint ${id}-fault` });
  return el("div.input-block", { data: { block: block.block_id } },
    isGroup ? el("fieldset", {}, el("legend.label", {}, label), node) : [el("label.label", { for: id }, label), node],
    el("div.hint", { id: `${id}-hint` }, block.hint && plain(block.hint.text)),
    el("div.field-fault", { id: `${id}-fault`, role: "alert" }));
}

// A choice is kept; it goes out at once unless it waits for the form to be sent.
function changed(block, element, choice, node, about) {
  about.fill(block, element, choice);
  if (block.type !== "input" || block.dispatch_action) about.use(block, element, choice, node);
}

function button(block, element, about) {
  const style = element.style ? `.button-${element.style}` : "";
  return el(`button.button${style}`, {
    type: "button",
    "aria-label": element.accessibility_label,
    data: { action: element.action_id },
    onclick: async ({ currentTarget }) => {
      if (element.confirm && !(await confirmed(element.confirm, about.names))) return;
      if (/^https?:/i.test(element.url ?? "")) window.open(element.url, "_blank", "noopener");
      about.use(block, element, null, currentTarget);
    },
  }, plain(element.text.text, element.text.emoji !== false));
}

function iconButton(block, element, about) {
  if (element.visible_to_user_ids && !element.visible_to_user_ids.includes(about.names.you())) return null;
  return el("button.button.button-quiet", {
    type: "button",
    title: element.text.text,
    "aria-label": element.accessibility_label ?? element.text.text,
    data: { action: element.action_id },
    onclick: async ({ currentTarget }) => {
      if (element.confirm && !(await confirmed(element.confirm, about.names))) return;
      about.use(block, element, null, currentTarget);
    },
  }, icon("trash"));
}

function feedback(block, element, about) {
  const choice = (offered, sign) => el("button.button.button-quiet", {
    type: "button",
    title: offered.text.text,
    "aria-label": offered.accessibility_label ?? offered.text.text,
    data: { action: `${element.action_id}-${offered.value}` },
    onclick: ({ currentTarget }) => about.use(block, element, offered.value, currentTarget),
  }, icon(sign));
  return el("span.feedback", {}, choice(element.positive_button, "up"), choice(element.negative_button, "down_thumb"));
}

function overflow(block, element, about) {
  const items = element.options.map((option) => ({
    label: plain(option.text.text), title: option.description?.text, choose: (node) => about.use(block, element, option.value, node),
  }));
  return menu(items, { data: { action: element.action_id } });
}

function select(block, element, about) {
  const options = (offered) => offered.map((option) => el("option", { value: option.value }, plain(option.text.text)));
  const placeholder = element.placeholder?.text ?? "Choose…";
  const node = el("select.select", {
    id: about.id,
    "aria-label": about.id ? null : placeholder,
    "aria-describedby": about.describedBy,
    data: { action: element.action_id },
    onchange: ({ currentTarget }) => changed(block, element, currentTarget.value, currentTarget, about),
  },
    el("option", { value: "", disabled: !block.optional, hidden: !block.optional }, placeholder),
    options(element.options ?? []),
    (element.option_groups ?? []).map((group) => el("optgroup", { label: group.label.text }, options(group.options))));
  node.value = about.held(block, element) ?? "";
  return node;
}

function radios(block, element, about) {
  const name = `radios-${(made += 1)}`;
  return el("div.choices", about.id ? {} : { role: "radiogroup" }, element.options.map((option) =>
    choice(option, about, { type: "radio", name, checked: about.held(block, element) === option.value, action: element.action_id,
      onchange: ({ currentTarget }) => changed(block, element, option.value, currentTarget, about) })));
}

function checkboxes(block, element, about) {
  const node = el("div.choices", about.id ? {} : { role: "group" }, element.options.map((option) =>
    choice(option, about, { type: "checkbox", checked: (about.held(block, element) ?? []).includes(option.value), action: element.action_id,
      onchange: ({ currentTarget }) => {
        const checked = [...node.querySelectorAll("input:checked")].map((box) => box.value);
        changed(block, element, checked, currentTarget, about);
      } })));
  return node;
}

function choice(option, about, { type, name, checked, action, onchange }) {
  return el("label.choice", {}, el("input", { type, name, value: option.value, checked, data: { action }, onchange, "aria-describedby": about.describedBy }),
    el("span", {}, words(option.text, about.names), option.description && el("span.choice-about", {}, words(option.description, about.names))));
}

function typed(block, element, about) {
  const properties = {
    id: about.id,
    "aria-label": about.id ? null : element.placeholder?.text ?? "Text",
    "aria-describedby": about.describedBy,
    placeholder: element.placeholder?.text,
    autofocus: element.focus_on_load,
    data: { action: element.action_id },
    oninput: ({ currentTarget }) => about.fill(block, element, currentTarget.value),
    onkeydown: (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || !block.dispatch_action) return;
      event.preventDefault();
      about.use(block, element, event.currentTarget.value, event.currentTarget);
    },
  };
  const node = element.multiline
    ? el("textarea.text", { ...properties, rows: 4 })
    : el("input.text", { ...properties, type: SORTS[element.type] ?? "text", autocomplete: "off" });
  node.value = about.held(block, element) ?? "";
  return node;
}

function unknown(block, element) {
  return el("span.unknown", {}, `${element.type}: not drawn here`);
}
