import { startDemonstration } from "./demonstration";

/** One demonstration for all browser tests; they read where it is from the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const demonstration = await startDemonstration();
  process.env["SORTI_E2E_ORIGIN"] = demonstration.origin;
  process.env["SORTI_E2E_DIRECTORY"] = demonstration.directory;
  return demonstration.stop;
}
