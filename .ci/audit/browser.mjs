// Visits pages as readers with different needs do, and writes down what stood in their way.
//
// Usage: node browser.mjs JOBS OUTPUT. JOBS is a JSON file: {address, browser, visits: [{id, url | html, press, checks: [...]}]}.
// OUTPUT gets a line of JSON for each visit: {id, checks: {name: {problems: [...], …figures}}}.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { axe } from "./checks/axe.mjs";
import { forcedColors } from "./checks/forced-colors.mjs";
import { keyboard } from "./checks/keyboard.mjs";
import { layoutShift, weight } from "./checks/loading.mjs";
import { motion } from "./checks/motion.mjs";
import { reflow } from "./checks/reflow.mjs";
import { structure } from "./checks/structure.mjs";
import { isChromium, launch } from "./launch.mjs";

const CHECKS = { weight, layoutShift, axe, structure, keyboard, forcedColors, motion, reflow };
const [jobsFile, output] = process.argv.slice(2);
const { address, browser: name, visits } = JSON.parse(readFileSync(jobsFile, "utf8"));

const profile = mkdtempSync(join(tmpdir(), "audit-"));
const browser = await launch(profile, name);
try {
  for (const visit of visits) {
    const checks = {};
    for (const name of visit.checks) {
      const page = await browser.newPage();
      page.setDefaultTimeout(120_000);
      try {
        checks[name] = await CHECKS[name](page, (options) => open(page, visit, options), { address, visit });
      } catch (error) {
        checks[name] = { problems: [`the check broke off: ${error.message.split("\n")[0]}`] };
      }
      await page.close();
    }
    appendFileSync(output, `${JSON.stringify({ id: visit.id, checks })}\n`);
    const found = Object.values(checks).reduce((sum, { problems }) => sum + problems.length, 0);
    console.log(`${visit.id}${found ? `: ${found} problems` : ""}`);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

/** Brings a page to where the visit leads; `features` are media features, such as {"prefers-color-scheme": "dark"}. */
async function open(page, { url, html, press }, { width = 1280, height = 900, features = {} } = {}) {
  await page.setViewport({ width, height });
  if (isChromium(page)) {
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      features: Object.entries({ "prefers-color-scheme": "light", ...features }).map(([name, value]) => ({ name, value })),
    });
  }
  if (html) {
    // Where it would stand: its style sheet comes from the site.
    await page.goto(`${address}/robots.txt`, { waitUntil: "load" });
    await page.setContent(html, { waitUntil: "load" });
  } else await page.goto(url, { waitUntil: "load" });
  if (press) await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.click(press)]);
}
