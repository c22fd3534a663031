/* The list of places: the nearest first, if the reader asks for it, and list and map pointing at each other. What this
   script is not there for (the list, its filters, the drawn map) works without it. */
(() => {
  const list = document.querySelector(".places-list");
  const items = [...list.children];

  /* One place, in the list and on any map. */
  function pair(item, onMap) {
    for (const [one, other] of [[item, onMap], [onMap, item]]) {
      const point = (on) => () => other.classList.toggle("is-pointed-at", on);
      one.addEventListener("pointerenter", point(true));
      one.addEventListener("pointerleave", point(false));
      one.addEventListener("focusin", point(true));
      one.addEventListener("focusout", point(false));
    }
  }
  for (const link of document.querySelectorAll(".map-place")) {
    pair(document.querySelector(link.getAttribute("href")), link);
  }

  /* Metres between two points, on a sphere (haversine). Worked out here: no position leaves the device. */
  function metres(from, to) {
    const radians = Math.PI / 180;
    const north = Math.sin(((to.latitude - from.latitude) * radians) / 2) ** 2;
    const east = Math.sin(((to.longitude - from.longitude) * radians) / 2) ** 2;
    const part = north + Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * east;
    return 2 * 6371008 * Math.asin(Math.sqrt(part));
  }

  const near = document.querySelector(".places-near");
  if (near && navigator.geolocation) {
    const button = near.querySelector("button");
    const status = near.querySelector("[role=status]");
    near.hidden = false;

    function say(words) {
      // Emptied first: the same words again would not be read out.
      status.textContent = "";
      setTimeout(() => (status.textContent = words), 50);
      button.disabled = false;
    }

    function sort({ coords }) {
      const located = items.filter((item) => item.dataset.latitude);
      const far = new Map(located.map((item) => [item, metres(coords, item.dataset)]));
      for (const item of located.sort((one, other) => far.get(one) - far.get(other))) {
        // No finer than a position is: to 50 metres.
        const rounded = Math.max(50, Math.round(far.get(item) / 50) * 50);
        const words = rounded < 1000 ? near.dataset.near : near.dataset.far;
        const distance = item.querySelector(".place-distance");
        distance.textContent = words.replace("{distance}", rounded < 1000 ? rounded : (rounded / 1000).toFixed(1));
        distance.hidden = false;
        list.append(item);
      }
      // Of where these are nothing is known.
      list.append(...items.filter((item) => !item.dataset.latitude));
      say(near.dataset.sorted);
    }

    button.addEventListener("click", () => {
      button.disabled = true;
      navigator.geolocation.getCurrentPosition(sort, () => say(near.dataset.refused), { timeout: 20000, maximumAge: 60000 });
    });
  }

  /* A street map, loaded when somebody asks for it. */
  const street = document.querySelector(".street-map");
  if (street) {
    const button = street.querySelector("button");
    street.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const { show } = await import(new URL(street.dataset.script, location.href));
        await show(street, items, pair);
      } catch {
        street.querySelector("[role=status]").textContent = street.dataset.failed;
        button.disabled = false;
      }
    });
  }
})();
