import { createRequire } from "node:module";

const require = createRequire(new URL("../tools/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");

/** The browser with a profile in `folder` and nothing that speaks to others: "chromium" or "firefox". */
export function launch(folder, name = "chromium") {
  return name === "firefox" ? launchFirefox(folder) : launchChromium(folder);
}

/** What only the DevTools protocol can do — colours, letters, less motion as a reader sets them — is asked of Chromium alone. */
export function isChromium(page) {
  return page.browser().protocol === "cdp";
}

/** FIREFOX=path for another than Debian's. */
function launchFirefox(folder) {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    userDataDir: folder,
    protocolTimeout: 600_000,
    extraPrefsFirefox: { "network.proxy.type": 0, "app.update.enabled": false, "toolkit.telemetry.enabled": false },
  });
}

/** CHROMIUM=path for another than Debian's. */
function launchChromium(folder) {
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
