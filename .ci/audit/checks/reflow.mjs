import { isChromium } from "../launch.mjs";

/**
 * At 320 × 256 CSS pixels, which is 1280 × 1024 at 400 %; with letters twice as large; with the spacing of WCAG 1.4.12:
 * nobody has to scroll sideways (tables and drawings may, in a box of their own), and no text is cut off.
 */
export async function reflow(page, open) {
  const problems = [];
  const say = (how) => (text) => problems.push(`${how}: ${text}`);

  await open({ width: 320, height: 256 });
  await page.$$eval("details", (all) => all.forEach((each) => (each.open = true)));
  (await tooWide(page)).forEach(say("320 px"));
  (await covering(page)).forEach(say("320 px"));
  await adopt(page, "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  (await tooWide(page)).forEach(say("320 px, spaced"));
  (await cutOff(page)).forEach(say("320 px, spaced"));

  if (!isChromium(page)) return { problems };
  await open({ width: 1280, height: 900 });
  // As the reader's own setting of the browser does it, which media queries in em follow.
  const session = await page.createCDPSession();
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  (await tooWide(page)).forEach(say("letters at 200 %"));
  (await cutOff(page)).forEach(say("letters at 200 %"));
  return { problems };
}

/** A style sheet by CSSOM, which a content security policy lets pass. */
function adopt(page, css) {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);
}

function tooWide(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolls = document.scrollingElement.scrollWidth;
    const found = scrolls > room ? [`the page is ${scrolls} px wide, the screen ${room}`] : [];
    const boxed = (element) => {
      for (let each = element.parentElement; each; each = each.parentElement) {
        if (["auto", "scroll"].includes(getComputedStyle(each).overflowX)) return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility() || element.closest("svg, .visually-hidden, .skip")) continue;
      const { right, width } = element.getBoundingClientRect();
      if (width > 1 && right > room + 1 && !boxed(element)) found.push(`${element.localName}.${element.className} ends at ${Math.round(right)} of ${room} px`);
    }
    for (const element of document.querySelectorAll("body *")) {
      const sideways = ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
      if (!sideways) continue;
      if (!element.querySelector("table, svg")) found.push(`${element.localName}.${element.className} scrolls sideways and holds neither table nor drawing`);
      // One whose rows are laid as lists has no columns to scroll to.
      const row = element.querySelector("table tbody tr");
      if (row && getComputedStyle(row).display === "block") found.push(`${element.localName}.${element.className} scrolls sideways, though its table is laid as lists`);
    }
    return found.slice(0, 5);
  });
}

function cutOff(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => element.checkVisibility() && !element.matches(".visually-hidden, .skip, svg, svg *, textarea, img, select, input"))
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (value) => value === "hidden" || value === "clip";
        return (
          element.innerText &&
          element.clientWidth > 1 &&
          ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
        );
      })
      .slice(0, 5)
      .map((element) => `${element.localName}.${element.className} cuts its text off: “${element.innerText.trim().slice(0, 20)}” in ${element.parentElement.closest("[class]").className}`),
  );
}

/** What stays in place while the page scrolls down takes room that is not there at 256 px. */
function covering(page) {
  return page.evaluate(() => {
    const stays = ({ position, top, bottom }) => position === "fixed" || (position === "sticky" && (top !== "auto" || bottom !== "auto"));
    return [...document.querySelectorAll("body *")]
      .filter((element) => stays(getComputedStyle(element)) && element.checkVisibility())
      .filter((element) => element.getBoundingClientRect().height > innerHeight / 3)
      .map((element) => `${element.localName}.${element.className} covers a third of the screen`);
  });
}
