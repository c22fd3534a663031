const MOST_BYTES = 40 * 1024;
const MOST_REQUESTS = 8;
const MOST_SCRIPT = 10 * 1024;

/** What a reader's line has to carry for a page, without its pictures; all of it from this site. Bytes are compressed. */
export async function weight(page, open, { address }) {
  const session = await page.createCDPSession();
  const requests = new Map();
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  session.on("Network.responseReceived", ({ requestId, type, response }) =>
    requests.set(requestId, { type, url: response.url, bytes: 0 }),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  await open({ width: 360, height: 740 });
  await page.waitForNetworkIdle({ idleTime: 500 });
  const all = [...requests.values()].filter(({ url }) => !url.startsWith("data:"));
  const strangers = all.filter(({ url }) => new URL(url).origin !== new URL(address).origin);
  const carried = all.filter(({ type }) => type !== "Image");
  const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
  const figures = {
    bytes: sum(carried),
    requests: carried.length,
    script: sum(carried.filter(({ type }) => type === "Script")),
    pictures: all.length - carried.length,
  };
  const problems = strangers.map(({ url }) => `something comes from elsewhere: ${url}`);
  if (figures.bytes > MOST_BYTES) problems.push(`${figures.bytes} bytes without pictures; at most ${MOST_BYTES}`);
  if (figures.requests > MOST_REQUESTS) problems.push(`${figures.requests} requests without pictures; at most ${MOST_REQUESTS}`);
  if (figures.script >= MOST_SCRIPT) problems.push(`${figures.script} bytes of script; less than ${MOST_SCRIPT}`);
  return { problems, ...figures };
}

/** How much the page moves under the reader's eyes while it loads and while they scroll: the sum of CLS, which has to be 0. */
export async function layoutShift(page, open) {
  const problems = [];
  let worst = 0;
  await page.evaluateOnNewDocument(() => {
    window.auditShifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources, hadRecentInput } of list.getEntries()) {
        if (!hadRecentInput) window.auditShifts.push([value, sources.map(({ node }) => node?.parentElement?.className ?? "").join(" ")]);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [360, 1280]) {
    await open({ width, height: 740 });
    await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
      for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
        scrollTo({ top: y, behavior: "instant" });
        await frame();
      }
    });
    await page.waitForNetworkIdle({ idleTime: 300 });
    for (const [value, where] of await page.evaluate(() => window.auditShifts)) {
      worst += value;
      problems.push(`${width} px: moves by ${value.toFixed(4)} at ${where}`);
    }
  }
  return { problems, shift: worst };
}
