/* Proposes pages while one types: the combobox with a listbox of ARIA 1.2.
   Without this script, or without an answer, the form works as it is. */
(() => {
  "use strict";

  const WAIT = 150; // ms after the last letter

  const set = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  };

  for (const input of document.querySelectorAll("input[data-suggestions]")) propose(input);

  function propose(input) {
    const { suggestions: address, heading, count } = input.dataset;
    const list = document.createElement("ul");
    const status = document.createElement("div");
    let options = [], active = -1, asked = "", timer, request;

    set(list, { id: `${input.id}-list`, class: "suggestions", role: "listbox", "aria-label": heading });
    set(status, { class: "visually-hidden", role: "status" });
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });
    list.hidden = true;
    input.after(list, status);

    function close() {
      clearTimeout(timer);
      request?.abort();
      asked = "";
      show([]);
    }

    function show(found) {
      options = found.map(({ label, kind, language, url }, place) => {
        const option = document.createElement("li");
        const words = document.createElement("span");
        const what = document.createElement("small");
        set(option, { id: `${list.id}-${place}`, role: "option", "data-url": url });
        words.textContent = label;
        if (language) words.lang = language;
        what.textContent = kind;
        option.append(words, " ", what);
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      set(input, { "aria-expanded": !list.hidden });
      status.textContent = list.hidden ? "" : count.replace("{count}", options.length);
      choose(-1);
    }

    function choose(place) {
      active = place;
      options.forEach((option, number) => set(option, { "aria-selected": number === place }));
      input.removeAttribute("aria-activedescendant");
      if (place < 0) return;
      set(input, { "aria-activedescendant": options[place].id });
      options[place].scrollIntoView({ block: "nearest" });
    }

    async function ask() {
      const text = input.value.trim();
      if (!text) return close();
      if (text === asked) return;
      asked = text;
      request?.abort();
      const own = (request = new AbortController());
      try {
        const answer = await fetch(`${address}${address.includes("?") ? "&" : "?"}q=${encodeURIComponent(text)}`, own);
        const { suggestions } = await answer.json();
        if (!own.signal.aborted) show(suggestions);
      } catch {
        if (own === request) close();
      }
    }

    // Also while an input method composes: the kana typed so far are worth an answer.
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });

    input.addEventListener("keydown", (event) => {
      const { key } = event;
      // These keys are the input method's; Safari says so by number only.
      if (event.isComposing || event.keyCode === 229) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        const places = options.length + 1;
        if (list.hidden) ask();
        else choose(((active + (key === "ArrowDown" ? 2 : places)) % places) - 1);
      } else if (key === "Enter" && active >= 0) {
        location.assign(options[active].dataset.url);
      } else if (key === "Escape" && !list.hidden) {
        close();
      } else return;
      event.preventDefault();
    });

    // The field keeps the focus while one presses on the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
    input.addEventListener("blur", close);
    addEventListener("pagehide", close);
  }
})();
