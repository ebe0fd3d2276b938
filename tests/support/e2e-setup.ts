import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "@/lib/cli/installation";
import { startDemonstration } from "./demonstration";
import { startIdentityProvider } from "./identity-provider";

/** One demonstration for all browser tests, and a region's own sign-in; they read where it is from the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  // Not among what the demonstration keeps: there the tests look for what must not be written.
  const statements = path.join(mkdtempSync(path.join(tmpdir(), "sorti-statements-")), "pages");
  const counting = pathToFileURL(path.resolve("tests/support/count-statements.mjs"));
  const port = String(await freePort());
  const region = await startIdentityProvider(`http://localhost:${port}`);
  const demonstration = await startDemonstration({
    ...{ PORT: port, ...region.settings },
    SORTI_TEST_STATEMENTS: statements,
    NODE_OPTIONS: `${process.env["NODE_OPTIONS"] ?? ""} --import ${counting}`,
  });
  process.env["SORTI_E2E_ORIGIN"] = demonstration.origin;
  process.env["SORTI_E2E_DIRECTORY"] = demonstration.directory;
  process.env["SORTI_E2E_STATEMENTS"] = statements;
  return async () => {
    await demonstration.stop();
    await region.stop();
  };
}
