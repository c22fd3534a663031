import { run } from "./axe.mjs";
import { contrast, expectedStops, focused, whatHidesFocus } from "./stops.mjs";

/** With the colours of the reader's system: texts are read, fields and drawings are seen, and so is the focus. */
export async function forcedColors(page, open) {
  const problems = [];
  for (const scheme of ["light", "dark"]) {
    await open({ features: { "forced-colors": "active", "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce" } });
    const say = (text) => problems.push(`${scheme}: ${text}`);
    if (!(await page.evaluate(() => matchMedia("(forced-colors: active)").matches))) throw new Error("no forced colours here");
    (await run(page, "text", ["color-contrast"])).problems.forEach(say);
    for (const { name, line, ground } of await drawn(page)) {
      if (!line) say(`${name} has no edge`);
      else if (contrast(line, ground) < 3) say(`${name} is drawn in ${line} on ${ground}`);
    }
    const expected = await expectedStops(page);
    for (let times = 0; times < expected; times += 1) {
      await page.keyboard.press("Tab");
      const stop = await focused(page);
      if (!stop) break;
      const wrong = whatHidesFocus(stop);
      if (wrong) say(`${stop.name} ${wrong}`);
    }
  }
  return { problems };
}

/** Fields, whose edge is all one sees of them when they are empty, and drawings that are seen on the page. */
function drawn(page) {
  return page.evaluate(() => {
    const found = [];
    const ground = (start) => {
      for (let each = start; each; each = each.parentElement) {
        const [, , , alpha = "1"] = getComputedStyle(each).backgroundColor.match(/[\d.]+/g);
        if (Number(alpha) > 0) return getComputedStyle(each).backgroundColor;
      }
      return "rgb(255, 255, 255)";
    };
    for (const field of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
      if (!field.checkVisibility()) continue;
      const style = getComputedStyle(field);
      const sides = ["Top", "Right", "Bottom", "Left"].filter((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== "none");
      // One line below is an edge too, as on paper.
      const [side] = sides;
      found.push({ name: `${field.localName}#${field.id}`, line: side ? style[`border${side}Color`] : "", ground: ground(field.parentElement) });
    }
    for (const drawing of document.querySelectorAll("svg")) {
      if (!drawing.checkVisibility()) continue;
      for (const shape of drawing.querySelectorAll("path, circle, line, rect, polyline, polygon")) {
        const { stroke, fill, strokeWidth } = getComputedStyle(shape);
        const line = stroke !== "none" && parseFloat(strokeWidth) > 0 ? stroke : fill;
        if (!line.startsWith("rgb") || line.endsWith(", 0)")) continue;
        const name = `svg.${drawing.getAttribute("class") ?? ""} in ${drawing.parentElement.className || drawing.parentElement.localName}`;
        found.push({ name, line, ground: ground(drawing.parentElement) });
        break;
      }
    }
    return found;
  });
}
