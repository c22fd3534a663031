// Lighthouse for a telephone, several times a page; prints nothing but what it writes.
//
// Usage: node lighthouse.mjs JOBS OUTPUT. JOBS is a JSON file: {runs, visits: [{id, url, press, indexed, status}]}.
// OUTPUT gets a line of JSON for each visit: {id, scores: {category: median}, failed: [audits], metrics: {…}}.
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";

import { launch } from "./launch.mjs";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const { navigation } = await import(pathToFileURL(require.resolve("lighthouse")));
const [jobsFile, output] = process.argv.slice(2);
const { runs, visits } = JSON.parse(readFileSync(jobsFile, "utf8"));
const profile = mkdtempSync(join(tmpdir(), "audit-lighthouse-"));
const browser = await launch(profile);
try {
  for (const visit of visits) {
    const line = await measured(visit).catch((error) => ({ id: visit.id, scores: {}, failed: [`it broke off: ${error.message}`] }));
    appendFileSync(output, `${JSON.stringify(line)}\n`);
    console.log(`${visit.id}: ${Object.entries(line.scores).map(([name, score]) => `${name} ${score}`).join(", ")}`);
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

async function measured(visit) {
  await insistently(visit); // The page is warm from here on.
  const results = [];
  for (let times = 0; times < runs; times += 1) results.push(await insistently(visit));
  return summary(visit, results);
}

/** A trace without a beginning says nothing of the page: “please run Lighthouse again”. Any other fault is the page's. */
async function insistently(visit, times = 3) {
  try {
    return await once(visit);
  } catch (error) {
    if (times === 1 || error.cause !== "NO_NAVSTART") throw error;
    return insistently(visit, times - 1);
  }
}

async function once({ url, press, indexed, status }) {
  const page = await browser.newPage();
  try {
    let target = url;
    if (press) {
      await page.goto(url, { waitUntil: "load" });
      target = () => page.click(press);
    }
    // What is not to be indexed, or is not there, cannot pass the audits that ask for the opposite.
    const skipAudits = [...(indexed ? [] : ["is-crawlable"]), ...(status < 400 ? [] : ["http-status-code", "errors-in-console"])];
    const { lhr } = await navigation(page, target, { flags: { skipAudits, ignoreStatusCode: true, logLevel: "error" } });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`, { cause: lhr.runtimeError.code });
    return lhr;
  } finally {
    await page.close();
  }
}

function summary({ id }, results) {
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const scores = {};
  for (const name of Object.keys(results[0].categories)) {
    scores[name] = median(results.map((each) => Math.round((each.categories[name].score ?? 0) * 100)));
  }
  const [last] = results.slice(-1);
  const failed = Object.entries(last.categories)
    .filter(([name]) => name !== "performance")
    .flatMap(([, { auditRefs }]) => auditRefs)
    .filter(({ id, weight }) => weight > 0 && (last.audits[id].score ?? 1) < 1)
    .map(({ id }) => `${id}: ${JSON.stringify(last.audits[id].details?.items?.slice(0, 2).map((item) => item.node?.snippet ?? item)) ?? ""}`);
  const metrics = {};
  for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"]) {
    metrics[name] = median(results.map((each) => each.audits[name]?.numericValue ?? 0));
  }
  return { id, scores, failed: [...new Set(failed)], metrics };
}
