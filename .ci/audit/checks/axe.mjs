import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tools/package.json", import.meta.url));
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
// Another level than the site's (AAA), and what axe itself has given up.
const LEFT_OUT = ["wcag2aaa", "deprecated"];

/**
 * Every rule of axe for A, AA and best practice, those on trial included: on a telephone in light, on a wide screen
 * in dark with everything unfolded.
 */
export async function axe(page, open, { visit }) {
  await open({ width: 360, height: 740 });
  const light = await run(page, "light");
  await open({ features: { "prefers-color-scheme": "dark" } });
  await page.$$eval("details", (all) => all.forEach((each) => (each.open = true)));
  const dark = await run(page, "dark");
  const rules = {};
  for (const { id, tags, outcome } of [...light.rules, ...dark.rules]) {
    // The worst of the two counts.
    const order = ["inapplicable", "passes", "incomplete", "violations"];
    const before = rules[id]?.outcome ?? "inapplicable";
    rules[id] = { tags, outcome: order[Math.max(order.indexOf(before), order.indexOf(outcome))] };
  }
  return { problems: [...light.problems, ...dark.problems], rules, toReview: [...light.toReview, ...dark.toReview] };
}

/** One run over the page as it stands. */
export async function run(page, name, only) {
  await page.evaluate(source);
  return page.evaluate(
    async (name, only, leftOut) => {
      const chosen = window.axe
        .getRules()
        .filter(({ ruleId, tags }) => (only ? only.includes(ruleId) : !tags.some((tag) => leftOut.includes(tag))));
      const options = { runOnly: { type: "rule", values: chosen.map(({ ruleId }) => ruleId) } };
      const found = await window.axe.run(document, options);
      const each = (outcome) =>
        found[outcome].flatMap(({ id, help, nodes }) =>
          nodes.map((node) => `${name}: ${id} (${help}): ${node.target.flat().join(" ")} ${node.any[0]?.message ?? ""}`),
        );
      return {
        problems: each("violations"),
        toReview: each("incomplete"),
        rules: ["inapplicable", "passes", "incomplete", "violations"].flatMap((outcome) =>
          found[outcome].map(({ id, tags }) => ({ id, tags, outcome })),
        ),
      };
    },
    name,
    only,
    LEFT_OUT,
  );
}
