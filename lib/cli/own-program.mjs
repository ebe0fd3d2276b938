// Threads and processes beside the server are started with plain Node; this gives them the program that the one that
// started them runs: its translation, or in a test the TypeScript itself.
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Runs one of our own sources, named from the folder of the installation. */
export async function runOwn(source) {
  const program = process.env.SORTI_PROGRAM;
  if (program) {
    await import(pathToFileURL(path.join(program, source.replace(/[.]tsx?$/, ".js"))).href);
    return;
  }
  const { register } = await import("tsx/esm/api");
  register();
  await import(new URL(`../../${source}`, import.meta.url).href);
}
