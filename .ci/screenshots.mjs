// Pictures of the sample site: every template at three widths, in light and dark, and as it is printed.
//
// Usage: node .ci/screenshots.mjs ADDRESS FOLDER [--readme] [--templates=home,story] [--languages=ja,en] [--widths=360]
//        [--schemes=light,dark,print]
// With --readme the few pictures of the README instead (WebP). `make screenshots` calls it with a sample site of its own.
// Needs Chromium (CHROMIUM=path) and the tools of .ci/tools (npm ci --prefix .ci/tools).
import { createRequire } from "node:module";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const require = createRequire(new URL("./tools/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");

const GOAL = "plan/tsumugi-plan/weave/goal-1-1/";
const TEMPLATES = {
  home: "",
  "story-index": "stories/",
  story: "stories/wednesday-curry/",
  "story-network": "stories/network-of-places/",
  "story-letter": "stories/first-japanese-letter/",
  "plan-index": "plan/",
  plan: "plan/tsumugi-plan/",
  "plan-earlier": "plan/fourth-plan/",
  pillar: "plan/tsumugi-plan/weave/",
  goal: GOAL,
  map: "plan/tsumugi-plan/map/",
  "goal-neighbours": "plan/tsumugi-plan/weave/goal-1-2/",
  initiative: `${GOAL}council-1/`,
  "organisation-index": "organisations/",
  organisation: "organisations/ito-no-ma/",
  "organisation-neighbours": "organisations/kinubashi-jichikai/",
  "places-index": "places/",
  "places-index-narrowed": "places/?open=now&theme=ibasho",
  "places-index-map": "places/",
  place: "places/veranda/",
  "place-closed": "places/consultation-counter/",
  "theme-index": "themes/",
  theme: "themes/ibasho/",
  glossary: "glossary/",
  standard: "about/",
  "how-to-use": "how-to-use/",
  accessibility: "accessibility/",
  results: "accessibility/accessibility-results/",
  privacy: "privacy/",
  consultation: "consultation/",
  "search-start": "search/",
  "search-results": "search/?q=2025",
  "search-second": "search/?q=こども&page=2",
  "search-nothing": "search/?q=zzzz",
  "not-found": "nowhere/",
  thanks: "about/",
  menu: "about/",
  languages: "about/",
};
// What a page is brought to before it is looked at.
const BEFORE = {
  thanks: (page) => Promise.all([page.waitForNavigation(), page.click("button[name=answer][value=no]")]),
  "places-index-map": (page) => unfold(page, ".places-map"),
  menu: (page) => unfold(page, ".site-menu details"),
  languages: (page) => unfold(page, ".languages"),
};
const RENDITIONS = { "ja-furigana": ["ja", "furigana=1"] };
const HEIGHTS = { 360: 740, 768: 1024, 1280: 860 };
// A4 at 96 dots an inch.
const PAPER = { width: 794, height: 1123 };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    readme: { type: "boolean" },
    templates: { type: "string", default: Object.keys(TEMPLATES).join() },
    languages: { type: "string", default: "ja,ja-furigana,ja-simple,en,zh-hans,ko" },
    widths: { type: "string", default: Object.keys(HEIGHTS).join() },
    schemes: { type: "string", default: "light,dark,print" },
  },
});
const [site, folder] = positionals;
const chosen = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value).split(",")]));
mkdirSync(folder, { recursive: true });

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  userDataDir: mkdtempSync(join(tmpdir(), "screenshots-")),
  args: ["--no-sandbox", "--disable-gpu", "--no-proxy-server", "--disable-background-networking", "--disable-sync", "--hide-scrollbars"],
  protocolTimeout: 600_000,
});
const page = await browser.newPage();
page.setDefaultTimeout(300_000);

// Not by a click: on a wide page what unfolds it is hidden.
const unfold = (page, selector) => page.$eval(selector, (details) => (details.open = true));

async function open(template, language) {
  const [tree, query] = RENDITIONS[language] ?? [language];
  const path = TEMPLATES[template];
  await page.goto(`${site}/${tree}/${path}${query ? (path.includes("?") ? "&" : "?") + query : ""}`, { waitUntil: "load" });
  await BEFORE[template]?.(page);
}

// Pictures further down load when one scrolls to them; here they have to be there at once.
async function settle() {
  await page.evaluate(async () => {
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
  });
}

async function setScheme(scheme) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
}

async function shootAll() {
  for (const template of chosen.templates) {
    for (const language of chosen.languages) {
      await page.setViewport({ width: 1280, height: HEIGHTS[1280] });
      await setScheme("light");
      await open(template, language);
      for (const width of chosen.widths.map(Number)) {
        await page.setViewport({ width, height: HEIGHTS[width] ?? 800 });
        await settle();
        for (const scheme of chosen.schemes.filter((name) => name !== "print")) {
          await setScheme(scheme);
          await page.screenshot({ path: join(folder, `${template}.${language}.${width}.${scheme}.png`), fullPage: true });
        }
      }
      if (chosen.schemes.includes("print")) {
        await setScheme("light");
        await page.setViewport(PAPER);
        await settle();
        await page.pdf({ path: join(folder, `${template}.${language}.pdf`), format: "A4", printBackground: false, preferCSSPageSize: true });
      }
    }
  }
}

async function first(template, language, width, height, scheme = "light") {
  await page.setViewport({ width, height });
  await setScheme(scheme);
  await open(template, language);
  await settle();
  return `data:image/png;base64,${await page.screenshot({ encoding: "base64" })}`;
}

// Screens side by side on one sheet. Each screen: [picture, how wide it stands on the sheet].
async function lay(name, screens, { width, height }) {
  const sheet = await browser.newPage();
  await sheet.setViewport({ width, height });
  await sheet.setContent(`<style>
    body { margin: 0; height: ${height}px; display: flex; gap: 32px; align-items: center; justify-content: center; background: #e8e1d3 }
    img { border-radius: 10px; box-shadow: 0 2px 20px #0003 }
  </style>${screens.map(([picture, shown]) => `<img src="${picture}" width="${shown}">`).join("")}`);
  await sheet.screenshot({ path: join(folder, `${name}.webp`), type: "webp", quality: 82 });
  await sheet.close();
}

async function shootForReadme() {
  const sheet = { width: 1280, height: 720 };
  await lay("overview", [[await first("home", "ja", 1280, 900), 880], [await first("goal", "ja", 360, 740), 300]], sheet);
  const telephones = [["story", "ja", "light"], ["story", "en", "dark"], ["goal-neighbours", "ja-simple", "light"], ["story-letter", "ko", "light"]];
  const screens = [];
  for (const [template, language, scheme] of telephones) screens.push([await first(template, language, 360, 800, scheme), 280]);
  await lay("telephones", screens, sheet);
}

await (options.readme ? shootForReadme() : shootAll());
await browser.close();
