import path from "node:path";
import { Worker } from "node:worker_threads";
import type { WorkbookText } from "@/lib/imports/workbook";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "lib/threads/workbook.mjs");

const LONGEST_MS = 60_000;
const MOST_MEGABYTES = 512;

const TOO_LARGE: WorkbookText = { ok: false, code: "workbook-too-large" };

/**
 * Reads a workbook in a thread of its own, with a bound on memory and time: whatever a sheet claims to hold, the
 * worst that happens is that it is refused.
 */
export function readWorkbook(bytes: Uint8Array): Promise<WorkbookText> {
  return new Promise((resolve) => {
    const worker = new Worker(entry(), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const late = setTimeout(() => end(TOO_LARGE), LONGEST_MS);
    const end = (read: WorkbookText) => {
      clearTimeout(late);
      resolve(read);
      void worker.terminate();
    };
    worker.once("message", end);
    worker.once("error", (cause: NodeJS.ErrnoException) =>
      end(
        cause.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_LARGE : { ok: false, code: "bad-workbook" },
      ),
    );
  });
}
