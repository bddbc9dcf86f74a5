// Keeps the typed text of the form in this tab over reloads, other pages and refused forms, until it is sent.
(() => {
  "use strict";
  const PREFIX = "answerline:draft:";
  const names = ["subject", "message"];
  const form = document.querySelector("form[action='/support/']:has(textarea[name=message])");
  const storage = (() => {
    try {
      return window.sessionStorage;
    } catch {
      return { getItem: () => null, setItem() {}, removeItem() {} }; // forbidden by the reader: then nothing is kept
    }
  })();
  const read = (key) => {
    try {
      return JSON.parse(storage.getItem(key));
    } catch {
      return null;
    }
  };
  // A page with this mark means that the text was sent or its user signed out. A page with a form can be reloaded after more was typed.
  if (document.querySelector("[data-draft-over]")) {
    Object.keys(storage).filter((key) => key.startsWith(PREFIX) && (!form || read(key)?.submitted)).forEach((key) => storage.removeItem(key));
  }
  if (!form) return;
  const reader = form.elements.reader?.value || "visitor";
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const sent = [...document.querySelectorAll(".is-question")].map((question) => plain(question.textContent));
  [reader, "visitor"].forEach((who) => {
    const draft = read(PREFIX + who);
    if (draft?.submitted && sent.some((text) => text.includes(plain(draft.message)))) storage.removeItem(PREFIX + who);
  });
  // A visitor who typed a text and signed in without pressing Send continues with it.
  const before = storage.getItem(PREFIX + "visitor");
  if (before && reader !== "visitor") {
    storage.removeItem(PREFIX + "visitor");
    if (!storage.getItem(PREFIX + reader)) storage.setItem(PREFIX + reader, before);
  }
  const draft = read(PREFIX + reader);
  // Text from the server is newer.
  if (draft && names.every((name) => !form.elements[name]?.value)) {
    names.forEach((name) => {
      if (form.elements[name] && draft[name]) form.elements[name].value = draft[name];
    });
    form.elements.message.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const keep = (submitted) => {
    const typed = Object.fromEntries(names.map((name) => [name, form.elements[name]?.value || ""]));
    try {
      if (names.some((name) => typed[name])) storage.setItem(PREFIX + reader, JSON.stringify({ ...typed, submitted }));
      else storage.removeItem(PREFIX + reader);
    } catch {
      // full: the form itself still has it
    }
  };
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
  // What was typed in the widget comes in the part of the address that no server gets, and does not stay there.
  const typed = new URLSearchParams(location.hash.slice(1)).get("message");
  if (typed) {
    history.replaceState(null, "", location.pathname + location.search);
    const { message } = form.elements;
    const whole = (text) => `\n\n${text.trim()}\n\n`;
    // The widget keeps the text: its link may be followed again when the question was sent.
    const last = [...document.querySelectorAll(".is-question .text")].at(-1);
    const isSent = last && plain(last.textContent) === plain(typed);
    if (!isSent && !whole(message.value).includes(whole(typed))) message.value = [message.value, typed].filter(Boolean).join("\n\n");
    message.dispatchEvent(new Event("input", { bubbles: true }));
  }
})();
