// Updates the page by one event stream, which resumes after an interruption. Everything works without this script.
(() => {
  "use strict";
  const ADDRESS = "/api/feedback/events/";
  const NOTICEABLE = 6500;
  const COME_AGAIN = 5000;
  const page = document.getElementById("live");
  if (!page || !window.EventSource) return;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(`live:${name}`, { detail }));
  const offline = document.getElementById("live-offline");
  const signedOut = document.getElementById("live-signed-out");
  const other = document.getElementById("live-other");
  // A page belongs to the user it was rendered for, even if another user signs in in this browser afterwards.
  const reader = `user=${page.dataset.reader}`;
  let position = page.dataset.position;
  let stream = null;
  let worry = 0;

  // Only a longer interruption is shown.
  const broken = () => {
    worry = worry || setTimeout(() => { offline.hidden = false; }, NOTICEABLE);
  };
  const whole = () => {
    clearTimeout(worry);
    worry = 0;
    offline.hidden = true;
  };

  const close = () => {
    if (stream) stream.close();
    stream = null;
  };

  const hear = (name) => (event) => {
    position = event.lastEventId || position;
    tell(name, JSON.parse(event.data));
  };

  const open = () => {
    close();
    stream = new EventSource(`${ADDRESS}?${reader}${position ? `&last_event_id=${position}` : ""}`);
    stream.addEventListener("open", whole);
    stream.addEventListener("message", hear("message"));
    stream.addEventListener("state", hear("state"));
    stream.addEventListener("telegram", hear("telegram"));
    stream.addEventListener("error", () => {
      broken();
      // The browser reconnects by itself, except after a response that is not a stream.
      if (stream && stream.readyState === EventSource.CLOSED) ask();
    });
  };

  // An EventSource does not report why it was refused.
  const ask = async () => {
    close();
    let status = 0;
    try {
      status = (await fetch(`/api/feedback/threads/?limit=1&${reader}`)).status;
    } catch { /* Offline: the same as any other break. */ }
    const word = { 401: signedOut, 409: other }[status];
    if (word) {
      whole();
      word.hidden = false;
    } else {
      setTimeout(open, COME_AGAIN * (1 + Math.random()));
    }
  };

  // Answers that arrive while the page is hidden are counted in its title.
  const title = document.title;
  let newest = Number(page.dataset.newestMessage);
  let unread = 0;
  const count = (number) => {
    unread = number;
    document.title = unread ? `(${unread}) ${title}` : title;
  };
  // No e-mail is sent about answers that a visible page has shown. An answer that reaches Telegram within a moment leads to none anyway.
  const MOMENT = 3000;
  const unsent = new Set();
  const see = () => {
    if (document.hidden || !unsent.size) return;
    const through = Math.max(...unsent);
    const again = () => {
      unsent.add(through);
      setTimeout(see, COME_AGAIN * (1 + Math.random()));
    };
    unsent.clear();
    fetch(`/api/feedback/seen/?${reader}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ through }) })
      .then(({ status }) => { if (status >= 500) again(); }, again);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    count(0);
    see();
  });
  document.addEventListener("live:message", ({ detail: message }) => {
    // Further events of the same message, such as a failed delivery, leave it in the set.
    if (!message.is_from_admin || !["waiting", "held", "failed"].includes(message.delivery)) {
      unsent.delete(message.id);
    } else if (message.id > newest) {
      unsent.add(message.id);
      setTimeout(see, MOMENT);
    }
    // Without a newest message to compare with, every comparison is false.
    if (!(message.id > newest)) return;
    newest = message.id;
    if (!message.is_from_admin) return;
    if (document.hidden) count(unread + 1);
    document.querySelectorAll("#answered p").forEach((word) => { word.hidden = false; });
  });

  // A page in the back/forward cache must not keep a connection; it reconnects when it is shown again.
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  open();
})();
