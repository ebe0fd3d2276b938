import path from "node:path";
import { Worker } from "node:worker_threads";
import type { PaperJob } from "@/app/reports/paper/thread";

/** Found from the folder of the installation: bundled code has no folder of its own, and takes none along. */
const entry = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "app/reports/paper/thread.mjs");

const LONGEST_MS = 60_000;
const MOST_KEPT = 24;

type Paper = Promise<Uint8Array<ArrayBuffer>>;

// Next evaluates a module once per bundle; what is set must be there once per process.
const known = globalThis as typeof globalThis & { sortiPapers?: Map<string, Paper> };

function typeset(job: PaperJob): Paper {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry(), { workerData: job });
    const late = setTimeout(() => fail(new Error("A report took too long to set.")), LONGEST_MS);
    const fail = (cause: unknown) => {
      clearTimeout(late);
      reject(cause);
      void worker.terminate();
    };
    worker.once("message", (pdf: Uint8Array<ArrayBuffer>) => {
      clearTimeout(late);
      resolve(pdf);
    });
    worker.once("error", fail);
    worker.once("exit", () => fail(new Error("A thread that sets a report ended.")));
  });
}

/**
 * A report as PDF/UA in one language, set in a thread of its own so that nobody who reads a page waits for it.
 * A version is frozen, so it is set once and kept; whoever asks meanwhile gets the same. A failure is not kept.
 */
export function paperOf(job: PaperJob): Paper {
  known.sortiPapers ??= new Map();
  const papers = known.sortiPapers;
  const { report, locale } = job;
  const key = [report.hash, report.version, report.note ?? "", locale].join(" ");
  const kept = papers.get(key);
  if (kept !== undefined) return kept;
  const paper = typeset(job);
  papers.set(key, paper);
  paper.catch(() => papers.delete(key));
  const [oldest] = papers.keys();
  if (papers.size > MOST_KEPT && oldest !== undefined) papers.delete(oldest);
  return paper;
}
