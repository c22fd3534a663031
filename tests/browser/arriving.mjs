// Lets a page arrive piece by piece, as on a bad line, and prints as JSON what moved meanwhile and what was seen of it.
//
// Usage: node arriving.mjs PUPPETEER CHROMIUM ADDRESS PATH…
import { createServer } from "node:http";
import { inChromium, told } from "./in_chromium.mjs";

const [address, ...paths] = told;
const PIECES = 120;
const END = /(?<=<\/(?:a|p|h[1-6]|li|ul|ol|dt|dd|div|label|select|button|summary|picture|form|header|nav|section)>|<(?:img|div|ul|form)\b[^>]*>)/;
const met = { shifts: {}, seen: {} };

// Takes what sends the next piece of the page that was asked for, and says whether there are more.
let begin;
const server = createServer(async (request, answer) => {
  const found = await fetch(address + request.url, { headers: { accept: request.headers.accept ?? "*/*" } });
  const type = found.headers.get("content-type") ?? "";
  answer.writeHead(found.status, { "content-type": type });
  if (request.headers["sec-fetch-dest"] !== "document") return answer.end(Buffer.from(await found.arrayBuffer()));
  // A piece ends after every second beginning or end of a box of the beginning of what is shown: as far as one sees without scrolling.
  // Before that there are no frames to wait for.
  const [head, body] = (await found.text()).split(/(?=<header class="site-header">)/);
  const parts = body.split(END);
  const pieces = [head];
  while (parts.length) pieces.push(parts.splice(0, pieces.length < PIECES ? 2 : parts.length).join(""));
  begin(() => {
    answer.write(pieces.shift());
    if (!pieces.length) answer.end();
    return pieces.length > 0;
  });
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

await inChromium(met, async (newPage) => {
  for (const path of paths) {
    for (const width of [360, 1280]) {
      const page = await newPage();
      page.setDefaultTimeout(120_000);
      await page.setViewport({ width, height: 740 });
      await page.evaluateOnNewDocument(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const { value, sources } of list.getEntries()) {
            const names = sources.map(({ node }) => node?.className || node?.parentElement?.className || node?.nodeName);
            window.shifts.push(`${value.toFixed(5)} ${names.join(", ")}`);
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      const asked = new Promise((done) => (begin = done));
      const loaded = page.goto(origin + path, { waitUntil: "load" });
      const arrived = new Promise((done) => page.once("framenavigated", done));
      const sendPiece = await asked;
      let isMore = sendPiece();
      await arrived;
      while (isMore) {
        await painted(page);
        isMore = sendPiece();
      }
      await loaded;
      await painted(page);
      const name = `${path} at ${width} px`;
      met.shifts[name] = await page.evaluate(() => window.shifts);
      met.seen[name] = await page.$$eval("a, button, h1, img", (all) => all.filter((each) => each.checkVisibility({ visibilityProperty: true })).length);
      await page.close();
    }
  }
});
server.close();

/** After the frame that shows what is there by now. */
function painted(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
}
