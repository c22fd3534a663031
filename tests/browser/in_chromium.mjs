import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What chromium.py gives every script first; then what the script itself is told.
const [puppeteerFolder, chromium, ...rest] = process.argv.slice(2);
export const told = rest;

/**
 * Lets `tour` go through Chromium with an empty profile, and prints as JSON what it wrote into `met`, and every error of a page.
 * It is given `newPage`, which opens a tab, and the browser itself (both of Puppeteer).
 */
export async function inChromium(met, tour) {
  const puppeteer = createRequire(import.meta.url)(puppeteerFolder);
  met.errors = [];
  const profile = mkdtempSync(join(tmpdir(), "tsunagu-browser-"));
  const browser = await puppeteer.launch({
    executablePath: chromium,
    userDataDir: profile,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
  });
  const newPage = async () => {
    const page = await browser.newPage();
    page.on("pageerror", (error) => met.errors.push(String(error)));
    return page;
  };
  try {
    await tour(newPage, browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(JSON.stringify(met));
}
