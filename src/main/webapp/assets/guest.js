// Proves that this browser has worked for about a second, in place of an account: for each of some small puzzles a number is searched
// that gives the SHA-256 of "challenge:puzzle:number" enough zero bits. Without it, or over plain http, the address is confirmed first.
(() => {
  "use strict";
  const proof = document.querySelector("input[name=proof]");
  const digest = window.crypto?.subtle?.digest && ((text) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  if (!proof || !digest) return;
  const form = proof.form;
  const status = document.getElementById("working");
  const puzzles = Number(proof.dataset.puzzles);
  const zeroBits = Number(proof.dataset.zeroBits);
  // So many at once keep the page usable: in between it reacts to what is typed and pressed.
  const BATCH = 128;
  let work = null;
  let pressed = null;

  const begins = (hash) => new DataView(hash).getUint32(0) >>> (32 - zeroBits) === 0;
  const solve = async (challenge, puzzle) => {
    for (let first = 0; ; first += BATCH) {
      const numbers = Array.from({ length: BATCH }, (_, index) => first + index);
      const hashes = await Promise.all(numbers.map((number) => digest(`${challenge}:${puzzle}:${number}`)));
      const found = hashes.findIndex(begins);
      if (found >= 0) return numbers[found];
    }
  };
  const prove = async () => {
    const solutions = [];
    for (let puzzle = 0; puzzle < puzzles; puzzle += 1) solutions.push(await solve(form.elements.challenge.value, puzzle));
    proof.value = solutions.join(".");
    if (!pressed) return;
    const { submitter } = pressed;
    pressed = null;
    status.textContent = "";
    // Not at once: Chromium may come here while it still handles the first submission, and would ignore another one.
    setTimeout(() => form.requestSubmit(submitter));
  };
  const start = () => { work ??= prove(); };

  form.addEventListener("input", start);
  // Before the other listeners: what waits is not sent yet. With an account no proof is needed.
  form.addEventListener("submit", (event) => {
    if (proof.value || event.submitter?.value === "account") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = { submitter: event.submitter };
    status.textContent = status.dataset.working;
    start();
  }, true);
})();
