// How does a person confirm, as the app wished, before a click goes out?

import { el } from "./dom.js";
import { plain, words } from "./mrkdwn.js";

export function confirmed(question, names) {
  const dialog = document.getElementById("confirm");
  const answer = (value) => () => dialog.close(value);
  dialog.setAttribute("aria-label", question.title.text);
  dialog.replaceChildren(
    el("h2", {}, plain(question.title.text)),
    el("div.words", {}, words(question.text, names)),
    el("div.actions", {},
      el("button.button", { type: "button", onclick: answer("no") }, plain(question.deny.text)),
      el(`button.button.button-${question.style ?? "primary"}`, { type: "button", autofocus: true, onclick: answer("yes") },
        plain(question.confirm.text))));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true }));
}
