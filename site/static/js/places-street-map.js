/* The street map under the places: Leaflet, loaded by places.js when a reader asks for it. */

function load(element, address, name) {
  return new Promise((resolve, reject) => {
    element[name] = address;
    element.onload = resolve;
    element.onerror = reject;
    document.head.append(element);
  });
}

/* street: the element whose data say what to load; items: the list's; pair: makes two elements point at each other. */
export async function show(street, items, pair) {
  const { leaflet, leafletStyle, tiles, deepest, attribution, attributionUrl, name, zoomIn, zoomOut } = street.dataset;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  await Promise.all([load(style, leafletStyle, "href"), load(document.createElement("script"), leaflet, "src")]);

  const L = window.L;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pane = document.createElement("div");
  pane.className = "street-map-pane";
  pane.role = "region";
  pane.ariaLabel = name;
  street.append(pane);

  const map = L.map(pane, {
    zoomControl: false,
    // The wheel scrolls the page.
    scrollWheelZoom: false,
    zoomAnimation: !calm,
    fadeAnimation: !calm,
    markerZoomAnimation: !calm,
  });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);

  const by = document.createElement(attributionUrl ? "a" : "span");
  by.textContent = attribution;
  if (attributionUrl) by.href = attributionUrl;
  // Of this site's address the map's host learns the name alone: some give their pictures to nobody unnamed.
  L.tileLayer(tiles, { maxZoom: Number(deepest), attribution: by.outerHTML, referrerPolicy: "origin" }).addTo(map);

  const located = items.filter((item) => item.dataset.latitude);
  const points = located.map((item) => [Number(item.dataset.latitude), Number(item.dataset.longitude)]);
  map.fitBounds(points, { padding: [30, 30], maxZoom: 16 });
  located.forEach((item, number) => {
    const link = item.querySelector("h3 a");
    const icon = L.divIcon({
      className: "street-map-disc",
      html: item.querySelector(".place-number").textContent,
      iconSize: [36, 36],
    });
    const marker = L.marker(points[number], { icon, keyboard: true, riseOnHover: true }).addTo(map);
    // As a node: a string would be taken for HTML.
    marker.bindTooltip(document.createTextNode(link.textContent));
    const disc = marker.getElement();
    disc.ariaLabel = `${item.querySelector(".place-number").textContent} ${link.textContent}`;
    // Where discs lie on each other, the one that is spoken of lies on top.
    disc.addEventListener("focus", () => marker.setZIndexOffset(1000));
    disc.addEventListener("blur", () => marker.setZIndexOffset(0));
    marker.on("click", () => link.focus());
    disc.addEventListener("keydown", (event) => {
      if (event.key === " ") event.preventDefault();
      if (event.key === "Enter" || event.key === " ") link.focus();
    });
    pair(item, disc);
  });
  for (const each of street.querySelectorAll(":scope > button, :scope > .quiet")) each.remove();
  pane.focus();
}
