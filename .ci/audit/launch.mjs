import { createRequire } from "node:module";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");

/** Debian's Chromium (CHROMIUM=path for another), with a profile in `folder` and nothing that speaks to others. */
export function launch(folder) {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    userDataDir: folder,
    protocolTimeout: 600_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
