import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A fresh directory for key files. */
export const emptyDirectory = () =>
  path.join(mkdtempSync(path.join(tmpdir(), "sorti-keys-")), "keys");
