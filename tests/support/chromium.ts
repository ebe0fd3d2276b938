import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Switches for a root shell and a closed network: the browser asks nobody anything. */
export const CHROMIUM_FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function found(): string | null {
  const places = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", chromium.executablePath()];
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Debian's browser, where we may install it. */
function fromDebian(): string | null {
  if (process.getuid?.() !== 0) return null;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 300_000 });
  const install = ["install", "-y", "-qq", "--no-install-recommends", "chromium"];
  spawnSync("apt-get", install, { stdio: "ignore", timeout: 600_000 });
  return found();
}

/** Playwright's own, where its download can be reached. */
function fromPlaywright(): string | null {
  const command = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  spawnSync(process.execPath, command, { stdio: "ignore", timeout: 300_000 });
  return found();
}

/** A real Chromium: one that is here, else Debian's when root, else Playwright's own; else what to do. */
export function chromiumPath(): string {
  const path = found() ?? fromDebian() ?? fromPlaywright();
  if (path) return path;
  throw new Error(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to one.",
  );
}
