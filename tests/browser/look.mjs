// Opens pages in headless Chromium as a reader would, at two widths, light and dark, and fails on what a reader would stumble over:
// an error on the console, a request to anywhere but the page's own server, a serious fault of accessibility, text wider than the page.
//
//   node look.mjs FOLDER SHOTS PAGE...      pages are paths below FOLDER; PAGE may end in "=NAME" to keep screenshots as NAME-….png
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const [folder, shots, ...pages] = process.argv.slice(2);
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const WIDTHS = { desktop: 1100, phone: 390 };
mkdirSync(shots, { recursive: true });

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
  if (path === "/favicon.ico") return response.writeHead(204).end(); // browsers ask for it on their own
  try {
    const body = await readFile(join(folder, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const home = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

let faults = 0;
const fault = (...words) => { faults += 1; console.log("FAULT", ...words); };
for (const entry of pages) {
  if (entry.startsWith("find:")) {
    const [, words, wanted] = entry.split(":");
    const page = await browser.newPage();
    await page.goto(`${home}/search.html?q=${encodeURIComponent(words)}`);
    await page.waitForSelector("#search-results li a", { timeout: 20000 }).catch(() => {});
    await page.waitForFunction(() => document.querySelector("#search-results p")?.textContent.match(/\d/), null, { timeout: 20000 }).catch(() => {});
    const found = await page.$$eval("#search-results li a", (links) => links.map((link) => link.getAttribute("href")));
    if (found.some((href) => href.split(/[?#]/)[0] === wanted)) console.log("found", wanted, "by", words, "among", found.length);
    else fault("the search for", words, "finds", found.length, "pages but not", wanted, found.slice(0, 5).join(" "));
    await page.close();
    continue;
  }
  const [path, name] = entry.includes("?") ? [entry] : entry.split("=");
  for (const [device, width] of Object.entries(WIDTHS)) {
    for (const colorScheme of ["light", "dark"]) {
      if (path.includes("#") && colorScheme === "dark") continue; // a page that is looked at anyway, drawn further down
      // A page that is not pictured is one of many alike: two of the four ways are enough.
      if (!name && (device === "desktop") !== (colorScheme === "light")) continue;
      const where = `${path} (${device}, ${colorScheme})`;
      // The page's own policy forbids scripts; the checker is one and must be let in.
      const context = await browser.newContext({ viewport: { width, height: 720 }, colorScheme, bypassCSP: true });
      const page = await context.newPage();
      page.setDefaultTimeout(60000);
      page.on("console", (said) => { if (["error", "warning"].includes(said.type())) fault(where, said.text()); });
      page.on("pageerror", (error) => fault(where, String(error)));
      page.on("request", (asked) => { if (!asked.url().startsWith(home) && !asked.url().startsWith("data:")) fault(where, "asks for", asked.url()); });
      page.on("response", (answer) => { if (answer.status() >= 400) fault(where, answer.status(), answer.url()); });
      await page.goto(`${home}/${path}`, { waitUntil: "networkidle" });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 1) fault(where, "is wider than the window by", wide);
      if (name && colorScheme === "light") {
        await page.screenshot({ path: join(shots, `${name}-${device}.png`), timeout: 60000 });
      }
      if (process.env.FULL) await page.screenshot({ path: join(shots, `${name}-${device}-${colorScheme}-full.png`), fullPage: true });
      await page.evaluate(axe);
      const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
      for (const each of found.violations.filter((one) => ["serious", "critical"].includes(one.impact))) {
        fault(where, each.id, each.help, each.nodes.slice(0, 3).map((node) => node.target.join(" ") + " " + (node.any[0]?.message ?? "")).join(" | "));
      }
      console.log("looked at", where, `${found.passes.length} checks passed`, `${found.violations.length} violations of any kind`);
      await context.close();
    }
  }
}
await browser.close();
server.close();
console.log(faults ? `${faults} faults` : "no fault");
process.exit(faults ? 1 : 0);
