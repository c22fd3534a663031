// Gives the focus to the one thing of each small page that takes it, as the audit does, and prints as JSON what it says of it.
//
// Usage: node focus_shown.mjs PUPPETEER CHROMIUM HTML…
import { expectedStops, focused, whatHidesFocus } from "../../.ci/audit/checks/stops.mjs";
import { inChromium, told } from "./in_chromium.mjs";

const met = { said: [] };

await inChromium(met, async (newPage) => {
  const page = await newPage();
  await page.setViewport({ width: 360, height: 740 });
  for (const html of told) {
    await page.setContent(html);
    // As far as the middle: of what is higher than the screen neither beginning nor end is seen.
    await page.evaluate(() => scrollTo(0, (document.body.scrollHeight - innerHeight) / 2));
    await expectedStops(page);
    await page.focus("[tabindex]");
    met.said.push(whatHidesFocus(await focused(page)));
  }
});
