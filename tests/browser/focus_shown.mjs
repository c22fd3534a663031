// Gives the focus to the one thing of each small page that takes it, as the audit does, and prints as JSON what it says of it.
//
// Usage: node focus_shown.mjs PUPPETEER CHROMIUM HTML…
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectedStops, focused, whatHidesFocus } from "../../.ci/audit/checks/stops.mjs";

const [puppeteerFolder, chromium, ...pages] = process.argv.slice(2);
const puppeteer = createRequire(import.meta.url)(puppeteerFolder);
const met = { said: [], errors: [] };

const profile = mkdtempSync(join(tmpdir(), "focus-browser-"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
});
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => met.errors.push(String(error)));
  await page.setViewport({ width: 360, height: 740 });
  for (const html of pages) {
    await page.setContent(html);
    // As far as the middle: of what is higher than the screen neither beginning nor end is seen.
    await page.evaluate(() => scrollTo(0, (document.body.scrollHeight - innerHeight) / 2));
    await expectedStops(page);
    await page.focus("[tabindex]");
    met.said.push(whatHidesFocus(await focused(page)));
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(JSON.stringify(met));
