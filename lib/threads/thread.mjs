import { runOwn } from "../cli/own-program.mjs";

await runOwn("lib/threads/thread.ts");
