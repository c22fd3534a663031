/** For those who asked for less motion, nothing moves by itself; for nobody does anything play or blink. */
export async function motion(page, open) {
  await open({ features: { "prefers-reduced-motion": "reduce" } });
  const moving = await page.evaluate(() => {
    const found = document.getAnimations().map((each) => `an animation runs on ${each.effect?.target?.localName}`);
    for (const element of document.querySelectorAll("*")) {
      const { transitionDuration, scrollBehavior } = getComputedStyle(element);
      if (transitionDuration.split(",").some((each) => parseFloat(each) > 0)) found.push(`${element.localName}.${element.className} has a transition`);
      if (scrollBehavior === "smooth") found.push(`${element.localName} scrolls smoothly`);
    }
    return found;
  });
  const still = await page.$$eval("video[autoplay], audio[autoplay], marquee, blink, meta[http-equiv=refresh i]", (all) =>
    all.map((each) => `${each.localName} moves or plays by itself`),
  );
  return { problems: [...new Set([...moving, ...still])] };
}
