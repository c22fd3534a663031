// Opens pages and prints as JSON what the Content-Security-Policy forbade on each, and whether a script written into one ran.
//
// Usage: node content_policy.mjs PUPPETEER CHROMIUM ADDRESS SESSION PATH… (SESSION: an editor's, or "" for a reader)
import { inChromium, told } from "./in_chromium.mjs";

const [address, session, ...paths] = told;
const met = { forbidden: {}, userbar: {} };

await inChromium(met, async (newPage, browser) => {
  if (session) await browser.setCookie({ name: "sessionid", value: session, domain: new URL(address).hostname, path: "/" });
  const page = await newPage();
  page.setDefaultTimeout(120_000);
  // In every frame, the preview's too.
  await page.evaluateOnNewDocument(() => {
    window.forbidden = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
      window.forbidden.push(`${effectiveDirective}: ${blockedURI} (${sourceFile}:${lineNumber})`),
    );
  });
  for (const path of paths) {
    await page.goto(address + path, { waitUntil: "load" });
    await page.$$eval("details", (all) => all.forEach((each) => (each.open = true)));
    met.userbar[path] = await page.evaluate(() => Boolean(document.querySelector("wagtail-userbar")?.shadowRoot));
    met.forbidden[path] = (await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.forbidden)))).flat();
  }
  if (!session) {
    met.ran = await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<b id="written" style="color: red" onclick="window.ran = true">x</b>');
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      document.querySelector("#written").click();
      return Boolean(window.ran) || getComputedStyle(document.querySelector("#written")).color === "rgb(255, 0, 0)";
    });
  }
});
