/** What other checks compare or rest on: the page's language, the links that stand on every page, and what can sound; no script fails. */
export async function structure(page, open, { visit }) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`a script failed: ${String(error).split("\n")[0]}`));
  await open();
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    repeated: [...document.querySelectorAll(".site-header a, .site-footer a, .site-footer-links a")]
      .filter((link) => !link.closest(".languages") && !link.matches(".furigana-switch"))
      .map((link) => link.pathname || link.href),
    sounding: document.querySelectorAll("audio, video, object, embed, iframe").length,
    inlined: document.querySelectorAll("[style], [onclick], style, script:not([src], [type='application/ld+json'])").length,
  }));
  if (visit.language && found.lang !== visit.language) problems.push(`lang is “${found.lang}”, not “${visit.language}”`);
  if (!found.title.trim()) problems.push("the page has no title");
  if (found.inlined) problems.push(`${found.inlined} scripts or styles stand in the page itself`);
  return { problems, ...found };
}
