// Everything works without this script: it counts characters, shows times in the reader's time zone, copies text, and shows that linking succeeded.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  document.documentElement.classList.add("scripts");
  const words = (options) => new Intl.DateTimeFormat(language, options);
  const moment = words({ dateStyle: "long", timeStyle: "short" });

  const read = (element) => new Date(element.dateTime);
  document.querySelectorAll("time[data-moment]").forEach((element) => {
    element.textContent = moment.format(read(element));
  });

  const say = (text) => {
    const voice = document.getElementById("live-voice");
    if (voice) voice.textContent = text;
  };

  // Linking happens in Telegram: the page then changes to the state it would have after a reload. The page for moving to another
  // Telegram waits for a link that is newer than the present one.
  const before = document.querySelector("[data-linked-before]")?.dataset.linkedBefore;
  document.addEventListener("live:telegram", ({ detail }) => {
    const isLinked = detail.linked && detail.since !== before;
    const now = isLinked ? "yes" : "no";
    const boxes = [...document.querySelectorAll("[data-when-linked]")];
    const stale = boxes.filter((box) => box.hidden === (box.dataset.whenLinked === now));
    if (stale.length === 0 || !(isLinked || boxes.some((box) => box.dataset.whenLinked === now))) return;
    const held = stale.some((box) => !box.hidden && box.contains(document.activeElement));
    stale.forEach((box) => { box.hidden = !box.hidden; });
    const linked = document.querySelector(".linked");
    if (!linked || !isLinked) return;
    say(linked.firstElementChild.textContent);
    // Only if the focused element was removed.
    if (held) linked.focus();
  });

  // Counts like the server: Unicode characters without white space at both ends. The visible number changes at once; the announcement
  // for screen readers waits until typing pauses, and is omitted while many characters are left.
  const number = new Intl.NumberFormat(language);
  document.querySelectorAll("[data-characters]").forEach((field) => {
    const most = Number(field.dataset.characters);
    const seen = Object.assign(document.createElement("p"), { className: "hint counter" });
    const heard = Object.assign(document.createElement("p"), { className: "aside" });
    seen.setAttribute("aria-hidden", "true");
    heard.setAttribute("role", "status");
    field.after(seen, heard);
    let pause = 0;
    const show = () => {
      const length = [...field.value.trim()].length;
      const left = most - length;
      const text = (left < 0 ? field.dataset.over : field.dataset.left).replace("{0}", number.format(Math.abs(left)));
      seen.textContent = text;
      seen.classList.toggle("problem", left < 0);
      seen.hidden = length < Number(field.dataset.from);
      clearTimeout(pause);
      pause = setTimeout(() => { heard.textContent = length > most * 0.75 ? text : ""; }, 1000);
    };
    show();
    field.addEventListener("input", show);
    // A draft may be put back after this.
    addEventListener("load", show);
  });

  document.querySelectorAll("button[data-copy]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
      say(button.dataset.done);
    });
  });
})();
