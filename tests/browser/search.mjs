// Searches a site as somebody does who has a keyboard and no mouse, and prints as JSON what they met on the way.
//
// Usage: node search.mjs PUPPETEER CHROMIUM ADDRESS with-script|without-script
import { inChromium, told } from "./in_chromium.mjs";

const [address, way] = told;
const hasScript = way === "with-script";
const met = {};

await inChromium(met, async (newPage) => {
  const page = await newPage();
  // Narrow without the script: there the choices are folded away.
  await page.setViewport(hasScript ? { width: 1280, height: 900 } : { width: 360, height: 800 });
  await page.setJavaScriptEnabled(hasScript);
  page.setDefaultTimeout(20_000);

  await page.goto(`${address}/ja/search/`);
  await tabTo(page, "#search-words");
  if (hasScript) await tryProposals(page);
  else met.role = await page.$eval("#search-words", (field) => field.getAttribute("role"));
  await page.keyboard.type("雨");
  await press(page, "Enter");
  met.results = await seen(page);

  if (!hasScript) {
    await tabTo(page, ".narrowing summary");
    await page.keyboard.press("Enter");
  }
  await tabTo(page, "button[name=type][value=story]");
  await press(page, "Enter");
  met.narrowed = await seen(page);

  await tabTo(page, "a[rel=next]");
  await press(page, "Enter");
  met.second = await seen(page);

  await tabTo(page, ".chosen a");
  await press(page, "Enter");
  met.widened = await seen(page);

  await tabTo(page, ".result h3 a");
  met.first = await page.evaluate(() => document.activeElement.textContent.trim());
  await press(page, "Enter");
  met.opened = await page.$eval("h1", (heading) => heading.textContent.trim());
});

/** Presses the tabulator until something has the focus; whoever never gets there is stuck. */
async function tabTo(page, selector) {
  for (let times = 0; times < 120; times += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  throw new Error(`The tabulator does not lead to ${selector}.`);
}

/** A key that leads to another page. */
async function press(page, key) {
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press(key)]);
}

/** What a page of results says. */
function seen(page) {
  return page.evaluate(() => ({
    title: document.title,
    address: location.search,
    status: document.querySelector(".found [role=status]").textContent.trim(),
    titles: [...document.querySelectorAll(".result h3 a")].map((link) => link.textContent.trim()),
    marks: [...document.querySelectorAll(".result h3 mark")].map((mark) => mark.textContent),
    chosen: [...document.querySelectorAll(".chosen a")].map((link) => link.textContent.trim()),
  }));
}

/** Moves through what is proposed, opens one of it, and comes back to an empty field that has the focus. */
async function tryProposals(page) {
  const list = "#search-words-list";
  const field = () =>
    page.$eval("#search-words", (input) => ({
      value: input.value,
      expanded: input.getAttribute("aria-expanded"),
      active: document.getElementById(input.getAttribute("aria-activedescendant"))?.firstChild.textContent ?? "",
      status: document.querySelector("form [role=status]").textContent,
    }));
  const open = () => page.waitForSelector(`${list}:not([hidden]) [role=option]`);

  met.before = await field();
  await page.keyboard.type("かさ");
  await open();
  met.typed = await field();
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  met.tree = nodes(tree)
    .filter((node) => ["combobox", "listbox", "option"].includes(node.role))
    .map((node) => ({ role: node.role, name: node.name, expanded: node.expanded }));
  await page.keyboard.press("ArrowDown");
  met.down = await field();
  await page.keyboard.press("ArrowDown");
  met.downAgain = await field();
  met.selected = await page.$$eval(`${list} [aria-selected=true]`, (options) => options.length);
  await page.keyboard.press("ArrowDown");
  met.around = await field();
  await page.keyboard.press("ArrowUp");
  met.last = await field();
  await page.keyboard.press("Escape");
  met.escaped = await field();
  await page.keyboard.press("ArrowDown");
  await open();
  await page.keyboard.press("ArrowDown");
  await press(page, "Enter");
  met.chosen = await page.$eval("h1", (heading) => heading.textContent.trim());

  // As an input method does: nothing is typed yet, and still something is proposed.
  await page.goto(`${address}/ja/search/`);
  await tabTo(page, "#search-words");
  const session = await page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "かさ", selectionStart: 2, selectionEnd: 2 });
  await open();
  met.composing = await field();
  await page.goto(`${address}/ja/search/`);
  await tabTo(page, "#search-words");
}

function nodes(node) {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}
