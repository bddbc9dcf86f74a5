// The support widget: docs/widget.md, docs/decisions/0013-widget.md
(() => {
  "use strict";
  const NAME = "answerline-support";
  if (customElements.get(NAME)) return;
  const HOME = new URL(document.currentScript ? ".." : "/", document.currentScript?.src || location.href).href;

  // ---- Styles
  const STYLE = `
:host { all: initial !important; display: contents !important; }
:host([hidden]) { display: none !important; }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.root {
  --paper: #f4f5f4; --sheet: #fff; --ink: #17211e; --soft: #52605b; --line: #d9deda; --edge: #74827c;
  --danger: #a4262c; --danger-tint: #fbecec; --accent: var(--fill-light); --on: var(--on-light); --link: var(--link-light);
  --tint: color-mix(in srgb, var(--accent) 10%, #fff); --shade: 0 1.2em 3.5em rgb(15 25 22 / 22%), 0 .15em .6em rgb(15 25 22 / 12%);
  color-scheme: light; position: fixed; inset: auto; bottom: max(1.25em, env(safe-area-inset-bottom)); right: 1.25em;
  margin: 0; padding: 0; border: 0; width: auto; height: auto; overflow: visible; background: none; z-index: 2147483000;
  font: 400 medium/1.5 system-ui, sans-serif;
  color: var(--ink); text-align: start; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
.root[data-position=left] { right: auto; left: 1.25em; }
@media (prefers-color-scheme: dark) {
  .root {
    --paper: #141a18; --sheet: #1d2522; --ink: #e9eeeb; --soft: #a7b4ae; --line: #313c38; --edge: #7f8e87;
    --danger: #ff9d97; --danger-tint: #37201f; --accent: var(--fill-dark); --on: var(--on-dark); --link: var(--link-dark);
    --tint: color-mix(in srgb, var(--accent) 22%, #1d2522); --shade: 0 1.2em 3.5em rgb(0 0 0 / 55%), 0 0 0 1px var(--line);
    color-scheme: dark;
  }
}
h2, p, ol, ul { margin: 0; padding: 0; list-style: none; font: inherit; }
button, textarea { font: inherit; color: inherit; margin: 0; letter-spacing: inherit; }
button { border: 0; padding: 0; background: none; cursor: pointer; }
a { color: var(--link); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .25em; }
svg { width: 1.5em; height: 1.5em; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.launcher {
  display: grid; place-items: center; position: relative; margin-inline-start: auto; width: 3.75em; height: 3.75em; border-radius: 50%;
  background: var(--accent); color: var(--on); box-shadow: 0 0 0 1.5px var(--sheet), 0 .4em 1.4em rgb(15 25 22 / 28%);
}
.root[data-position=left] .launcher { margin-inline: 0 auto; }
.launcher:focus-visible { outline-offset: 3px; border-radius: 50%; box-shadow: 0 0 0 3px var(--sheet), 0 0 0 7px var(--sheet); }
.launcher svg { width: 2.1em; height: 2.1em; }
.launcher[aria-expanded=true] { display: none; }
.badge {
  position: absolute; top: -.3em; inset-inline-end: -.3em; min-width: 1.6em; padding: 0 .4em; border-radius: 1em; text-align: center;
  background: #b3261e; color: #fff; font-size: .8125em; font-weight: 700; line-height: 1.6; box-shadow: 0 0 0 2px var(--sheet);
}

.panel {
  position: absolute; bottom: 0; right: 0; width: min(25em, 100vw - 2.5em); height: min(43em, 100vh - 2.5em); height: min(43em, 100dvh - 2.5em);
  display: flex; flex-direction: column; overflow: hidden auto; border-radius: 1em; background: var(--paper); box-shadow: var(--shade);
}
.root[data-position=left] .panel { right: auto; left: 0; }
.panel:focus { outline: none; }
.panel.dropping::after {
  content: ""; position: absolute; inset: .5em; border: 3px dashed var(--link); border-radius: .7em; pointer-events: none;
  background: color-mix(in srgb, var(--sheet) 60%, transparent);
}
header { display: flex; gap: 1em; align-items: start; justify-content: space-between; padding: 1.15em 1.25em 1.2em; background: var(--accent); color: var(--on); }
h2 { font-size: 1.25em; font-weight: 650; line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere; }
header p { margin-top: .25em; font-size: .9375em; line-height: 1.4; }
.close { display: grid; place-items: center; width: 2.75em; height: 2.75em; margin: -.5em -.6em; border-radius: .6em; flex: none; }
.close:hover { background: color-mix(in srgb, var(--on) 14%, transparent); }
.close:focus-visible { outline-color: var(--on); outline-offset: -4px; border-radius: .6em; }
.banner { padding: .6em 1.3em; font-size: .9375em; background: var(--sheet); border-bottom: 1px solid var(--line); color: var(--ink); }
.banner:empty { display: none; }

.body { flex: 1; min-height: 6em; overflow-y: auto; overscroll-behavior: contain; padding: 1.1em 1.25em; display: flex; flex-direction: column; }
.body:focus-visible { outline-offset: -3px; }
.older { align-self: center; margin-bottom: .9em; }
.messages { display: grid; gap: .9em; margin-top: auto; }
.day { justify-self: center; color: var(--soft); font-size: .875em; font-weight: 500; }
.message { display: grid; gap: .2em; max-width: 88%; justify-self: start; min-width: 0; }
.mine { justify-self: end; justify-items: end; }
.author { font-size: .875em; font-weight: 600; color: var(--link); }
.bubble { min-width: 0; max-width: 100%; padding: .6em .85em; border-radius: .3em 1em 1em 1em; background: var(--sheet); border: 1px solid var(--line); }
.mine .bubble { border-radius: 1em 1em .3em 1em; background: var(--tint); border-color: transparent; }
.subject { font-weight: 600; }
.quote { border-inline-start: 3px solid var(--line); padding-inline-start: .6em; margin-block-end: .35em; font-size: .9em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; unicode-bidi: plaintext; }
.subject, .text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.meta { color: var(--soft); font-size: .8125em; line-height: 1.4; }
.mine .meta { text-align: end; }
.failed { color: var(--danger); }
.files { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .4em; }
.picture { display: block; width: 9.5em; height: 7em; border-radius: .6em; overflow: hidden; background: var(--paper); border: 1px solid var(--line); }
.picture > * { display: block; width: 100%; height: 100%; object-fit: cover; }
.file { display: inline-flex; gap: .4em; align-items: center; min-width: 0; overflow-wrap: anywhere; font-size: .9375em; }
.file small { display: inline-block; font-size: .875em; }
.mine a, .mine .file { color: inherit; }

.card { margin: auto 0; padding: 1.6em 1.4em; border-radius: .9em; background: var(--sheet); border: 1px solid var(--line); display: grid; gap: .6em; justify-items: start; }
.card b { font-size: 1.0625em; font-weight: 650; }
.card p { color: var(--soft); }
.card .row { display: flex; flex-wrap: wrap; gap: .6em 1.1em; align-items: center; margin-top: .5em; }
.row:empty { display: none; }
.wait { margin: auto; color: var(--soft); }

.fresh { position: absolute; left: 50%; translate: -50% -130%; padding: .4em 1em; border-radius: 2em; background: var(--accent); color: var(--on); font-size: .9375em; font-weight: 600; box-shadow: 0 .3em 1em rgb(15 25 22 / 25%); }
.foot { position: relative; background: var(--sheet); border-top: 1px solid var(--line); }
.telegram { padding: .6em 1.35em; font-size: .9375em; border-bottom: 1px solid var(--line); }
fieldset { display: flex; flex-wrap: wrap; justify-content: space-between; margin: 0; padding: .6em 1.25em; border: 0; border-bottom: 1px solid var(--line); min-width: 0; }
legend { float: left; width: 100%; padding: 0; font-size: .9375em; }
form { display: grid; gap: .45em; padding: .8em 1.25em max(1em, env(safe-area-inset-bottom)); }
.top { display: flex; gap: 1em; justify-content: space-between; align-items: baseline; }
label { font-size: .9375em; font-weight: 600; }
.hint { color: var(--soft); font-size: .8125em; }
@media (hover: none), (pointer: coarse) { .hint { display: none; } }
textarea {
  display: block; width: 100%; min-height: 4.6em; max-height: 11em; field-sizing: content; resize: none; padding: .6em .75em; line-height: 1.45;
  background: var(--sheet); border: 1px solid var(--edge); border-radius: .65em; overscroll-behavior: contain;
}
textarea:focus { outline: 3px solid var(--link); outline-offset: -1px; border-radius: .65em; }
textarea[aria-invalid] { border-color: var(--danger); }
.problem { color: var(--danger); font-size: .9375em; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }
.problem:empty { display: none; }
.actions { display: flex; gap: .6em; align-items: center; justify-content: flex-end; }
.primary, .quiet {
  display: inline-flex; gap: .5em; align-items: center; justify-content: center; min-height: 2.75em; padding: .4em 1.25em; border-radius: .65em;
  font-weight: 600; line-height: 1.2; text-decoration: none; border: 1px solid transparent;
}
.primary { background: var(--accent); color: var(--on); }
.primary:hover { box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 35%, transparent); }
.primary[aria-disabled=true] { cursor: progress; }
.primary svg { width: 1.2em; height: 1.2em; }
.quiet { color: var(--link); padding-inline: .8em; }
.quiet:hover { background: color-mix(in srgb, var(--link) 8%, transparent); }
.older, .attach, .again { font-size: .9375em; }
.again { justify-self: end; }
.attach { margin-inline: -.8em auto; white-space: nowrap; }
.attach svg { width: 1.3em; height: 1.3em; }
.actions .primary { padding-inline: 1em; }
.chips { display: grid; gap: .4em; max-height: 8.5em; overflow-y: auto; }
.chip { display: flex; gap: .6em; align-items: center; padding: .3em .3em .3em .7em; border-radius: .6em; background: var(--paper); font-size: .9375em; min-width: 0; }
.chip span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chip img, .chip canvas { width: 2.2em; height: 2.2em; border-radius: .35em; object-fit: cover; margin-inline-start: -.35em; }
.chip progress { width: 5em; height: .5em; accent-color: var(--link); }
.chip button { display: grid; place-items: center; width: 2.2em; height: 2.2em; border-radius: .5em; color: var(--soft); }
.chip button:hover { color: var(--ink); background: var(--line); }
.chip svg { width: 1.2em; height: 1.2em; }

@media (max-width: 30em), (max-height: 36em) {
  .panel, .root[data-position=left] .panel { position: fixed; inset: var(--view-top, 0) 0 0; width: auto; height: var(--view-height, auto); border-radius: 0; }
}
@media (max-height: 36em) { header p { display: none; } header { padding-block: .7em; } textarea { min-height: 3em; max-height: 5em; } }
@media (forced-colors: active) { .launcher, .panel, .bubble, .primary, .badge { border: 1px solid; } }
@media print { .root { display: none; } }
`;
  const ICONS = {
    ask: "M6 4.5h12A2.5 2.5 0 0 1 20.5 7v7.5a2.5 2.5 0 0 1-2.5 2.5h-6.5L7 20.5V17H6a2.5 2.5 0 0 1-2.5-2.5V7A2.5 2.5 0 0 1 6 4.5ZM7.5 9h9M7.5 12.5h5.5",
    close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
    clip: "M19 11.5l-7.3 7.3a4.4 4.4 0 0 1-6.2-6.2l7.6-7.6a2.9 2.9 0 0 1 4.1 4.1l-7.5 7.5a1.4 1.4 0 0 1-2-2l6.9-6.9",
    send: "M4.5 12h14M12.5 6l6 6-6 6",
    file: "M7 3.5h6.5l4.5 4.5v12.5H7ZM13.5 3.5V8H18",
  };

  // ---- Colours, with a contrast of 4.5 : 1 (WCAG 1.4.3)
  const WHITE = [255, 255, 255];
  const BLACK = [0, 0, 0];
  const PAPER = [244, 245, 244];
  const NIGHT = [29, 37, 34];
  const GREEN = [11, 93, 80];
  const rgb = (colour) => `rgb(${colour.map(Math.round).join(" ")})`;
  const light = (colour) => {
    const [r, g, b] = colour.map((v) => (v <= 10 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (a, b) => Math.max(light(a), light(b)) / Math.min(light(a), light(b));
  const inkOn = (colour) => (contrast(colour, WHITE) >= 4.5 || contrast(colour, WHITE) > contrast(colour, BLACK) ? WHITE : BLACK);
  const towards = (end, colour, ground, wanted) => {
    let mixed = colour;
    for (let share = 0; contrast(mixed, ground) < wanted; share += 0.04) {
      mixed = colour.map((v, i) => v + (end[i] - v) * share);
    }
    return mixed;
  };
  const parsed = (name) => {
    if (!name || !CSS.supports("color", name)) return GREEN;
    const brush = document.createElement("canvas").getContext("2d");
    brush.fillStyle = name;
    const hex = /^#(..)(..)(..)$/.exec(brush.fillStyle);
    return hex ? hex.slice(1).map((pair) => parseInt(pair, 16)) : GREEN;
  };
  const shades = (name) => {
    const day = parsed(name);
    const night = towards(WHITE, day, NIGHT, 3);
    return `--fill-light:${rgb(day)};--on-light:${rgb(inkOn(day))};--link-light:${rgb(towards(BLACK, day, PAPER, 5))};`
      + `--fill-dark:${rgb(night)};--on-dark:${rgb(inkOn(night))};--link-dark:${rgb(towards(WHITE, day, NIGHT, 5.2))};`;
  };

  // ---- Helpers
  const h = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
      if (typeof value === "function") node.addEventListener(name, value);
      else if (value === true) node.setAttribute(name, "");
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child != null));
    return node;
  };
  const icon = (name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS(svg.namespaceURI, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  };
  const keep = (area, key, value) => {
    try {
      window[area].setItem(`answerline:${key}`, JSON.stringify(value));
    } catch { /* forgotten */ }
  };
  const kept = (area, key) => {
    try {
      return JSON.parse(window[area].getItem(`answerline:${key}`));
    } catch {
      return null;
    }
  };
  const SEND_AFTER = 18e5;
  const randomKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const link = (href, attributes, ...children) => h("a", { href, target: "_blank", rel: "noopener nofollow noreferrer", ...attributes }, ...children);
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
      parts.push(text.slice(from, start), link(href, {}, words));
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
  const isPicture = (file) => /^image\/(png|jpeg|gif|webp)$/.test(file.type) && file.url;

  // ---- The JSON API. An error carries the status; 0: no answer, 401: signed out, 409: another user is signed in.
  const PATIENCE = 20_000;
  const refusal = ({ status = 0, headers }, problem) => Object.assign(new Error(`Answerline: ${status || "no answer"}`), { status, wait: Number(headers?.get("Retry-After")) || 0, ...problem });
  const JSON_TYPE = { "Content-Type": "application/json" };

  const isOver = (failure) => failure.status === 401 || failure.status === 409;
  const never = new Promise(() => {});

  const claims = (token) => {
    try {
      return JSON.parse(atob(token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/")));
    } catch {
      return {};
    }
  };
  const owner = (token) => claims(token).iss + " " + claims(token).sub;

  class Desk {
    user = null;

    constructor(home, signal, token) {
      Object.assign(this, { home, signal, token });
    }

    url(path) {
      return new URL(path, this.home).href;
    }

    api(path) {
      const url = new URL(path, this.url("api/feedback/"));
      if (this.user) url.searchParams.set("user", this.user);
      return url;
    }

    still() {
      return this.signal.aborted && never;
    }

    async send(path, options, isRefused) {
      const token = await this.token?.(isRefused);
      await this.still();
      const headers = token ? { ...options.headers, Authorization: `Bearer ${token}` } : options.headers;
      const answer = await fetch(this.api(path), { credentials: token == null ? "include" : "omit", ...options, headers });
      await this.still();
      return answer.status === 401 && token && !isRefused ? this.send(path, options, true) : answer;
    }

    async ask(path, options, type = "json") {
      let answer;
      let body;
      try {
        answer = await this.send(path, { signal: AbortSignal.timeout(PATIENCE), ...options });
        body = answer.ok && answer.status !== 204 ? await answer[type]() : null;
      } catch {
        answer = {};
      }
      await this.still();
      if (!answer.ok) throw refusal(answer, answer.status === 403 && (await answer.json().catch(() => null)));
      return body;
    }

    thread(cursor = "") {
      return this.ask(`threads/?limit=${PAGE}&signed_out=empty${cursor}`);
    }

    submit(body, key) {
      return this.ask("submit/", { method: "POST", body, headers: { ...JSON_TYPE, "Idempotency-Key": key } });
    }

    seen(through) {
      return this.ask("seen/", { method: "POST", body: `{"through":${through}}`, headers: JSON_TYPE });
    }

    rate(id, score) {
      return this.ask(`ratings/${id}/`, { method: "POST", body: `{"score":${score}}`, headers: JSON_TYPE });
    }

    discard(file) {
      return this.ask(`files/${encodeURIComponent(file)}/`, { method: "DELETE", headers: JSON_TYPE });
    }

    upload(file, item) {
      const request = new XMLHttpRequest();
      const done = new Promise(async (resolve, reject) => {
        const token = await this.token().catch(() => "");
        const fail = () => reject(refusal(request));
        if (item.isCancelled) return fail();
        request.open("POST", this.api(`files/?name=${encodeURIComponent(file.name)}`));
        request.withCredentials = token == null;
        request.responseType = "json";
        request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
        if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
        request.upload.onprogress = (event) => {
          item.part = event.loaded / event.total;
          if (item.bar) item.bar.value = item.part;
        };
        request.onload = () => (request.status === 201 && request.response ? resolve(request.response) : fail());
        request.onerror = request.onabort = fail;
        request.send(file);
      });
      item.cancel = () => request.abort();
      return done.finally(() => this.still());
    }

    async events(signal, opened, heard) {
      const answer = await this.send("events/?signed_out=empty", { signal });
      if (answer.status !== 200) throw refusal(answer);
      opened();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = "", part; !(part = await reader.read()).done && !this.signal.aborted; ) {
        const blocks = (rest + part.value).split("\n\n");
        rest = blocks.pop();
        for (const block of blocks) {
          const [, event, data] = /^event: (.*)\nid: .*\ndata: (.*)/.exec(block) ?? [];
          if (event) heard(event, JSON.parse(data));
        }
      }
    }
  }

  // ---- Texts
  class Words {
    constructor({ language, texts }) {
      this.language = language;
      this.texts = texts;
      this.plural = new Intl.PluralRules(language);
      this.dayFormat = new Intl.DateTimeFormat(language, { dateStyle: "long" });
      this.timeFormat = new Intl.DateTimeFormat(language, { timeStyle: "short" });
      this.near = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    }

    get isRightToLeft() {
      return /^(ar|fa|he|ur)\b/.test(this.language);
    }

    say(key, ...values) {
      return values.reduce((text, value, i) => text.replaceAll(`{${i}}`, () => value), this.texts[key]);
    }

    count(key, number) {
      const form = key + this.plural.select(number);
      return this.say(form in this.texts ? form : `${key}many`, number);
    }

    time(date) {
      return this.timeFormat.format(date);
    }

    day(date) {
      const midnight = (moment) => new Date(moment).setHours(0, 0, 0, 0);
      const ago = Math.round((midnight(date) - midnight(Date.now())) / 864e5);
      const name = ago === 0 || ago === -1 ? this.near.format(ago, "day") : this.dayFormat.format(date);
      return name.charAt(0).toLocaleUpperCase(this.language) + name.slice(1);
    }

    size(bytes) {
      const [unit, number] = bytes < 2 ** 20 ? ["kilobytes", Math.max(1, Math.round(bytes / 2 ** 10))] : ["megabytes", bytes / 2 ** 20];
      return this.say(unit, new Intl.NumberFormat(this.language, { maximumFractionDigits: 1 }).format(number));
    }
  }

  // ---- The element
  const PAGE = 20;
  const FIRST_WAIT = 2_000;
  const LONGEST_WAIT = 60_000;
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);

  class AnswerlineSupport extends HTMLElement {
    static observedAttributes = ["language", "colour", "position", "heading", "title", "token"];
    #shadow = this.attachShadow({ mode: "open" });
    #colours = new CSSStyleSheet();
    #narrow = matchMedia("(max-width: 30em), (max-height: 36em)");
    #state = "loading";
    #messages = new Map();
    #drawn = new Map();
    #uploads = [];
    #wait = FIRST_WAIT;
    #asked = 0;
    #turn = 0;
    // Whether the list stays at its end, whatever grows or shrinks; and the range of its scrollTop as it was last painted.
    #sticks = true;
    #range = 0;
    #desk; #words; #config; #parts; #life; #user; #next; #binding; #trouble; #stream; #timer; #loading; #draft; #isSending; #renew; #renewing; #shown; #turnOf; #rating; #linked;
    #token = "";

    connectedCallback() {
      this.#life = new AbortController();
      const { signal } = this.#life;
      this.#desk = new Desk(new URL(this.getAttribute("desk") || HOME, HOME).href, signal, (isRefused) => this.#access(isRefused));
      this.#user = this.#loading = this.#next = this.#binding = this.#isSending = null;
      this.#state = "loading";
      this.#messages.clear();
      this.#draft = { text: "", files: [] };
      this.#uploads = this.#draft.files;
      this.#shadow.adoptedStyleSheets = [style, this.#colours];
      const options = { signal };
      const back = () => this.#back();
      document.addEventListener("visibilitychange", () => (document.hidden ? this.#rest() : back()), options);
      ["online", "focus"].forEach((type) => window.addEventListener(type, back, options));
      window.addEventListener("pageshow", (event) => event.persisted && back(), options);
      window.addEventListener("offline", () => this.#show(), options);
      window.addEventListener("storage", () => this.#show(), options);
      ["resize", "scroll"].forEach((type) => window.visualViewport?.addEventListener(type, () => this.#paint(), options));
      this.#begin();
    }

    disconnectedCallback() {
      this.#life.abort();
      this.#unfollow();
      clearTimeout(this.#timer);
      this.#parts = null;
      this.#shadow.replaceChildren();
    }

    attributeChangedCallback(name, before, now) {
      if (name === "token") {
        const isSame = owner(this.#token) === owner(now);
        this.#token = now ?? "";
        if (!isSame) this.#restart();
        else if (this.#parts) this.#refresh();
      } else if (name === "title" && now !== null) {
        this.removeAttribute("title");
        if (!this.hasAttribute("heading")) this.setAttribute("heading", now);
      } else if (this.#parts && before !== now) {
        if (name === "language") this.#begin();
        else this.#show();
      }
    }

    open() {
      if (this.#parts && !this.#isOpen) this.#toggle(true);
    }

    close() {
      if (this.#parts && this.#isOpen) this.#toggle(false);
    }

    /** Takes a function that returns a token of the user, or a promise of one; null without a user. */
    identify(renew) {
      this.#renew = renew;
      this.#renewing = null;
      this.#token = "";
      this.#restart();
    }

    #restart() {
      if (!this.#life || !this.isConnected) return;
      this.disconnectedCallback();
      this.connectedCallback();
    }

    get #isVouched() {
      return Boolean(this.#renew) || this.hasAttribute("token");
    }

    async #access(isRefused) {
      if (!this.#isVouched) return null;
      const renew = this.#renew;
      if (renew && (isRefused || !(claims(this.#token).exp > Date.now() / 1000 + 30))) {
        const token = (await (this.#renewing ??= Promise.resolve(renew()).finally(() => (this.#renewing = null)))) ?? "";
        if (renew !== this.#renew) return never;
        const former = this.#token;
        this.#token = token;
        if (former && owner(token) !== owner(former)) this.#restart();
      }
      return this.#token;
    }

    get #isOpen() {
      return !this.#parts.panel.hidden;
    }

    get #isHome() {
      return new URL(this.#desk.home).origin === location.origin;
    }

    #key(name) {
      return `${name}:${this.#desk.home}`;
    }

    // ---- Start
    async #begin() {
      const life = this.#life;
      const turn = ++this.#turn;
      const isStale = () => life.signal.aborted || turn !== this.#turn;
      const language = this.getAttribute("language") || document.documentElement.lang;
      try {
        this.#config = await new Desk(this.#desk.home, life.signal).ask(`widget/?language=${encodeURIComponent(language)}`, { credentials: "same-origin" });
      } catch {
        if (!isStale()) this.#later(() => this.#begin());
        return;
      }
      if (isStale()) return;
      this.#words = new Words(this.#config);
      const wasOpen = this.#parts ? this.#isOpen && "always" : kept("sessionStorage", this.#key("open"));
      if (!this.#config.origin_is_named) {
        this.#state = "elsewhere";
        console.error(`Answerline: the desk at ${this.#desk.home} does not know this page. Set SUPPORT_WIDGET_ORIGINS=${location.origin} there.`);
      }
      this.#build();
      this.#show();
      await this.#refresh();
      if (!isStale() && (wasOpen === "always" || (wasOpen && !this.#narrow.matches))) this.#toggle(true, false);
    }

    #build() {
      const say = (key) => this.#words.say(key);
      const p = (this.#parts = {});
      this.#drawn.clear();
      p.badge = h("span", { class: "badge", "aria-hidden": "true" });
      p.launcher = h("button", { type: "button", class: "launcher", "aria-controls": "panel", click: () => this.#toggle() }, icon("ask"), p.badge);
      p.heading = h("h2", { id: "heading" });
      p.banner = h("p", { class: "banner", role: "status" });
      p.older = h("button", { type: "button", class: "quiet older", click: () => this.#older() }, say("older"));
      p.list = h("ol", { class: "messages", role: "list" });
      p.card = h("div");
      p.body = h("div", { class: "body", role: "region", "aria-label": say("conversation"), tabindex: "0", scroll: () => this.#seeEnd() }, p.card, p.older, p.list);
      p.live = h("p", { class: "aside", role: "status" });
      p.panel = h("div", { id: "panel", class: "panel", role: "dialog", "aria-labelledby": "heading", tabindex: "-1", hidden: true },
        h("header", null, h("div", null, p.heading, h("p", null, say("lead"))),
          h("button", { type: "button", class: "close", "aria-label": say("close"), click: () => this.#toggle(false) }, icon("close"))),
        p.banner, p.body, this.#foot(p, say));
      p.root = h("section", { class: "root", popover: "manual", "aria-label": say("launcher"), lang: this.#words.language, dir: this.#words.isRightToLeft ? "rtl" : "ltr" },
        p.launcher, p.panel, p.live);
      p.root.addEventListener("keydown", (event) => this.#keys(event));
      ["keydown", "keyup", "keypress", "paste", "dragover", "drop"].forEach((type) => p.root.addEventListener(type, (event) => event.stopPropagation()));
      this.#acceptDrops(p.panel);
      const sizes = new ResizeObserver(() => {
        if (!this.#parts) return;
        if (this.#sticks) p.body.scrollTop = p.body.scrollHeight;
        this.#range = this.#newRange;
      });
      [p.body, p.list, p.card, p.older].forEach((part) => sizes.observe(part));
      this.#shadow.replaceChildren(p.root);
      p.root.showPopover?.();
    }

    #foot(p, say) {
      p.fresh = h("button", { type: "button", class: "fresh", hidden: true, click: () => this.#toEnd() }, say("fresh"));
      p.telegram = h("p", { class: "telegram" }, `${say("telegram")} `, (p.invitation = link("#", {}, say("telegram.link"))));
      p.field = h("textarea", { id: "message", rows: "3", dir: "auto", enterkeyhint: "enter", "aria-describedby": "problem hint", input: () => this.#typed(), paste: (event) => this.#pasted(event) });
      p.field.value = this.#draft.text;
      p.problem = h("p", { id: "problem", class: "problem", role: "alert" });
      p.chips = h("ul", { class: "chips", role: "list", "aria-label": say("files"), hidden: true });
      p.chooser = h("input", { type: "file", multiple: true, hidden: true, change: () => this.#chosen() });
      p.attach = h("button", { type: "button", class: "quiet attach", click: () => p.chooser.click() }, icon("clip"), say("attach"));
      p.sendWord = h("span");
      p.send = h("button", { class: "primary" }, p.sendWord, icon("send"));
      p.form = h("form", { novalidate: true, submit: (event) => (event.preventDefault(), this.#send()) },
        h("div", { class: "top" }, h("label", { for: "message" }, say("message")), h("p", { id: "hint", class: "hint" }, this.#words.say("hint", /Mac/.test(navigator.platform) ? "⌘+Enter" : "Ctrl+Enter"))),
        p.field, p.chips, p.problem, h("div", { class: "actions" }, p.chooser, p.attach, p.send));
      p.rating = h("fieldset");
      return (p.foot = h("div", { class: "foot" }, p.fresh, p.telegram, p.rating, p.form));
    }

    // ---- Rendering
    #show() {
      const p = this.#parts;
      if (!p) return;
      const isIn = this.#state === "in";
      this.#paint();
      p.root.dataset.position = this.getAttribute("position") === "left" ? "left" : "right";
      p.heading.textContent = this.getAttribute("heading") || this.#words.say("heading");
      p.banner.textContent = isIn && (this.#trouble || !navigator.onLine) ? this.#words.say(navigator.onLine ? "away" : "offline") : this.#notice;
      p.foot.hidden = !isIn && !this.#isOut;
      p.telegram.hidden = !this.#binding;
      if (this.#binding) p.invitation.href = this.#binding;
      p.attach.hidden = !this.#files;
      p.older.hidden = !isIn || !this.#next;
      p.sendWord.textContent = this.#words.say(this.#isSending ? "sending" : "send");
      p.send.setAttribute("aria-disabled", this.#isSending === true);
      this.#card();
      this.#aim();
      this.#drawMessages();
      this.#drawChips();
      this.#drawRating();
      this.#count();
    }

    get #notice() {
      if (this.#isOut && this.#draft.handed) return this.#words.say("handed");
      const now = new Date().toISOString();
      const closed = this.#config.closed?.find(({ from, until }) => from <= now && !(until <= now));
      return closed?.text ?? (this.#state === "in" && this.#turnOf === "closed" ? this.#words.say("closed") : "");
    }

    get #isOut() {
      return this.#state === "out" || (this.#state === "elsewhere" && this.#config.origin_is_named && this.#config.guest_url);
    }

    // What the fields of a guest's form take goes along to it; files do not.
    get #files() {
      return (this.#state === "in" || (this.#isOut && !this.#config.guest_url)) && this.#config.files;
    }

    #paint() {
      const view = window.visualViewport;
      const isCovered = view && view.scale === 1 && innerHeight - view.height > 100;
      const size = isCovered ? `--view-height:${view.height}px;--view-top:${view.offsetTop}px;` : "";
      this.#colours.replaceSync(`.root{${shades(this.getAttribute("colour") || this.#config?.colour)}${size}}`);
    }

    #card() {
      const { card, list } = this.#parts;
      const kind = this.#state === "in" ? (this.#messages.size ? "" : "empty") : this.#state;
      list.hidden = this.#state !== "in";
      card.hidden = !kind;
      if (card.dataset.kind === kind) return;
      card.dataset.kind = kind;
      card.className = kind === "loading" ? "wait" : "card";
      card.replaceChildren(...(kind ? this.#cardParts(kind) : []));
    }

    #cardParts(kind) {
      const say = (key) => this.#words.say(key);
      if (kind === "loading") return [say("loading")];
      const actions = { empty: () => [], elsewhere: () => [this.#tab("elsewhere")], lost: () => [h("button", { type: "button", class: "primary", click: () => this.#refresh() }, say("again"))], out: () => this.#doors(), other: () => [h("button", { type: "button", class: "primary", click: () => this.#goOn() }, say("go_on"))] };
      return [h("b", null, say(`card.${kind}.title`)), h("p", null, say(`card.${kind}.text`)), h("div", { class: "row" }, ...actions[kind]())];
    }

    #goOn() {
      this.#desk.user = null;
      this.#refresh();
    }

    #doors() {
      const door = (path, key, style) => {
        const url = this.#desk.url(path) + (this.#isHome ? `?next=${encodeURIComponent(location.pathname + location.search)}` : "");
        const remember = () => keep("sessionStorage", this.#key("open"), "always");
        return h("a", { class: style, href: url, target: this.#isHome ? null : "_blank", click: remember }, this.#words.say(key));
      };
      const { sign_in_url: signIn, sign_up_url: signUp, guest_url: guest } = this.#config;
      if (guest) return [this.#tab("guest"), door(signIn, "sign_in")];
      return [door(signIn, "sign_in", "primary"), signUp ? door(signUp, "sign_up") : null];
    }

    #tab(key) {
      return link(this.#desk.url(this.#config.support_url), { class: "primary", click: () => this.#handOver() }, this.#words.say(key));
    }

    // What is typed goes along in the part of the address that no server gets.
    #aim() {
      const { card, field } = this.#parts;
      const door = this.#config.guest_url && card.querySelector("a");
      if (door) door.hash = field.value && `message=${encodeURIComponent(field.value)}`;
    }

    // Nothing says whether the tab has opened and the text was sent there, so it stays here too.
    #handOver() {
      this.#draft.handed = Boolean(this.#draft.text);
      this.#save();
      this.#show();
    }

    #forgetSent(messages) {
      const { text, handed } = this.#draft;
      if (!handed || !messages.some((message) => !message.is_from_admin && message.text === text.trim())) return;
      this.#parts.field.value = "";
      this.#typed();
    }

    // ---- The conversation
    #drawMessages() {
      const { list } = this.#parts;
      const nodes = [];
      let day = "";
      let before;
      for (const message of [...this.#messages.values()].sort((a, b) => a.id - b.id)) {
        const name = this.#words.day(new Date(message.created_at));
        if (name !== day) nodes.push(this.#once(`day ${name}`, name, () => h("li", { class: "day" }, name)));
        day = name;
        const isQuoted = Boolean(message.quote) && before?.id !== message.in_reply_to;
        before = message;
        nodes.push(this.#once(message.id, JSON.stringify([message, isQuoted]), () => this.#message(message, isQuoted)));
      }
      nodes.forEach((node, i) => {
        if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
      });
      while (list.children.length > nodes.length) list.lastChild.remove();
    }

    #once(id, state, make) {
      const known = this.#drawn.get(id);
      if (known?.state === state) return known.node;
      const node = make();
      known?.node.replaceWith(node);
      this.#drawn.set(id, { state, node });
      return node;
    }

    #message(message, isQuoted) {
      const words = this.#words;
      const isAnswer = message.is_from_admin;
      const moment = new Date(message.created_at);
      const state = isAnswer && message.delivery !== "withdrawn" ? null : words.texts[`state.${message.delivery}`];
      const edited = message.edited_at ? words.say("edited") : null;
      const isFailed = !isAnswer && message.delivery === "failed";
      return h("li", { class: isAnswer ? "message theirs" : "message mine" },
        h("p", { class: isAnswer ? "author" : "aside" }, message.operator ?? words.say(isAnswer ? "team" : "you")),
        h("div", { class: "bubble" },
          message.subject ? h("p", { class: "subject" }, message.subject) : null,
          isQuoted ? h("p", { class: "quote" }, message.quote) : null,
          message.text ? h("p", { class: "text" }, ...withLinks(message.text, message.entities)) : null,
          message.files?.length ? h("div", { class: "files" }, ...message.files.map((file) => this.#file(file))) : null),
        h("p", { class: isFailed ? "meta failed" : "meta" }, h("time", { datetime: message.created_at }, words.time(moment)), edited ? ` · ${edited}` : null, state ? ` · ${state}` : null),
        isFailed && message.text ? h("button", { type: "button", class: "quiet again", click: () => this.#again(message) }, words.say("send_again")) : null);
    }

    #again(message) {
      const { field } = this.#parts;
      field.value = [field.value.trim(), message.text].filter(Boolean).join("\n\n");
      this.#typed();
      field.focus();
    }

    #file(file) {
      const size = file.size ? h("small", null, this.#words.size(file.size)) : null;
      if (!file.url) return h("span", { class: "file" }, icon("file"), file.name, h("small", null, this.#words.say(`file.state.${file.state}`)));
      const click = (event) => this.#isVouched && (event.preventDefault(), this.#download(file));
      const isShown = isPicture(file);
      return link(this.#desk.url(file.url), { class: isShown ? "picture" : "file", click }, ...(isShown ? [this.#picture(file, file.name)] : [icon("file"), file.name, size]));
    }

    #picture(file, alt) {
      if (!this.#isVouched) return h("img", { src: this.#desk.url(file.url), alt, loading: "lazy", crossorigin: this.#isHome ? null : "use-credentials" });
      const canvas = h("canvas", { role: "img", "aria-label": alt });
      const draw = (bitmap) => {
        [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
        canvas.getContext("bitmaprenderer").transferFromImageBitmap(bitmap);
      };
      this.#desk.ask(file.url, {}, "blob").then(createImageBitmap).then(draw).catch(() => {});
      return canvas;
    }

    async #download(file) {
      try {
        h("a", { href: URL.createObjectURL(await this.#desk.ask(file.url, { signal: this.#life.signal }, "blob")), download: file.name }).click();
      } catch (failure) {
        this.#notSent(failure);
      }
    }

    get #newRange() {
      const { body } = this.#parts;
      return body.scrollHeight - body.clientHeight;
    }

    #toEnd() {
      const { body } = this.#parts;
      body.scrollTop = body.scrollHeight;
      body.focus({ preventScroll: true });
    }

    // Browsers fire "scroll" before observers of sizes are called: what has changed since the last frame is not the reader's doing.
    #seeEnd() {
      const range = this.#sticks ? Math.min(this.#range, this.#newRange) : this.#newRange;
      this.#sticks = range - this.#parts.body.scrollTop < 60;
      if (this.#sticks) this.#parts.fresh.hidden = true;
    }

    async #older() {
      const { body, older } = this.#parts;
      const life = this.#life;
      try {
        const page = await this.#desk.thread(`&before=${this.#next}`);
        if (life.signal.aborted) return;
        if (!page.user) return this.#signedOut(page);
        const below = body.scrollHeight - body.scrollTop;
        page.messages.forEach((message) => this.#messages.set(message.id, message));
        this.#next = page.next;
        this.#show();
        body.scrollTop = body.scrollHeight - below;
        if (older.hidden) body.focus({ preventScroll: true });
      } catch (failure) {
        this.#failed(failure);
      }
    }

    // ---- The rating of a closed conversation
    #drawRating() {
      const { rating } = this.#parts;
      const { id, score } = this.#rating ?? {};
      const kind = `${id} ${score}`;
      rating.hidden = !id || this.#state !== "in";
      if (rating.hidden || rating.dataset.kind === kind) return;
      rating.dataset.kind = kind;
      const say = (key, number) => this.#words.say(key, number);
      const star = (n) => h("button", { type: "button", class: "quiet", "aria-label": say("rate.score", n), click: () => this.#rate(n) }, say("rate.button", n));
      rating.replaceChildren(h("legend", null, say(score ? "rated" : "rate", score)), ...(score ? [] : [1, 2, 3, 4, 5].map(star)));
    }

    async #rate(score) {
      this.#parts.field.focus();
      try {
        await this.#desk.rate(this.#rating.id, score);
        this.#announce(this.#words.say("rated", score));
      } catch (failure) {
        // 409: rated elsewhere
        if (failure.status !== 409) this.#notSent(failure);
      }
      this.#reload();
    }

    // ---- Events
    async #refresh() {
      if (!this.#config?.origin_is_named || (this.#isVouched && !this.#token && !this.#renew)) return;
      await (this.#loading ??= this.#load().finally(() => (this.#loading = null)));
    }

    // What is being read already may be older than what the caller knows.
    async #reload() {
      await this.#loading;
      this.#refresh();
    }

    async #load() {
      const life = this.#life;
      this.#asked = Date.now();
      clearTimeout(this.#timer);
      try {
        const page = await this.#desk.thread();
        if (life.signal.aborted) return;
        if (page.user) this.#take(page);
        else this.#signedOut(page);
      } catch (failure) {
        if (!life.signal.aborted) this.#failed(failure);
      }
    }

    #take(page) {
      if (this.#user !== page.user) this.#welcome(page.user);
      this.#desk.user = page.user;
      const meets = page.messages.some((message) => this.#messages.has(message.id));
      if (!meets) {
        this.#messages.clear();
        this.#next = page.next;
        this.#sticks = true;
      }
      const isFirst = this.#state !== "in";
      this.#state = "in";
      this.#trouble = false;
      this.#binding = page.telegram_binding_url;
      this.#turnOf = page.state;
      this.#rating = page.rating;
      page.messages.forEach((message) => this.#learn(message, isFirst || !meets));
      this.#forgetSent(page.messages);
      this.#show();
      this.#follow();
      if (this.#draft.sendUntil || this.#uploads.some((item) => item.file)) this.#sendAfter();
    }

    #learn(message, isOld) {
      const isNews = !isOld && message.is_from_admin && !this.#messages.has(message.id);
      this.#messages.set(message.id, message);
      if (isNews) {
        this.#announce(`${this.#words.say("arrived")}: ${message.text}`);
        this.#parts.fresh.hidden = !this.#isOpen || this.#sticks;
      }
    }

    #failed(failure) {
      if (failure.status === 409 || (failure.status === 401 && !this.#isVouched)) {
        this.#leave(failure.status === 401 ? "out" : "other");
      } else {
        if (this.#state !== "in") this.#state = "lost";
        this.#trouble = true;
        this.#later(() => this.#refresh(), failure.wait);
      }
      this.#show();
    }

    #signedOut(page) {
      this.#trouble = false;
      this.#leave(page.cross_site ? "elsewhere" : "out");
      this.#show();
    }

    #welcome(user) {
      const isFirst = this.#user === null;
      if (isFirst && !this.#draft.text) this.#restore();
      const typed = this.#draft;
      keep("sessionStorage", this.#key("draft:null"), null);
      this.#user = user;
      this.#shown = 0;
      this.#messages.clear();
      this.#restore();
      if (!isFirst || !(typed.text || this.#uploads.length)) return (this.#uploads = this.#draft.files);
      this.#draft = typed;
      this.#parts.field.value = typed.text;
    }

    #restore() {
      this.#draft = { text: "", files: [], ...kept("sessionStorage", this.#key(`draft:${this.#user}`)) };
      this.#parts.field.value = this.#draft.text;
    }

    async #sendAfter() {
      const draft = this.#draft;
      const isDue = draft.sendUntil > Date.now();
      draft.sendUntil = null;
      const waiting = this.#uploads.filter((item) => item.file);
      this.#uploads = this.#uploads.filter((item) => !item.file);
      this.#save();
      await Promise.all(waiting.map((item) => this.#upload(item.file)));
      if (isDue && this.#uploads.length >= waiting.length) this.#send();
    }

    #asVisitor() {
      if (this.#user) this.#uploads = [];
      else if (this.#draft.text) return;
      this.#user = null;
      this.#restore();
    }

    #leave(state) {
      const { foot, panel } = this.#parts;
      if (this.#state === "in") this.#announce(this.#words.say(`card.${state}.title`));
      this.#state = state;
      if (!this.#isOut && foot.contains(this.#shadow.activeElement)) panel.focus();
      this.#unfollow();
      this.#messages.clear();
      if (this.#isOut) this.#asVisitor();
      if (state !== "other") this.#desk.user = null;
    }

    async #follow() {
      if (this.#stream || document.hidden || this.#state !== "in") return;
      const stream = (this.#stream = new AbortController());
      const opened = () => {
        this.#wait = FIRST_WAIT;
        this.#reload();
      };
      // An event that comes while the thread is being read may be newer than what is read.
      const heard = async (event, data) => {
        await this.#loading;
        if (stream === this.#stream) this.#heard(event, data);
      };
      const ended = await this.#desk.events(stream.signal, opened, heard).catch((failure) => failure);
      if (stream !== this.#stream) return;
      this.#stream = null;
      this.#later(() => this.#refresh(), ended?.wait);
    }

    #heard(event, data) {
      if (event === "message") {
        if (this.#next && data.id < Math.min(...this.#messages.keys())) return;
        this.#learn(data);
        this.#show();
      } else if (event === "state") {
        if (data.state === this.#turnOf) return;
        this.#turnOf = data.state;
        this.#rating = null;
        this.#show();
        // A closed conversation may be rated.
        if (data.state === "closed") this.#refresh();
      } else {
        if (data.linked && this.#binding) {
          this.#binding = null;
          this.#announce(this.#words.say("telegram.linked"));
          this.#show();
        } else if (this.#linked && !data.linked) {
          this.#refresh();
        }
        this.#linked = data.linked;
      }
    }

    #unfollow() {
      this.#stream?.abort();
      this.#stream = null;
    }

    #later(task, seconds = 0) {
      clearTimeout(this.#timer);
      if (document.hidden) return;
      this.#timer = setTimeout(task, Math.max(seconds * 1000, this.#wait * (0.75 + Math.random() / 2)));
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    }

    #rest() {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#unfollow(), LONGEST_WAIT);
    }

    #back() {
      if (document.hidden) return;
      clearTimeout(this.#timer);
      this.#wait = FIRST_WAIT;
      if (!this.#parts) this.#begin();
      else if (!this.#stream || this.#trouble || Date.now() - this.#asked > LONGEST_WAIT) this.#refresh();
      else this.#show();
    }

    // ---- Unread
    #count() {
      const { launcher, badge } = this.#parts;
      const all = [...this.#messages.values()].sort((a, b) => a.id - b.id);
      const key = this.#key(`seen:${this.#user}`);
      if (this.#isOpen && !document.hidden && this.#state === "in" && all.length) {
        keep("localStorage", key, Math.max(kept("localStorage", key) ?? 0, ...all.map((message) => message.id)));
        const { id } = all.findLast((message) => message.is_from_admin && message.delivery !== "delivered") ?? {};
        if (id > this.#shown) this.#desk.seen((this.#shown = id)).catch(() => (this.#shown = 0));
      }
      const seen = kept("localStorage", key) ?? Math.max(0, ...all.filter((message) => !message.is_from_admin).map((message) => message.id));
      const unread = this.#isOpen ? 0 : all.filter((message) => message.is_from_admin && message.id > seen).length;
      const name = this.#words.say("launcher");
      badge.hidden = !unread;
      badge.textContent = unread > 9 ? "9+" : unread;
      launcher.setAttribute("aria-label", unread ? `${name}, ${this.#words.count("unread.", unread)}` : name);
      launcher.setAttribute("aria-expanded", this.#isOpen);
    }

    #announce(text) {
      this.#parts.live.textContent = text;
    }

    // ---- Opening, closing, keys
    #toggle(isOpen = !this.#isOpen, takesFocus = true) {
      const { panel, launcher, body, field } = this.#parts;
      const hadFocus = panel.contains(this.#shadow.activeElement);
      panel.hidden = !isOpen;
      panel.setAttribute("aria-modal", this.#narrow.matches);
      keep("sessionStorage", this.#key("open"), isOpen);
      this.#show();
      if (isOpen) {
        this.#sticks = true;
        body.scrollTop = body.scrollHeight;
        if (takesFocus) (this.#narrow.matches || (this.#state !== "in" && !this.#isOut) ? panel : field).focus();
        if (!this.#stream && Date.now() - this.#asked > FIRST_WAIT) this.#refresh();
      } else if (hadFocus) {
        launcher.focus();
      }
    }

    #keys(event) {
      if (event.isComposing) return;
      if (event.key === "Escape" && this.#isOpen) {
        event.preventDefault();
        this.#toggle(false);
        this.#parts.launcher.focus();
      } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target === this.#parts.field) {
        event.preventDefault();
        this.#send();
      } else if (event.key === "Tab" && this.#isOpen && this.#narrow.matches) {
        this.#stayInside(event);
      }
    }

    #stayInside(event) {
      const stops = [...this.#parts.panel.querySelectorAll("a, button, textarea, [tabindex='0']")].filter((node) => node.checkVisibility?.() ?? node.offsetParent);
      const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
      const at = this.#shadow.activeElement;
      if (at === end || (event.shiftKey && at === this.#parts.panel)) {
        event.preventDefault();
        (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
      }
    }

    // ---- Writing
    #typed() {
      this.#draft.text = this.#parts.field.value;
      this.#draft.handed = false;
      if (this.#isOut) this.#parts.banner.textContent = this.#notice;
      this.#aim();
      this.#complain("");
      this.#save();
    }

    #save() {
      this.#draft.files = this.#uploads.filter((file) => file.id);
      keep("sessionStorage", this.#key(`draft:${this.#user}`), this.#draft);
    }

    #complain(text, isOfField) {
      const { problem, field } = this.#parts;
      problem.textContent = text;
      field[isOfField ? "setAttribute" : "removeAttribute"]("aria-invalid", true);
    }

    #fault(text) {
      const length = [...text].length;
      const most = this.#config.limits.message;
      if (this.#uploads.some((file) => !file.id && !file.file)) return this.#words.say("error.uploading");
      if (!length) return this.#words.say("error.blank");
      return length > most ? this.#words.say("error.long", most, length) : "";
    }

    async #send() {
      if (this.#isSending) return;
      const { field } = this.#parts;
      const text = field.value.trim();
      const fault = this.#fault(text);
      this.#complain(fault, true);
      if (!fault && this.#isOut) {
        this.#signInFirst();
      } else if (!fault) {
        await this.#deliver(text, this.#uploads.slice());
      } else {
        field.focus();
      }
    }

    #signInFirst() {
      if (!this.#config.guest_url) this.#draft.sendUntil = Date.now() + SEND_AFTER;
      this.#save();
      const door = this.#parts.card.querySelector("a");
      if (this.#uploads.length) door.target = "_blank";
      door.click();
    }

    async #deliver(text, files) {
      const body = JSON.stringify({ message: text, ...(files.length ? { files: files.map((file) => file.id) } : {}) });
      if (this.#draft.body !== body) Object.assign(this.#draft, { body, key: randomKey() });
      this.#isSending = true;
      this.#complain("");
      this.#save();
      this.#show();
      try {
        this.#sent(await this.#desk.submit(body, this.#draft.key), text, files);
      } catch (failure) {
        this.#notSent(failure);
      }
      this.#isSending = false;
      this.#show();
    }

    #sent(answer, text, files) {
      const { field } = this.#parts;
      const rest = field.value.trim() === text ? "" : field.value;
      this.#draft = { text: rest, files: [] };
      this.#uploads = this.#uploads.filter((file) => !files.includes(file));
      this.#save();
      field.value = rest;
      this.#binding = answer.telegram_binding_url;
      if (!this.#messages.has(answer.id)) {
        this.#messages.set(answer.id, { id: answer.id, text, files, created_at: answer.created_at, source: "site", delivery: "waiting" });
      }
      this.#sticks = true;
      this.#show();
      this.#parts.body.scrollTop = this.#parts.body.scrollHeight;
      if (this.#parts.panel.contains(this.#shadow.activeElement)) field.focus({ preventScroll: true });
      this.#announce(this.#words.say("sent"));
      if (!this.#stream) this.#refresh();
    }

    #notSent(failure) {
      if (isOver(failure)) return this.#failed(failure);
      if (/:blocked$/.test(failure.type)) return this.#complain(this.#words.say(failure.until ? "error.blocked.until" : "error.blocked", new Date(failure.until).toLocaleString(this.#words.language, { dateStyle: "long", timeStyle: "short" })));
      const key = { 0: "no_answer", 413: "refused", 422: "refused", 400: "refused", 403: "refused", 429: "often" }[failure.status] ?? "broken";
      this.#complain(this.#words.say(`error.${key}`));
      if (this.#state === "in" && failure.status === 0) this.#later(() => this.#refresh());
    }

    // ---- Files
    #chosen() {
      const { chooser, attach } = this.#parts;
      this.#attach(chooser.files);
      chooser.value = "";
      attach.focus();
    }

    #pasted(event) {
      const files = event.clipboardData?.files ?? [];
      if (!files.length || !this.#files) return;
      event.preventDefault();
      this.#attach(files);
    }

    #acceptDrops(panel) {
      const carries = (event) => this.#files && event.dataTransfer.types.includes("Files");
      panel.addEventListener("dragover", (event) => {
        if (!carries(event)) return;
        event.preventDefault();
        panel.classList.add("dropping");
      });
      panel.addEventListener("dragleave", (event) => {
        if (!panel.contains(event.relatedTarget)) panel.classList.remove("dropping");
      });
      panel.addEventListener("drop", (event) => {
        panel.classList.remove("dropping");
        if (!carries(event)) return;
        event.preventDefault();
        this.#attach(event.dataTransfer.files);
      });
    }

    #attach(files) {
      const { count, max_bytes: most } = this.#config.files;
      this.#complain("");
      const left = [];
      for (const file of files) {
        if (this.#uploads.length >= count) left.push(` ${file.name}`);
        else if (file.size > most) this.#complain(this.#words.say("error.file.large", file.name, this.#words.size(most)));
        else if (this.#isOut) this.#uploads.push({ name: file.name, size: file.size, type: file.type, file });
        else this.#upload(file);
      }
      if (left.length) this.#complain(this.#words.count("error.files.", count) + left);
      if (this.#isOut) {
        this.#save();
        this.#drawChips();
      }
    }

    async #upload(file) {
      const item = { name: file.name, size: file.size, type: file.type, part: 0 };
      this.#uploads.push(item);
      this.#drawChips();
      try {
        Object.assign(item, await this.#desk.upload(file, item));
        this.#announce(this.#words.say("file.attached", item.name));
      } catch (failure) {
        this.#uploads = this.#uploads.filter((other) => other !== item);
        if (isOver(failure)) this.#failed(failure);
        const key = { 413: "large", 415: "type", 422: "type" }[failure.status] ?? "lost";
        if (!item.isCancelled) this.#complain(this.#words.say(`error.file.${key}`, item.name, this.#words.size(this.#config.files.max_bytes)));
      }
      this.#save();
      this.#drawChips();
    }

    #remove(item) {
      item.isCancelled = true;
      item.cancel?.();
      this.#uploads = this.#uploads.filter((other) => other !== item);
      if (item.id) this.#desk.discard(item.id).catch(() => {});
      this.#complain("");
      this.#save();
      this.#drawChips();
      this.#parts.attach.focus();
    }

    #drawChips() {
      const { chips } = this.#parts;
      chips.hidden = !this.#uploads.length;
      chips.replaceChildren(...this.#uploads.map((item) => {
        const isHere = item.id || item.file;
        item.bar = isHere ? null : h("progress", { max: "1", value: String(item.part), "aria-label": this.#words.say("file.progress", item.name) });
        const face = isPicture(item) ? (item.face?.nodeType ? item.face : (item.face = this.#picture(item, ""))) : icon("file");
        const word = this.#words.say(isHere ? "file.remove" : "file.cancel", item.name);
        return h("li", { class: "chip" }, face, h("span", null, item.name), item.bar ?? h("small", null, this.#words.size(item.size)),
          h("button", { type: "button", "aria-label": word, click: () => this.#remove(item) }, icon("close")));
      }));
    }
  }

  customElements.define(NAME, AnswerlineSupport);
})();
