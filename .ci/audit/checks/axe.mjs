import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tools/package.json", import.meta.url));
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
// Another level than the site's (AAA), what axe itself does not count yet or any more, and what only asks for a look.
const LEFT_OUT = ["wcag2aaa", "experimental", "deprecated", "review-item"];

/**
 * Every rule of axe for A, AA and best practice: on a telephone in light, on a wide screen in dark with everything unfolded.
 */
export async function axe(page, open, { visit }) {
  await open({ width: 360, height: 740 });
  const light = await run(page, "light");
  await open({ features: { "prefers-color-scheme": "dark" } });
  await page.$$eval("details", (all) => all.forEach((each) => (each.open = true)));
  const dark = await run(page, "dark");
  const rules = {};
  const order = ["passes", "incomplete", "violations"];
  for (const { id, criteria, outcome } of [...light.rules, ...dark.rules]) {
    // The worst of the two counts.
    const place = Math.max(order.indexOf(rules[id]?.outcome), order.indexOf(outcome));
    rules[id] = { criteria, outcome: order[place] };
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
        // The tag wcag1412 is the criterion 1.4.12.
        rules: ["passes", "incomplete", "violations"].flatMap((outcome) =>
          found[outcome].map(({ id, tags }) => ({
            id,
            criteria: tags.flatMap((tag) => tag.match(/^wcag(\d)(\d)(\d+)$/)?.slice(1).join(".") ?? []),
            outcome,
          })),
        ),
      };
    },
    name,
    only,
    LEFT_OUT,
  );
}
