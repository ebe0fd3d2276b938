import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const COMMAND = "pdfinfo";

const isHere = () => spawnSync(COMMAND, ["-v"], { stdio: "ignore" }).error === undefined;

/** Debian's, where we may install it. */
function fromDebian(): boolean {
  if (process.getuid?.() !== 0) return false;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", timeout: 300_000 });
  const install = ["install", "-y", "-qq", "--no-install-recommends", "poppler-utils"];
  spawnSync("apt-get", install, { stdio: "ignore", timeout: 600_000 });
  return isHere();
}

/** What Poppler's `pdfinfo` tells of a document and of its structure: a reader that none of ours has written. */
export function pdfInfo(pdf: Uint8Array) {
  if (!isHere() && !fromDebian()) {
    throw new Error(
      "The tests of the report on paper need pdfinfo. Install it (Debian: apt-get install poppler-utils).",
    );
  }
  const folder = mkdtempSync(path.join(tmpdir(), "sorti-paper-"));
  try {
    const file = path.join(folder, "report.pdf");
    writeFileSync(file, pdf);
    const ask = (...options: readonly string[]) =>
      spawnSync(COMMAND, [...options, file], { encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
    const [about, structure] = [ask(), ask("-struct")];
    return {
      about: about.stdout,
      structure: structure.stdout,
      errors: `${about.stderr}${structure.stderr}`.match(/^Syntax Error.*$/gm) ?? [],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
