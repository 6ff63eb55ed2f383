// How does Slack's own markup look?  Everything becomes text nodes and elements made here, so that whatever a message
// says it can only ever be read, never run.

import { el } from "./dom.js";
import { emoji } from "./emoji.js";

const SHORT = 20;
const BULLET = /^\s*[•◦▪‣]\s/u;

// `names` answers names.user(id), names.channel(id) and names.you().
export function mrkdwn(text, names) {
  return text
    .split(/(```[\s\S]*?```)/)
    .flatMap((part) => (isFence(part) ? [fence(part)] : flow(part, names)))
    .filter((node) => node !== null);
}

// plain_text objects know emoji, and nothing else.
export function plain(text, withEmoji = true) {
  if (!withEmoji) return [text];
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(/:([a-z0-9_+-]+):/g)) {
    const sign = emoji(found[1]);
    if (!sign) continue;
    nodes.push(text.slice(from, found.index), sign);
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)].filter(Boolean);
}

// A text object, of either kind.
export function words(text, names) {
  return text.type === "plain_text" ? plain(text.text, text.emoji !== false) : mrkdwn(text.text, names);
}

export function unescape(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

// A link only if it leads to the web or to a letter; anything else is just its words.
export function link(address, label) {
  const href = unescape(address);
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return document.createTextNode(label);
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" }, label);
}

function isFence(part) {
  return part.startsWith("```") && part.endsWith("```") && part.length > 6;
}

function fence(part) {
  return el("pre", {}, el("code", {}, unescape(part.slice(3, -3).replace(/^\n|\n$/g, ""))));
}

// Lines that begin with > make one quotation each run; the rest flows with its line breaks.
function flow(text, names) {
  return runs(text.split("\n")).flatMap((run) => {
    const body = broken(run.lines, names);
    return run.quoted ? [el("blockquote", {}, body)] : body;
  });
}

// One line under the other; a line with a bullet is a block, so that it can hang by its bullet.
function broken(lines, names) {
  const nodes = [];
  let open = false; // the last line still wants a break before the next
  for (const line of lines) {
    if (open) nodes.push(el("br"));
    open = !BULLET.test(line);
    if (open) nodes.push(...inline(line, names));
    else if (nodes.at(-1)?.tagName === "BR") nodes.splice(-1, 1, el("div.bullet", {}, inline(line, names)));
    else nodes.push(el("div.bullet", {}, inline(line, names)));
  }
  return nodes;
}

function runs(lines) {
  const found = [];
  let rest = false; // after >>> all that follows is quoted
  for (const line of lines) {
    rest ||= /^(>>>|&gt;&gt;&gt;)/.test(line);
    const quoted = rest || /^(>|&gt;)/.test(line);
    const words = quoted ? line.replace(/^(>>>|&gt;&gt;&gt;|>|&gt;) ?/, "") : line;
    const last = found.at(-1);
    if (last && last.quoted === quoted) last.lines.push(words);
    else found.push({ quoted, lines: [words] });
  }
  return found;
}

// Markers count only at the edge of a word: snake_case and 2*3*4 stay as they are.
const BEFORE = "(?<![\\p{L}\\p{N}*_~`])";
const AFTER = "(?![\\p{L}\\p{N}*_~`])";
const mark = (sign) => `${BEFORE}${sign}(?=\\S)(?:[^${sign}\\n]*[^${sign}\\s])${sign}${AFTER}`;
const TOKENS = new RegExp(
  [
    "`[^`\\n]+`",
    "<[^<>\\n]+>",
    ":[a-z0-9_+-]+:",
    mark("\\*"),
    mark("_"),
    mark("~"),
  ].map((pattern) => `(${pattern})`).join("|"),
  "gu",
);

function inline(text, names) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(TOKENS)) {
    nodes.push(unescape(text.slice(from, found.index)), token(found, names));
    from = found.index + found[0].length;
  }
  nodes.push(unescape(text.slice(from)));
  return nodes.filter((node) => node !== "");
}

function token([whole, code, angle, name, bold, italic, struck], names) {
  const within = () => inline(whole.slice(1, -1), names);
  if (code) return inlineCode(unescape(whole.slice(1, -1)));
  if (angle) return reference(whole.slice(1, -1), names);
  if (name) return emoji(whole.slice(1, -1)) ?? whole;
  if (bold) return el("strong", {}, within());
  if (italic) return el("em", {}, within());
  if (struck) return el("s", {}, within());
  return whole;
}

// Short code, such as a citation, is not torn apart at the end of a line.
export function inlineCode(text) {
  return el(text.length <= SHORT ? "code.short" : "code", {}, text);
}

function reference(inside, names) {
  const [target, ...rest] = inside.split("|");
  const label = unescape(rest.join("|"));
  if (/^@[UW]/.test(target)) return person(target.slice(1), label, names);
  if (/^#C/.test(target)) return el("span.mention", {}, `#${names.channel(target.slice(1)) ?? label}`);
  if (target.startsWith("!date^")) return moment(target, label);
  if (target.startsWith("!")) return el("span.mention.mention-all", {}, label || `@${target.slice(1).split("^")[0]}`);
  return link(target, label || unescape(target).replace(/^mailto:/, ""));
}

function person(id, label, names) {
  const name = names.user(id) ?? (label || id);
  return el(id === names.you() ? "span.mention.mention-you" : "span.mention", {}, `@${name}`);
}

function moment(target, fallback) {
  const when = new Date(Number(target.split("^")[1]) * 1000);
  const words = Number.isNaN(when.getTime()) ? fallback : when.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  return el("time", { title: fallback }, words);
}
