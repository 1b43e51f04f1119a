// The keyboard of the desk. Every act is also a link or a button; without this file the desk still reads.
"use strict";
(() => {
  const rows = () => Array.from(document.querySelectorAll("[data-rows] a"));
  const typing = (node) => node instanceof Element && node.closest("input, textarea, select, [contenteditable]");

  function move(step) {
    const links = rows();
    if (!links.length) return;
    const here = links.indexOf(document.activeElement);
    const current = here >= 0 ? here : links.findIndex((link) => link.hasAttribute("aria-current"));
    const next = Math.min(links.length - 1, Math.max(0, current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step));
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
  }

  function decide(outcome) {
    const option = document.querySelector(`[data-outcome="${outcome}"]`);
    if (!(option instanceof HTMLElement)) return false;
    if (option instanceof HTMLInputElement) option.click();
    else option.scrollIntoView({ block: "center" });
    const note = document.querySelector("#decision-note");
    if (note instanceof HTMLElement) note.focus();
    return true;
  }

  function select() {
    const link = document.activeElement?.closest("[data-rows] a");
    const box = link?.parentElement?.querySelector("input.pick");
    if (!(box instanceof HTMLInputElement)) return false;
    box.checked = !box.checked;
    return true;
  }

  function press(selector) {
    const control = document.querySelector(selector);
    if (!(control instanceof HTMLElement)) return false;
    control.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
      return;
    }
    const acts = {
      j: () => move(1),
      k: () => move(-1),
      "/": () => { const box = document.querySelector('input[type="search"]'); if (box instanceof HTMLElement) box.focus(); },
      x: select,
      a: () => press("[data-take]"),
      ".": () => press("[data-next]"),
      f: () => decide("false_positive"),
      t: () => decide("true_match"),
      e: () => decide("escalate"),
      n: () => decide("no_action"),
    };
    const act = acts[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  // The proving sentence is in view, even where the article scrolls in a column of its own.
  function showEvidence() {
    const column = document.querySelector(".pane-article");
    const proof = document.querySelector(".pane-reasons .hit blockquote a[href^='#']");
    const sentence = (proof && document.getElementById(proof.hash.slice(1))) || column?.querySelector(".body .k-sentence");
    if (!column || !sentence || !column.contains(sentence) || column.scrollHeight <= column.clientHeight) return;
    const offset = sentence.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += offset - 90;
  }
  showEvidence();

  document.addEventListener("htmx:afterSwap", (event) => {
    const pane = document.getElementById("pane");
    if (!pane) return;
    document.querySelector(".split")?.classList.add("has-pane");
    const open = new URL(window.location.href).searchParams.get("open");
    const asked = event.detail?.pathInfo?.requestPath;
    for (const link of rows()) {
      if (link.getAttribute("href") === asked || (open && link.href.includes(`open=${open}`))) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    showEvidence();
    if (window.matchMedia("(max-width: 60rem)").matches) { window.scrollTo(0, 0); pane.focus(); }
  });
})();
