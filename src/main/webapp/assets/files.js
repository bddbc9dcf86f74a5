// Enhances the file field, which works without this script: drag and drop, paste, upload progress, removal.
(() => {
  "use strict";
  const field = document.querySelector("[data-files]");
  if (!field || !window.XMLHttpRequest) return;
  const form = field.closest("form");
  // Files of a visitor who is not signed in are sent with the form.
  if (!form.elements.reader) return;
  const input = field.querySelector("input[type=file]");
  const words = field.dataset;
  const reader = `user=${form.elements.reader.value}`;
  const kept = field.querySelector(".chosen");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  status.className = "aside";
  status.setAttribute("role", "status");
  list.className = "chosen";
  field.querySelector(".attach").before(list);
  field.append(status);

  const under = (parent, tag, css, text) => {
    const made = document.createElement(tag);
    if (css) made.className = css;
    if (text) made.textContent = text;
    parent.append(made);
    return made;
  };
  const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
  const size = (bytes) => bytes < 1048576
    ? words.wordKilobytes.replace("#", number.format(Math.max(1, Math.round(bytes / 1024))))
    : words.wordMegabytes.replace("#", number.format(bytes / 1048576));
  const count = () => list.querySelectorAll("li:not(.is-refused)").length;
  const busy = new Set();
  let wanted = null;

  const done = (request) => {
    busy.delete(request);
    if (!busy.size && wanted) {
      const pressed = wanted;
      wanted = null;
      if (!list.querySelector(".is-refused")) form.requestSubmit(pressed);
    }
  };

  const refuse = (row, why) => {
    row.classList.add("is-refused");
    row.querySelector("progress")?.remove();
    under(row, "span", "problem", why);
    status.textContent = `${row.dataset.name}: ${why}`;
  };

  const taken = (row, id) => {
    const progress = row.querySelector("progress");
    if (progress) progress.remove();
    const hidden = under(row, "input");
    hidden.type = "hidden";
    hidden.name = "file";
    hidden.value = id;
    status.textContent = `${row.dataset.name}: ${words.wordReady}`;
  };

  const reason = (request) => {
    if (request.status === 413) return words.wordLarge;
    if (request.status === 415) return words.wordType;
    if (request.status === 422) return words.wordMany;
    return words.wordFailed;
  };

  const send = (row, file) => {
    const request = new XMLHttpRequest();
    const progress = under(row, "progress");
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute("aria-label", file.name);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 201) taken(row, JSON.parse(request.responseText).id);
      else refuse(row, reason(request));
      done(request);
    });
    request.addEventListener("error", () => {
      refuse(row, words.wordFailed);
      done(request);
    });
    request.open("POST", `/api/feedback/files/?${reader}&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    busy.add(request);
    request.send(file);
    return request;
  };

  const cross = () => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS(svg.namespaceURI, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", "M6.5 6.5l11 11M17.5 6.5l-11 11");
    svg.append(path);
    return svg;
  };

  const chip = (fileName, fileSize, removed) => {
    const row = under(list, "li", "chip");
    row.dataset.name = fileName;
    under(row, "span", "chip-name", fileName).dir = "auto";
    under(row, "span", "hint", fileSize);
    const remove = under(row, "button", "remove");
    remove.type = "button";
    remove.setAttribute("aria-label", `${words.wordRemove}: ${fileName}`);
    remove.append(cross());
    remove.addEventListener("click", () => {
      const id = row.querySelector("input[name=file]")?.value;
      if (id) fetch(`/api/feedback/files/${id}/?${reader}`, { method: "DELETE", headers: { "Content-Type": "text/plain" } }).catch(() => {});
      row.remove();
      input.focus();
      removed();
    });
    return row;
  };

  const add = (file) => {
    let request = null;
    const row = chip(file.name, size(file.size), () => {
      if (!request) return;
      request.abort();
      done(request);
    });
    if (count() > Number(words.most)) refuse(row, words.wordMany);
    else if (file.size > Number(words.megabytes) * 1048576) refuse(row, words.wordLarge);
    else if (!file.size) refuse(row, words.wordEmpty);
    else request = send(row, file);
  };

  // Files of a refused form are shown like all others.
  kept?.querySelectorAll("li").forEach((row) => {
    const [name, fileSize] = row.querySelectorAll("span");
    const hidden = under(chip(name.textContent, fileSize.textContent, () => {}), "input");
    Object.assign(hidden, { type: "hidden", name: "file", value: row.querySelector("input").value });
  });
  kept?.remove();

  const addAll = (files) => [...files].forEach(add);
  const holds = (event) => [...(event.dataTransfer?.types || [])].includes("Files");

  input.addEventListener("change", () => {
    addAll(input.files);
    input.value = "";
  });
  form.addEventListener("paste", (event) => {
    const files = event.clipboardData?.files;
    if (files?.length) {
      event.preventDefault();
      addAll(files);
    }
  });
  form.addEventListener("dragover", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    field.classList.add("is-target");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) field.classList.remove("is-target");
  });
  form.addEventListener("drop", (event) => {
    if (!holds(event)) return;
    event.preventDefault();
    field.classList.remove("is-target");
    addAll(event.dataTransfer.files);
  });
  // The form is sent when the last upload is complete.
  form.addEventListener("submit", (event) => {
    if (!busy.size) return;
    event.preventDefault();
    wanted = event.submitter || form.querySelector("button[type=submit]");
    status.textContent = words.wordWait;
  });
})();
