import { parentPort, workerData } from "node:worker_threads";
import { workbookText } from "@/lib/imports/workbook";

/** What `read-workbook.ts` starts: reads one workbook and ends. */
parentPort?.postMessage(await workbookText(workerData as Uint8Array));
