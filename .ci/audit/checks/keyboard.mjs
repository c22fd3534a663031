import { expectedStops, focused, whatHidesFocus } from "./stops.mjs";

// Without smooth scrolling: where the focus is has to be seen at once.
const STILL = { "prefers-reduced-motion": "reduce" };
const WIDTHS = [
  { width: 1280, height: 900, features: STILL },
  { width: 360, height: 740, features: STILL },
];

/**
 * Walks through the page with the tabulator, there and back: every control is reached, in the order in which one reads,
 * the focus is seen, nothing holds it or happens by it alone, and the skip link skips.
 */
export async function keyboard(page, open, { visit }) {
  const problems = [];
  let stops = 0;
  for (const size of WIDTHS) {
    await open(size);
    const say = (text) => problems.push(`${size.width} px: ${text}`);
    const walked = await walk(page, say);
    stops = Math.max(stops, walked);
    await open(size);
    await trySkipLink(page, say);
  }
  await open({ ...WIDTHS[0], features: { ...STILL, "prefers-color-scheme": "dark" } });
  await walk(page, (text) => problems.push(`dark: ${text}`), { back: false });
  if (visit.pictures) {
    await open(WIDTHS[0]);
    await compareByPicture(page, (text) => problems.push(`by picture: ${text}`));
  }
  return { problems, stops };
}

async function walk(page, say, { back = true } = {}) {
  const expected = await expectedStops(page);
  const address = (await page.evaluate(() => location.href)).split("#")[0];
  const reached = new Set();
  let before = null;
  for (let times = 0; times <= expected + 5; times += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop || reached.has(stop.place)) break;
    if (stop.place < 0) {
      say(`${stop.name} has the focus, though nobody expects it`);
      break;
    }
    if (stop.address !== address) say(`${stop.name} leads away by the focus alone`);
    const wrong = whatHidesFocus(stop);
    if (wrong) say(`${stop.name} ${wrong}`);
    if (before && stop.place !== before.place + 1) say(`${stop.name} comes after ${before.name}, against the order of the document`);
    if (before && isAgainstReading(before, stop)) say(`${stop.name} comes after ${before.name}, but stands before it`);
    reached.add(stop.place);
    before = stop;
  }
  if (reached.size < expected) {
    const missed = await page.evaluate(
      (reached) => window.auditStops.filter((_, place) => !reached.includes(place)).map((each) => each.outerHTML.slice(0, 90)),
      [...reached],
    );
    say(`${missed.length} of ${expected} stops are not reached: ${missed.slice(0, 3).join(" ")}`);
  }
  if (back && reached.size) await walkBack(page, reached.size, say);
  return reached.size;
}

/** The same number of stops on the way back: nothing holds the focus in either direction. */
async function walkBack(page, expected, say) {
  await page.evaluate(() => window.auditStops.at(-1).focus());
  const reached = new Set([expected - 1]);
  for (let times = 1; times < expected; times += 1) {
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    const place = await page.evaluate(() => window.auditStops.indexOf(document.activeElement));
    if (reached.has(place)) break;
    reached.add(place);
  }
  if (reached.size < expected) say(`backwards, the focus stays after ${reached.size} of ${expected} stops`);
}

/** Above what came before it in the same column, or left of it in the same row. */
function isAgainstReading({ box: before, rows, isDrawn }, { box: now, rows: rowsNow, isDrawn: isNowDrawn }) {
  // A drawing has no lines and columns that are read.
  if (isDrawn && isNowDrawn) return false;
  // A link that goes on in the next line has a box that says nothing of where it begins.
  if (rows > 1 || rowsNow > 1) return false;
  const overlap = (start, end, otherStart, otherEnd) => Math.min(end, otherEnd) - Math.max(start, otherStart);
  const sameColumn = overlap(before.left, before.right, now.left, now.right) > 1;
  const shared = overlap(before.top, before.bottom, now.top, now.bottom);
  const sameRow = shared > Math.min(before.bottom - before.top, now.bottom - now.top) / 2;
  return (sameColumn && now.bottom <= before.top) || (sameRow && now.right <= before.left);
}

async function trySkipLink(page, say) {
  if (!(await page.$(".site-header"))) return;
  await expectedStops(page);
  await page.keyboard.press("Tab");
  const skip = await focused(page);
  if (!skip?.isSkipLink) return say("the first stop is not the skip link");
  if (!skip.onScreen || skip.clip !== "none") say("the skip link is not seen when it has the focus");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const next = await page.evaluate(() => {
    const main = document.querySelector("main");
    const place = main.compareDocumentPosition(document.activeElement);
    return Boolean(place & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING));
  });
  if (!next) say("after the skip link, the next stop lies before the main text");
}

/** At each stop two pictures, with the focus and without it: they have to differ. */
async function compareByPicture(page, say) {
  const expected = await expectedStops(page);
  for (let times = 0; times < expected; times += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) break;
    const { left, right, top, bottom } = stop.ringed;
    const around = { x: Math.max(left - 8, 0), y: Math.max(top - 8, 0), width: right - left + 16, height: bottom - top + 16 };
    const seen = await page.screenshot({ clip: around, encoding: "base64" });
    await page.evaluate(() => document.activeElement.blur());
    if (seen === (await page.screenshot({ clip: around, encoding: "base64" }))) say(`${stop.name} looks the same with the focus`);
  }
}
