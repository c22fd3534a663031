/* Proposes pages under the search field while one types: a combobox with a listbox as in ARIA 1.2.
   Without this script, or without an answer, the form works as it is. */
(() => {
  "use strict";

  const WAIT = 150; // milliseconds after the last letter

  for (const input of document.querySelectorAll("input[data-suggestions]")) propose(input);

  function propose(input) {
    const list = document.createElement("ul");
    const status = document.createElement("div");
    let options = [], active = -1, asked = "", timer, request;

    list.id = `${input.id}-list`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.heading);
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.after(list, status);

    const close = () => {
      clearTimeout(timer);
      request?.abort();
      asked = "";
      show([]);
    };

    function show(found) {
      options = found.map((each, place) => {
        const option = document.createElement("li");
        const label = document.createElement("span");
        const kind = document.createElement("span");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.dataset.url = each.url;
        label.textContent = each.label;
        if (each.language) label.lang = each.language;
        kind.className = "suggestion-kind";
        kind.textContent = each.kind;
        option.append(label, " ", kind);
        return option;
      });
      list.replaceChildren(...options);
      list.hidden = !options.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = options.length ? input.dataset.count.replace("{count}", options.length) : "";
      choose(-1);
    }

    function choose(place) {
      active = place;
      options.forEach((option, number) => option.setAttribute("aria-selected", String(number === place)));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", options[place].id);
        options[place].scrollIntoView({ block: "nearest" });
      }
    }

    async function ask() {
      const text = input.value.trim();
      if (text === asked) return;
      if (!text) return close();
      asked = text;
      request?.abort();
      const own = (request = new AbortController());
      try {
        const answer = await fetch(`${input.dataset.suggestions}?q=${encodeURIComponent(text)}`, own);
        const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
        if (own === request && !own.signal.aborted && document.activeElement === input) show(suggestions);
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
      // These keys are the input method's until it is done; Safari says so by number only.
      if (event.isComposing || event.keyCode === 229) return;
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return void ask();
        const places = options.length + 1;
        choose(((active + (key === "ArrowDown" ? 2 : 0) + places) % places) - 1);
      } else if (key === "Enter" && active >= 0) {
        event.preventDefault();
        location.assign(options[active].dataset.url);
      } else if (key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });

    // The field keeps the focus while one presses on the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) location.assign(option.dataset.url);
    });
    input.addEventListener("blur", close);
    window.addEventListener("pagehide", close);
  }
})();
