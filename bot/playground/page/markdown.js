// How does the text of a markdown block look?  Headings, lists, quotations, code, tables and the usual inline marks.

import { el } from "./dom.js";
import { emoji } from "./emoji.js";
import { inlineCode, link } from "./mrkdwn.js";

export function markdown(text) {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const nodes = [];
  while (lines.length) nodes.push(...block(lines));
  return nodes;
}

// Takes the lines of one block from the front.
function block(lines) {
  const line = lines[0];
  if (!line.trim()) return lines.shift(), [];
  if (/^\s*```/.test(line)) return [fence(lines)];
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading) return lines.shift(), [el(`h${Math.min(heading[1].length + 2, 6)}`, {}, inline(heading[2]))];
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return lines.shift(), [el("hr")];
  if (/^\s*>/.test(line)) return [quotation(lines)];
  if (item(line)) return [list(lines)];
  if (line.includes("|") && /^\s*\|?\s*:?-+/.test(lines[1] ?? "")) return [table(lines)];
  return [paragraph(lines)];
}

function fence(lines) {
  lines.shift();
  const end = lines.findIndex((line) => /^\s*```/.test(line));
  const body = lines.splice(0, end < 0 ? lines.length : end);
  lines.shift();
  return el("pre", {}, el("code", {}, body.join("\n")));
}

function quotation(lines) {
  const inside = take(lines, (line) => /^\s*>/.test(line)).map((line) => line.replace(/^\s*> ?/, ""));
  return el("blockquote", {}, markdown(inside.join("\n")));
}

function item(line) {
  const found = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(line);
  return found && { depth: found[1].length, ordered: /\d/.test(found[2]), start: parseInt(found[2], 10), text: found[3] };
}

function list(lines) {
  const first = item(lines[0]);
  const node = el(first.ordered ? "ol" : "ul", first.ordered && first.start !== 1 ? { start: first.start } : {});
  while (lines.length && item(lines[0])?.depth >= first.depth) {
    const next = item(lines[0]);
    if (next.depth > first.depth) node.lastChild.append(list(lines));
    else node.append(el("li", {}, inline((lines.shift(), next.text))));
  }
  return node;
}

function table(lines) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim()));
  const head = cells(lines.shift());
  lines.shift();
  const rows = take(lines, (line) => line.includes("|")).map(cells);
  return el(
    "div.table", {},
    el("table", {},
      el("thead", {}, el("tr", {}, head.map((cell) => el("th", { scope: "col" }, cell)))),
      el("tbody", {}, rows.map((row) => el("tr", {}, row.map((cell) => el("td", {}, cell))))),
    ),
  );
}

function paragraph(lines) {
  const first = lines.shift();
  const rest = take(lines, (line) => line.trim() && !/^\s*(```|>|#{1,6}\s)/.test(line) && !item(line));
  return el("p", {}, [first, ...rest].flatMap((line, number) => (number ? [el("br"), ...inline(line)] : inline(line))));
}

function take(lines, wanted) {
  const end = lines.findIndex((line) => !wanted(line));
  return lines.splice(0, end < 0 ? lines.length : end);
}

const TOKENS = new RegExp(
  [
    "`[^`]+`",
    "\\[[^\\]]+\\]\\([^)\\s]+\\)",
    "https?://[^\\s<>]*[^\\s<>.,;:!?)]",
    ":[a-z0-9_+-]+:",
    "\\*\\*(?=\\S).+?\\*\\*|__(?=\\S).+?__",
    "(?<![\\p{L}\\p{N}*])\\*(?=\\S)[^*]+\\*|(?<![\\p{L}\\p{N}_])_(?=\\S)[^_]+_(?![\\p{L}\\p{N}])",
    "~~(?=\\S).+?~~",
    "\\\\[!-/:-@[-`{-~]",
  ].map((pattern) => `(${pattern})`).join("|"),
  "gu",
);

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(TOKENS)) {
    nodes.push(text.slice(from, found.index), token(found));
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== "");
}

function token([whole, code, named, address, name, bold, italic, struck]) {
  if (code) return inlineCode(whole.slice(1, -1));
  if (named) return namedLink(whole);
  if (address) return link(whole, whole);
  if (name) return emoji(whole.slice(1, -1)) ?? whole;
  if (bold) return el("strong", {}, inline(whole.slice(2, -2)));
  if (italic) return el("em", {}, inline(whole.slice(1, -1)));
  if (struck) return el("s", {}, inline(whole.slice(2, -2)));
  return whole.slice(1); // an escaped sign
}

function namedLink(whole) {
  const [, label, address] = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(whole);
  return link(address, label);
}
