// Shows the conversation in the reader's time zone, and inserts messages from the event stream.
(() => {
  "use strict";
  const days = document.querySelector(".days");
  if (!days) return;
  const words = document.getElementById("message-pattern");
  const dayPattern = document.getElementById("day-pattern");
  const format = (options) => new Intl.DateTimeFormat(document.documentElement.lang, options);
  const time = format({ timeStyle: "short" });
  const day = format({ dateStyle: "full" });

  const clock = (article) => article.querySelector("time[data-time]");
  const written = (article) => new Date(clock(article).dateTime);
  const id = (article) => Number(article.id.slice("message-".length));
  const articles = () => [...days.querySelectorAll(".message")];

  const newDay = (date) => {
    const group = dayPattern.content.firstElementChild.cloneNode(true);
    const name = group.querySelector("time");
    name.textContent = day.format(date);
    name.dateTime = date.toLocaleDateString("sv");
    return group;
  };
  const isSameDay = (one, other) => one && day.format(written(one)) === day.format(written(other));

  // The oldest message comes first, so its neighbours are the older one above and the newer one below.
  const place = (article, older, newer) => {
    clock(article).textContent = time.format(written(article));
    if (isSameDay(older, article)) {
      older.after(article);
    } else if (isSameDay(newer, article)) {
      newer.before(article);
    } else {
      const group = newDay(written(article));
      group.append(article);
      if (older) older.parentElement.after(group);
      else days.prepend(group);
    }
  };

  // A day in the reader's time zone may begin inside a day in UTC, so messages are grouped by day again.
  const known = articles();
  days.replaceChildren();
  known.forEach((article, at) => place(article, known[at - 1], null));

  const state = (message) => {
    const side = message.is_from_admin ? "answer" : "question";
    const failure = message.delivery_failure || "";
    const reason = failure.includes("bot was blocked by the user") ? words.dataset.reasonBlocked : failure;
    // A delivered message shows no state, so there is no text for it.
    const delivery = (words.dataset[side + message.delivery[0].toUpperCase() + message.delivery.slice(1)] || "").replace("{0}", () => reason);
    return [message.edited_at ? words.dataset.edited : "", delivery].filter(Boolean).join(" · ");
  };

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const link = (href, text) => element("a", { href, textContent: text, target: "_blank", rel: "noopener nofollow" });
  // A URL becomes a link, without the punctuation after it; so does the text of a safe text_link. The same rules as in the widget.
  const trimmed = (text) => {
    const last = text.at(-1);
    const many = (character) => text.split(character).length;
    const opening = { ")": "(", "]": "[", "}": "{" }[last];
    const isOver = /[^\P{P}/)\]}#%&*@_-]$/u.test(text) || (opening && many(last) > many(opening));
    return isOver ? trimmed(text.slice(0, -1)) : text;
  };
  const withLinks = (text, entities = []) => {
    const parts = [];
    let from = 0;
    const add = (start, href, words) => {
      parts.push(text.slice(from, start), link(href, words));
      from = start + words.length;
    };
    const links = entities.filter(({ type, url }) => type === "text_link" && /^(https?:\/\/|mailto:)/i.test(url));
    for (const { offset, length, url } of [...links, { offset: text.length }]) {
      for (const { 0: found, index } of text.slice(0, offset).matchAll(/https?:\/\/[^\s<>"«»“”]+/gi)) {
        const address = trimmed(found);
        if (index >= from && !address.endsWith("://")) add(index, address, address);
      }
      if (url && offset >= from) add(offset, url, text.slice(offset, offset + length));
    }
    return [...parts, text.slice(from)];
  };
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const size = (bytes) => (bytes < 1 << 20
    ? words.dataset.kilobytes.replace("#", Math.max(1, Math.round(bytes / 1024)))
    : words.dataset.megabytes.replace("#", number.format(bytes / (1 << 20))));
  const fileStates = { waiting: words.dataset.fileWaiting, failed: words.dataset.fileFailed, too_large: words.dataset.fileTooLarge };

  const named = (file) => {
    const name = element(file.url ? "a" : "span", { textContent: file.name, dir: "auto" });
    if (file.url) Object.assign(name, { href: file.url, download: file.name });
    return element("p", { className: "file-name" }, name, " ", element("span", { className: "hint", textContent: size(file.size) }));
  };
  const shown = (file) => {
    const item = element("li", { className: `file is-${file.kind}` });
    if (file.url && /^image\/(png|jpeg|gif|webp)$/.test(file.type)) {
      const picture = element("img", { src: file.url, alt: file.name, loading: "lazy" });
      item.append(element("a", { className: "picture", href: file.url, target: "_blank", rel: "noopener" }, picture));
      return item;
    }
    if (file.url && (file.kind === "audio" || file.kind === "video")) {
      item.append(element(file.kind, { src: file.url, controls: true, preload: "none", ariaLabel: file.name }));
    }
    item.append(named(file));
    if (fileStates[file.state]) item.append(element("p", { className: "hint", textContent: fileStates[file.state] }));
    return item;
  };
  // A file may arrive from Telegram later than its message, so the list is rebuilt when it differs.
  const showFiles = (article, files) => {
    const key = JSON.stringify(files.map((file) => [file.id, file.state]));
    if (files.length === 0 || article.dataset.files === key) return;
    article.dataset.files = key;
    const list = element("ul", { className: "files-list" }, ...files.map(shown));
    const old = article.querySelector(".files-list");
    if (old) old.replaceWith(list);
    else article.querySelector(".state").before(list);
  };

  // A text can be edited, and an answer withdrawn: then neither its text nor its files are shown any more.
  const showText = (article, message) => {
    const text = element("p", { className: "text", dir: "auto" }, ...withLinks(message.text, message.entities));
    const old = article.querySelector(".text");
    if (message.text && old) old.replaceWith(text);
    else if (message.text) article.querySelector(".files-list, .state").before(text);
    else if (old) old.remove();
    if (message.delivery === "withdrawn") article.querySelector(".files-list")?.remove();
  };

  const made = (message, older) => {
    const article = words.content.firstElementChild.cloneNode(true);
    const fill = (part, text) => { article.querySelector(part).textContent = text; };
    article.id = `message-${message.id}`;
    article.classList.add(message.is_from_admin ? "is-answer" : "is-question");
    fill(".author", message.operator || (message.is_from_admin ? words.dataset.team : words.dataset.you));
    showText(article, message);
    if (message.subject) fill(".subject", message.subject);
    else article.querySelector(".subject").remove();
    // No quote of the message right before it.
    if (message.quote && !(older && id(older) === message.in_reply_to)) fill(".quote", message.quote);
    else article.querySelector(".quote").remove();
    clock(article).dateTime = message.created_at;
    return article;
  };

  // "Sent" is shown once: not again when the page is reloaded or bookmarked.
  if (document.getElementById("sent")) history.replaceState(null, "", location.pathname);

  const scroller = days.closest(".scroller");
  const fresh = document.getElementById("fresh");
  const isAtEnd = () => {
    const last = articles().at(-1);
    if (!last || !scroller) return true;
    return last.getBoundingClientRect().bottom <= Math.min(scroller.getBoundingClientRect().bottom, innerHeight) + 60;
  };
  if (fresh) {
    const seen = () => { if (!fresh.hidden && isAtEnd()) fresh.hidden = true; };
    scroller.addEventListener("scroll", seen, { passive: true });
    document.addEventListener("scroll", seen, { passive: true });
    fresh.addEventListener("click", () => { fresh.hidden = true; });
  }

  const announce = (text) => {
    const voice = document.getElementById("live-voice");
    // A screen reader does not read the same text twice in a row.
    voice.textContent = "";
    setTimeout(() => { voice.textContent = text; }, 100);
  };

  const appear = (message) => {
    const all = articles();
    const at = all.findIndex((article) => id(article) > message.id);
    // Messages of an older page are shown there.
    if (at === 0 && "hasOlder" in days.dataset) return;
    const wasAtEnd = isAtEnd();
    const older = at < 0 ? all.at(-1) : all[at - 1];
    const article = made(message, older);
    place(article, older, at < 0 ? null : all[at]);
    if (at < 0 && wasAtEnd) article.scrollIntoView({ block: "nearest" });
    document.querySelectorAll(".empty").forEach((empty) => { empty.hidden = true; });
    if (!message.is_from_admin) return;
    announce(words.dataset.announce);
    if (fresh && !wasAtEnd) fresh.hidden = false;
  };

  if (!("newest" in days.dataset)) return;
  // A closed conversation says so, in the words of the page as it is rendered now.
  // A page that is fetched counts as seen by its reader, so that no e-mail is sent about its answers: a hidden page fetches none.
  let turnOf = null;
  const showTurn = async () => {
    const shown = document.getElementById("closed");
    if (turnOf !== "closed" && shown) shown.remove();
    if (turnOf !== "closed" || shown || !scroller || document.hidden) return;
    const page = new DOMParser().parseFromString(await (await fetch("/support/")).text(), "text/html");
    const notice = page.getElementById("closed");
    if (notice && turnOf === "closed" && !document.getElementById("closed")) scroller.after(notice);
  };
  document.addEventListener("live:state", ({ detail: { state } }) => {
    turnOf = state;
    showTurn();
  });
  document.addEventListener("visibilitychange", () => { if (turnOf) showTurn(); });
  document.addEventListener("live:message", ({ detail: message }) => {
    if (!document.getElementById(`message-${message.id}`)) appear(message);
    const article = document.getElementById(`message-${message.id}`);
    if (!article) return;
    showText(article, message);
    article.querySelector(".state").textContent = state(message);
    article.classList.toggle("is-failed", message.delivery === "failed");
    showFiles(article, message.files);
  });
})();
