// The picture in the README: the sample's front page on a desktop and a goal on a phone, side by side.
//
// Usage: node .ci/screenshots.mjs ADDRESS OUTPUT, with the sample site running at ADDRESS. Needs Chromium (CHROMIUM=path)
// and the tools of .ci/tools (npm ci --prefix .ci/tools).
import { createRequire } from "node:module";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("./tools/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");
const [address, output] = process.argv.slice(2);

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  userDataDir: mkdtempSync(join(tmpdir(), "screenshots-")),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--hide-scrollbars"],
});

async function shoot(path, width, height) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.goto(address + path, { waitUntil: "networkidle0", timeout: 120_000 });
  const picture = await page.screenshot({ encoding: "base64" });
  await page.close();
  return `data:image/png;base64,${picture}`;
}

const desktop = await shoot("/ja/", 1280, 880);
const phone = await shoot("/ja/plan/tsumugi-plan/weave/goal-1-1/", 360, 720);
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 720 });
await page.setContent(`<style>
  body { margin: 0; background: #e8e4da; height: 720px; position: relative; overflow: hidden }
  img { position: absolute; border-radius: 8px; box-shadow: 0 4px 24px #0003 }
  .desktop { inset: 40px auto auto 40px; width: 930px } .phone { inset: 70px 40px auto auto; width: 300px }
</style><img class="desktop" src="${desktop}"><img class="phone" src="${phone}">`);
await page.screenshot({ path: output });
await browser.close();
