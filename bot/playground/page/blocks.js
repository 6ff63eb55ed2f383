// How does each block of a message or a view look?

import { control, field } from "./controls.js";
import { el, icon } from "./dom.js";
import { emoji } from "./emoji.js";
import { markdown } from "./markdown.js";
import { link, mrkdwn, plain, words } from "./mrkdwn.js";

// What the elements need is told in controls.js; `about.names` as in mrkdwn.js.
export function renderBlocks(blocks, about) {
  return blocks.map((block) => (DRAWN[block.type] ?? unknown)(block, about));
}

const DRAWN = {
  section, header, divider, context, actions, image, markdown: markdownBlock, rich_text: richText, table, alert,
  context_actions: actions, input: field,
};

function section(block, about) {
  return el("div.section", {},
    el("div.section-words", {},
      block.text && el("div.words", {}, words(block.text, about.names)),
      block.fields && el("div.fields", {}, block.fields.map((text) => el("div.words", {}, words(text, about.names)))),
    ),
    block.accessory && el("div.accessory", {}, block.accessory.type === "image" ? thumbnail(block.accessory) : control(block, block.accessory, about)),
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
    element.type === "image" ? thumbnail(element) : el("span.words", {}, words(element, about.names))));
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
  return el(`div.alert.alert-${block.level ?? "default"}`, {}, icon("warning"), el("div.words", {}, words(block.text, about.names)));
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

// Pictures: this page fetches nothing from elsewhere, so others' pictures are told by their words.

function ownPicture(block) {
  const address = block.slack_file?.id ? `${location.origin}/files/${block.slack_file.id}` : block.image_url ?? "";
  const own = address.startsWith("data:image/") || address.startsWith(`${location.origin}/`);
  if (own) return el("img", { src: address, alt: block.alt_text, loading: "lazy" });
  return el("div.unknown", {}, `Picture: ${block.alt_text} `, address && link(address, "Open"));
}

function thumbnail(element) {
  return el("span.thumbnail", {}, ownPicture(element));
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
