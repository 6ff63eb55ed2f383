// How does each block of a message look, and what happens when somebody uses one of its elements?

import { el, icon } from "./dom.js";
import { emoji } from "./emoji.js";
import { markdown } from "./markdown.js";
import { menu } from "./menu.js";
import { link, mrkdwn, plain } from "./mrkdwn.js";

// `use(block, element, choice, control)` sends a click; `names` as in mrkdwn.js.
export function renderBlocks(blocks, context) {
  return blocks.map((block) => (DRAWN[block.type] ?? unknown)(block, context));
}

const DRAWN = { section, header, divider, context, actions, image, markdown: markdownBlock, rich_text: richText, table, alert, context_actions: actions };

function section(block, about) {
  return el("div.section", {},
    el("div.section-words", {},
      block.text && el("div.words", {}, words(block.text, about)),
      block.fields && el("div.fields", {}, block.fields.map((field) => el("div.field.words", {}, words(field, about)))),
    ),
    block.accessory && el("div.accessory", {}, control(block, block.accessory, about)),
  );
}

function header(block) {
  return el("h3.header-block", {}, plain(block.text.text, block.text.emoji !== false));
}

function divider() {
  return el("hr.divider");
}

function context(block, about) {
  return el("div.context", {}, block.elements.map((element) =>
    element.type === "image" ? thumbnail(element) : el("span.words", {}, words(element, about))));
}

function actions(block, about) {
  return el("div.actions", {}, block.elements.map((element) => control(block, element, about)));
}

function image(block) {
  const picture = ownPicture(block);
  return el("figure.picture", {}, block.title && el("figcaption", {}, plain(block.title.text)), picture);
}

function markdownBlock(block) {
  return el("div.words.markdown", {}, markdown(block.text));
}

function alert(block, about) {
  return el(`div.alert.alert-${block.level ?? "default"}`, {}, icon("warning"), el("div.words", {}, words(block.text, about)));
}

function table(block, about) {
  const [head, ...rows] = block.rows;
  const cell = (tag) => (content) => el(tag, {}, content?.type === "rich_text" ? richText(content, about) : String(content?.text ?? ""));
  return el("div.table", {}, el("table", {},
    el("thead", {}, el("tr", {}, head.map(cell("th")))),
    el("tbody", {}, rows.map((row) => el("tr", {}, row.map(cell("td")))))));
}

function unknown(block) {
  return el("div.unknown", {}, `A block of type “${block.type}”, which this page does not draw.`);
}

function words(text, about) {
  return text.type === "plain_text" ? plain(text.text, text.emoji !== false) : mrkdwn(text.text, about.names);
}

// Elements that can be used

function control(block, element, about) {
  return (CONTROLS[element.type] ?? unknownControl)(block, element, about);
}

const CONTROLS = { button, overflow, static_select: select, image: thumbnailOf, feedback_buttons: feedback };

function button(block, element, about) {
  const style = element.style ? `.button-${element.style}` : "";
  return el(`button.button${style}`, {
    type: "button",
    "aria-label": element.accessibility_label,
    data: { action: element.action_id },
    onclick: async ({ currentTarget }) => {
      if (element.confirm && !(await confirmed(element.confirm, about))) return;
      if (/^https?:/i.test(element.url ?? "")) window.open(element.url, "_blank", "noopener");
      about.use(block, element, null, currentTarget);
    },
  }, plain(element.text.text, element.text.emoji !== false));
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
    label: plain(option.text.text), choose: (control) => about.use(block, element, option.value, control),
  }));
  return menu(items, { data: { action: element.action_id } });
}

function select(block, element, about) {
  const options = (offered) => offered.map((option) => el("option", { value: option.value }, plain(option.text.text)));
  const node = el("select.select", {
    "aria-label": element.placeholder?.text ?? "Choose",
    data: { action: element.action_id },
    onchange: ({ currentTarget }) => about.use(block, element, currentTarget.value, currentTarget),
  },
    el("option", { value: "", disabled: true, hidden: true }, element.placeholder?.text ?? "Choose…"),
    options(element.options ?? []),
    (element.option_groups ?? []).map((group) => el("optgroup", { label: group.label.text }, options(group.options))));
  node.value = element.initial_option?.value ?? "";
  return node;
}

function unknownControl(block, element) {
  return el("span.unknown", {}, `${element.type}: not drawn here`);
}

// Asks before a click goes out, as the app wished.
function confirmed(question, about) {
  const dialog = document.getElementById("confirm");
  const answer = (value) => () => dialog.close(value);
  dialog.replaceChildren(
    el("h2", {}, plain(question.title.text)),
    el("div.words", {}, words(question.text, about)),
    el("div.actions", {},
      el("button.button", { type: "button", onclick: answer("no") }, plain(question.deny.text)),
      el(`button.button.button-${question.style ?? "primary"}`, { type: "button", autofocus: true, onclick: answer("yes") },
        plain(question.confirm.text))));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}

// Pictures: this page fetches nothing from elsewhere, so others' pictures are told by their words.

function ownPicture(block) {
  const address = block.image_url ?? "";
  const own = address.startsWith("data:image/") || address.startsWith(`${location.origin}/`);
  if (own) return el("img", { src: address, alt: block.alt_text, loading: "lazy" });
  return el("div.unknown", {}, `Picture: ${block.alt_text} `, address && link(address, "Open"));
}

function thumbnail(element) {
  return el("span.thumbnail", {}, ownPicture(element));
}

function thumbnailOf(block, element) {
  return thumbnail(element);
}

// Rich text

function richText(block, about) {
  return el("div.words.rich", {}, block.elements.map((part) => richPart(part, about)));
}

function richPart(part, about) {
  const inside = (elements) => elements.map((element) => richPiece(element, about));
  if (part.type === "rich_text_list") {
    const items = part.elements.map((item) => el("li", {}, inside(item.elements)));
    return el(part.style === "ordered" ? "ol" : "ul", { class: `indent-${part.indent ?? 0}` }, items);
  }
  if (part.type === "rich_text_preformatted") return el("pre", {}, el("code", {}, inside(part.elements)));
  if (part.type === "rich_text_quote") return el("blockquote", {}, inside(part.elements));
  return el("div", {}, inside(part.elements));
}

function richPiece(piece, about) {
  const styled = (node) => ["bold", "italic", "strike", "code"].reduce(
    (inner, style) => (piece.style?.[style] ? el({ bold: "strong", italic: "em", strike: "s", code: "code" }[style], {}, inner) : inner), node);
  if (piece.type === "link") return styled(link(piece.url, piece.text ?? piece.url));
  if (piece.type === "emoji") return emoji(piece.name) ?? `:${piece.name}:`;
  if (piece.type === "user") return mrkdwn(`<@${piece.user_id}>`, about.names)[0];
  if (piece.type === "channel") return mrkdwn(`<#${piece.channel_id}>`, about.names)[0];
  if (piece.type === "broadcast") return mrkdwn(`<!${piece.range}>`, about.names)[0];
  return styled(el("span.pre-line", {}, piece.text ?? piece.fallback ?? ""));
}
