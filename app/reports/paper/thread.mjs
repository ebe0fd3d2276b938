import { runOwn } from "../../../lib/cli/own-program.mjs";

await runOwn("app/reports/paper/thread.tsx");
