import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Chromium for the tests: the one named, Playwright's own, one that is installed, or the one inside an npm package. */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}.`);
  const found = [named, chromium.executablePath(), ...installed].find(
    (file) => file && existsSync(file),
  );
  return found ?? packaged();
}

export const browserFlags = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Unpacked once into a folder of our own, with the libraries and the one font that a bare machine lacks. */
async function packaged() {
  const folder = path.join(os.tmpdir(), `jiefang-chromium-${process.getuid?.()}`);
  mkdirSync(folder, { recursive: true });
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  process.env.FONTCONFIG_FILE = path.join(folder, "ours.conf");
  writeFileSync(process.env.FONTCONFIG_FILE, fontsIn(folder));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packagedChromium } = await import("@sparticuz/chromium");
    return await packagedChromium.executablePath();
  } catch (cause) {
    throw new Error("No browser for the tests: install Chromium, or name one in CHROMIUM_PATH.", {
      cause,
    });
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}

/** The package's own list of fonts knows only its usual home; without any font a text field ends the browser. */
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
