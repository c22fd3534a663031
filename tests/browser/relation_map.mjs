// Walks the map of a plan by keyboard alone, and prints as JSON what is met on the way.
//
// Usage: node relation_map.mjs PUPPETEER CHROMIUM ADDRESS with-script|without-script|phone
import { inChromium, told } from "./in_chromium.mjs";

const [address, way] = told;
const met = { walked: [] };

await inChromium(met, async (newPage) => {
  const page = await newPage();
  await page.setViewport(way === "phone" ? { width: 360, height: 800 } : { width: 1280, height: 900 });
  await page.setJavaScriptEnabled(way === "with-script");
  // Where something stands is asked as soon as a key is pressed: nothing glides to its place.
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  page.setDefaultTimeout(20_000);
  await page.goto(address);

  if (way === "phone") {
    met.closed = await isDrawn(page);
    await tabTo(page, ".map-drawing summary");
    await page.keyboard.press("Enter");
    met.opened = await isDrawn(page);
    met.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }
  await tabTo(page, ".map-hint a");
  await tabTo(page, ".map-frame");
  for (;;) {
    await page.keyboard.press("Tab");
    const step = await focused(page);
    if (!step) break;
    met.walked.push(step);
  }
  met.after = await page.evaluate(() => Boolean(document.activeElement.closest(".map-list")));

  if (way === "with-script") {
    await page.evaluate(() => document.querySelector(".relation-map a").focus());
    met.arrows = [];
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowLeft", "ArrowDown"]) {
      await page.keyboard.press(key);
      met.arrows.push((await focused(page)).href);
    }
  }

  await page.goto(address);
  await tabTo(page, way === "phone" ? ".map-list a" : ".map-hint a");
  if (way !== "phone") {
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  met.skipped = await page.evaluate(() => Boolean(document.activeElement.closest(".map-list")));
});

/** Presses the tabulator until something has the focus; whoever never gets there is stuck. */
async function tabTo(page, selector) {
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`The tabulator does not lead to ${selector}.`);
}

/** The box that has the focus, how many threads are brought out with it, and whether it is in sight. */
function focused(page) {
  return page.evaluate(() => {
    const link = document.activeElement.closest(".relation-map a");
    if (!link) return null;
    const lit = [...document.querySelectorAll(".relation-map .lit")].filter(
      (each) => getComputedStyle(each).visibility === "visible",
    );
    const place = link.getBoundingClientRect();
    return {
      href: link.getAttribute("href"),
      lit: lit.reduce((sum, each) => sum + each.children.length, 0),
      ring: getComputedStyle(link.querySelector(".ground")).strokeWidth,
      inSight: place.top >= 0 && place.bottom <= innerHeight && place.left < innerWidth && place.right > 0,
    };
  });
}

function isDrawn(page) {
  return page.evaluate(() => document.querySelector(".relation-map").checkVisibility({ contentVisibilityAuto: true }));
}
