// Everything works without this file: it only turns times into the reader's own zone, and copies text at a press.
(() => {
  "use strict";
  const language = document.documentElement.lang;
  const words = (options) => new Intl.DateTimeFormat(language, options);
  const time = words({ hour: "2-digit", minute: "2-digit" });
  const day = words({ dateStyle: "full" });
  const moment = words({ dateStyle: "long", timeStyle: "short" });

  const read = (element) => new Date(element.dateTime);
  document.querySelectorAll("time[data-moment]").forEach((element) => {
    element.textContent = moment.format(read(element));
  });

  // A day in the reader's zone may begin inside a day in UTC, so messages are dealt out to days anew.
  const regroup = (days) => {
    const messages = [...days.querySelectorAll(".message")];
    const pattern = days.querySelector(".day");
    let current = null;
    let name = "";
    const fresh = document.createDocumentFragment();
    for (const message of messages) {
      const element = message.querySelector("time[data-time]");
      const date = read(element);
      if (day.format(date) !== name) {
        name = day.format(date);
        current = pattern.cloneNode(false);
        const heading = pattern.querySelector(".date").cloneNode(true);
        heading.firstElementChild.textContent = name;
        heading.firstElementChild.dateTime = date.toLocaleDateString("sv");
        current.append(heading);
        fresh.append(current);
      }
      element.textContent = time.format(date);
      current.append(message);
    }
    days.replaceChildren(fresh);
  };
  document.querySelectorAll(".days").forEach((days) => {
    if (days.querySelector(".message")) regroup(days);
  });

  document.querySelectorAll("button[data-copy]").forEach((button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
    });
  });
})();
