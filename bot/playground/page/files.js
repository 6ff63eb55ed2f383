// How do the files of a message look?

import { el, icon } from "./dom.js";

const STEP = 1024;

export function attachedFiles(files) {
  return files.map((file) => (file.is_picture ? picture(file) : card(file)));
}

function picture(file) {
  return el("figure.picture", {},
    el("figcaption", {}, file.title),
    el("a", { href: address(file), target: "_blank", rel: "noopener" }, el("img", { src: address(file), alt: file.alt || file.title })));
}

function card(file) {
  return el("a.file", { href: address(file), download: file.name, title: `Download ${file.name}` },
    icon("file"), el("span", {}, el("span.file-title", {}, file.title), el("span.file-about", {}, `${file.name} · ${size(file.size)}`)));
}

function address(file) {
  return `files/${file.id}`;
}

function size(bytes) {
  if (bytes < STEP) return `${bytes} bytes`;
  return bytes < STEP * STEP ? `${Math.round(bytes / STEP)} KB` : `${(bytes / STEP / STEP).toFixed(1)} MB`;
}
