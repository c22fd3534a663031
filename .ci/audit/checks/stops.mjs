/** Where the tabulator has to stop, in the order of the document: what is there for a keyboard, and seen. */
export async function expectedStops(page) {
  return page.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, video[controls], [tabindex]");
    window.auditStops = [...all].filter(
      (each) =>
        each.tabIndex >= 0 &&
        !each.disabled &&
        each.type !== "hidden" &&
        !each.closest("[inert]") &&
        !(each.matches("summary") && each.parentElement.querySelector("summary") !== each) &&
        !(each.type === "radio" && !each.checked && [...document.getElementsByName(each.name)].some((other) => other.checked)) &&
        each.checkVisibility({ visibilityProperty: true }),
    );
    return window.auditStops.length;
  });
}

/** What has the focus now, and how it is seen; null where the page itself has it. */
export async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const style = getComputedStyle(element);
    // A link that lies over a whole card shows its ring there.
    const rings = [style, getComputedStyle(element, "::after"), getComputedStyle(element, "::before")];
    const outlined = rings.filter(({ outlineStyle }) => outlineStyle !== "none");
    const box = element.getBoundingClientRect();
    const [, after] = rings;
    const ringed = after.outlineStyle !== "none" && after.position === "absolute" ? element.offsetParent.getBoundingClientRect() : box;
    const inline = [...element.getClientRects()].filter((each) => each.width && each.height);
    // Of what is higher than the screen, only a part is on it.
    const visible = [...inline, box].map(onScreenPart).find(({ width, height }) => width > 0 && height > 0);
    const inside = (x, y) => {
      const top = document.elementFromPoint(x, y);
      return Boolean(top) && (element.contains(top) || top.contains(element) || top.closest("label")?.control === element);
    };
    const onScreen = Boolean(visible);
    const colours = (value) => value.match(/rgba?\([^)]*\)/g) ?? [];
    return {
      place: window.auditStops.indexOf(element),
      name: `${element.localName}${element.getAttribute("class") ? `.${element.getAttribute("class").split(" ")[0]}` : ""} “${(element.innerText || element.getAttribute("aria-label") || element.name || "").trim().replace(/\s+/g, " ").slice(0, 30)}”`,
      box: onPage(box),
      ringed: onPage(ringed),
      rows: inline.length,
      size: [box.width, box.height],
      onScreen,
      covered: onScreen && !pointsOf(visible).some(([x, y]) => inside(x, y)),
      isDrawn: element instanceof SVGElement,
      isSkipLink: element.matches(".skip"),
      inMain: Boolean(element.closest("main")),
      clip: style.clipPath,
      outline: Math.max(0, ...outlined.map(({ outlineWidth }) => parseFloat(outlineWidth))),
      ringColours: [...outlined.map(({ outlineColor }) => outlineColor), ...rings.flatMap(({ boxShadow }) => colours(boxShadow))],
      ground: ground(element.parentElement ?? element),
      address: location.href.split("#")[0],
    };

    function onScreenPart({ left, right, top, bottom }) {
      const part = { left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
      return { ...part, width: part.right - part.left, height: part.bottom - part.top };
    }

    /** Its middle and two of its corners. */
    function pointsOf({ left, right, top, bottom, width, height }) {
      return [[left + width / 2, top + height / 2], [left + 2, top + 2], [right - 2, bottom - 2]];
    }

    function onPage({ left, right, top, bottom }) {
      return { left: left + scrollX, right: right + scrollX, top: top + scrollY, bottom: bottom + scrollY };
    }

    function ground(start) {
      for (let each = start; each; each = each.parentElement) {
        const [, , , alpha = "1"] = getComputedStyle(each).backgroundColor.match(/[\d.]+/g);
        if (Number(alpha) > 0) return getComputedStyle(each).backgroundColor;
      }
      return "rgb(255, 255, 255)";
    }
  });
}

/** The contrast of two colours as CSS says them, after WCAG 2. */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is wrong with how a focus is shown; an empty text where nothing is. In a drawing it has no outline: see by picture. */
export function whatHidesFocus(stop) {
  if (!stop.onScreen) return "is off the screen";
  if (stop.covered) return "is covered by something else";
  if (stop.isDrawn) return "";
  if (stop.outline < 2) return "shows no outline";
  const best = Math.max(...stop.ringColours.map((colour) => contrast(colour, stop.ground)));
  return best < 3 ? `has a ring of ${best.toFixed(1)} : 1 against its ground` : "";
}
