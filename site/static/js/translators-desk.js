/* The desk beside wagtail-localize's editor: tabs where there is room, folded sections where there is none. */
(() => {
  "use strict";

  const desk = document.getElementById("translators-desk");
  const segments = window.translatorsDeskSegments;
  if (!desk || !segments) return;

  const CHOICE = "translators-desk";
  const wide = window.matchMedia("(min-width: 1280px)");
  const panels = [...desk.querySelectorAll("[data-name]")];
  const tablist = desk.querySelector("[role=tablist]");
  const say = (text) => {
    desk.querySelector("[data-status]").textContent = text;
  };

  const layout = document.createElement("div");
  layout.className = "translators-desk-layout";

  /* --- Tabs and folds ------------------------------------------------------------------------------------------ */

  const tabOf = new Map(
    panels.map((panel) => {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `${panel.id}-tab`;
      tab.className = "translators-desk__tab";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      tab.append(panel.dataset.label, " ", panel.querySelector("[data-count]").cloneNode());
      tab.addEventListener("click", () => choose(panel));
      tablist.append(tab);
      return [panel, tab];
    }),
  );
  const shown = () => panels.filter((panel) => !tabOf.get(panel).hidden);
  const foldOf = (panel) => panel.querySelector(".translators-desk__fold button");
  const isOpen = (panel) => foldOf(panel).getAttribute("aria-expanded") === "true";
  let chosen = null;

  function choose(panel) {
    chosen = panel;
    sessionStorage.setItem(CHOICE, panel.dataset.name);
    show();
  }

  function show() {
    for (const panel of panels) {
      const tab = tabOf.get(panel);
      const selected = panel === chosen;
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
      if (wide.matches) {
        panel.setAttribute("role", "tabpanel");
        panel.setAttribute("aria-labelledby", tab.id);
      } else {
        panel.removeAttribute("role");
        panel.removeAttribute("aria-labelledby");
      }
      panel.hidden = tab.hidden || (wide.matches && !selected);
      const open = wide.matches ? selected : isOpen(panel);
      const body = panel.querySelector(".translators-desk__body");
      body.hidden = !open;
      // So that it can be scrolled with the keyboard.
      if (wide.matches && !panel.dataset.frame) body.tabIndex = 0;
      else body.removeAttribute("tabindex");
      if (open && !panel.hidden) loadFrame(panel);
    }
  }

  tablist.addEventListener("keydown", (event) => {
    const all = shown();
    const at = all.indexOf(chosen);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(all[(next + all.length) % all.length]);
    tabOf.get(chosen).focus();
  });
  for (const panel of panels) {
    foldOf(panel).addEventListener("click", () => {
      foldOf(panel).setAttribute("aria-expanded", String(!isOpen(panel)));
      show();
    });
  }
  wide.addEventListener("change", show);

  /* --- Frames: loaded when they are first seen, the preview again after each saved text -------------------------- */

  for (const frame of desk.querySelectorAll("iframe")) {
    // Wagtail's bar for editors would cover what is to be looked at.
    frame.addEventListener("load", () => frame.contentDocument?.querySelector("wagtail-userbar")?.remove());
  }

  function loadFrame(panel) {
    const frame = panel.querySelector("iframe");
    if (!frame) return;
    if (!frame.src) frame.src = frame.dataset.src;
    else if (frame.dataset.old) renew(frame);
    delete frame.dataset.old;
  }

  function renew(frame) {
    const { scrollX, scrollY } = frame.contentWindow;
    frame.addEventListener("load", () => {
      frame.contentWindow.scrollTo(scrollX, scrollY);
      say(desk.dataset.renewed);
    }, { once: true });
    // Not reload(): a link in the frame may have led elsewhere.
    frame.contentWindow.location.replace(frame.dataset.src);
  }

  function previewIsOld() {
    const panel = panels.find((each) => each.dataset.name === "preview");
    const frame = panel?.querySelector("iframe");
    if (!frame?.src) return;
    frame.dataset.old = "yes";
    if (!panel.hidden && !panel.querySelector(".translators-desk__body").hidden) loadFrame(panel);
  }

  /* --- Contents ------------------------------------------------------------------------------------------------ */

  let asked = 0;

  async function load() {
    const turn = (asked += 1);
    let answer = null;
    try {
      const response = await fetch(desk.dataset.url, { credentials: "same-origin" });
      if (response.ok && !response.redirected) answer = await response.text();
    } catch {
      // Said below.
    }
    if (turn !== asked) return;
    if (answer === null) {
      say(desk.dataset.notLoaded);
      return;
    }
    put(new DOMParser().parseFromString(answer, "text/html"));
  }

  function put(parts) {
    // English in the editor, whatever the language.
    for (const name of layout.querySelectorAll(".footer .w-dropdown__toggle .w-sr-only")) {
      name.textContent = desk.dataset.moreActions;
    }
    layout.dataset.manages = parts.querySelector("[data-manages]")?.dataset.manages;
    const focused = document.activeElement;
    const inside = desk.contains(focused) && focused.closest("[data-part]");
    const open = inside && focused.closest("li") && [...focused.closest("ul").children].indexOf(focused.closest("li"));
    for (const target of desk.querySelectorAll("[data-part]")) {
      const part = parts.querySelector(`[data-part="${target.dataset.part}"]`);
      const panel = target.closest("[data-name]");
      if (part) target.replaceChildren(...part.childNodes);
      if (!panel) continue;
      tabOf.get(panel).hidden = !part;
      for (const count of [panel, tabOf.get(panel)].map((each) => each.querySelector("[data-count]"))) {
        count.textContent = part?.dataset.number > 0 ? part.dataset.number : "";
      }
    }
    for (const place of desk.querySelectorAll("[data-segment-label]")) {
      place.textContent = segments.label(Number(place.dataset.segmentLabel));
    }
    if (!chosen || tabOf.get(chosen).hidden) chosen = first();
    show();
    if (inside && !desk.contains(focused)) {
      // What had the focus is gone: on to the next one, else to the panel's tab.
      const items = inside.querySelectorAll("li[data-segment], li[data-source]");
      const next = items[Math.min(open, items.length - 1)]?.querySelector("button");
      (next || (wide.matches ? tabOf.get(chosen) : foldOf(inside.closest("[data-name]"))))?.focus();
    }
  }

  /** What was open last; else the suggestions, if there are any; else the source. */
  function first() {
    const all = shown();
    const named = (name) => all.find((panel) => panel.dataset.name === name);
    const count = (panel) => panel?.querySelector("[data-count]").textContent;
    const changes = named("changes");
    return named(sessionStorage.getItem(CHOICE)) || (count(changes) ? changes : named("source")) || all[0];
  }

  /* --- Suggestions and gaps -------------------------------------------------------------------------------------- */

  desk.addEventListener("click", (event) => {
    const button = event.target.closest("[data-accept], [data-mend]");
    if (!button) return;
    const entry = button.closest("li");
    const id = entry.dataset.segment ? Number(entry.dataset.segment) : segments.withSource(entry.dataset.source);
    if ("mend" in button.dataset) segments.edit(id);
    else accept(id, button);
  });

  async function accept(id, button) {
    const done = segments.accept(id, button.dataset.text);
    if (done === "edited") {
      say(desk.dataset.beingEdited);
      segments.edit(id);
      return;
    }
    if (done === "saving") {
      // The editor took the focus to its text and back out of it; the entry stays until the desk is asked again.
      button.focus();
      say(desk.dataset.accepted);
      return;
    }
    button.disabled = true;
    // The editor is not built as this script knows it: save the text past it, and show the page anew.
    const body = new FormData();
    body.append("value", button.dataset.text);
    const headers = { "X-CSRFToken": desk.dataset.token };
    const response = await fetch(button.dataset.saveUrl, { method: "PUT", body, headers, credentials: "same-origin" });
    if (response.ok) window.location.reload();
    else say(desk.dataset.notSaved);
    button.disabled = false;
  }

  /* --- What the editor saves ----------------------------------------------------------------------------------- */

  let soon = null;

  new PerformanceObserver((list) => {
    // Beside the address of the preview stand those under which the texts are saved.
    const mine = new URL("../", new URL(desk.dataset.savesUnder, window.location.href)).href;
    if (!list.getEntries().some((entry) => entry.name.startsWith(mine) && entry.name.endsWith("/edit/"))) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      previewIsOld();
      load();
    }, 200);
  }).observe({ type: "resource" });

  /* --- The place beside the editor: before React starts in it ----------------------------------------------------- */

  segments.editor.before(layout);
  layout.append(segments.editor, desk);
  desk.hidden = false;
  chosen = panels[0];
  show();
  chosen = null;
  load();
})();
