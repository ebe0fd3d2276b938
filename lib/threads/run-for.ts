import { availableParallelism } from "node:os";
import { inThisThread, type Run } from "@/lib/mixing/steps";
import { inThreads } from "./threads";

/** A thread takes half a second to start: as long as this many answers take in the thread that is there. */
const WORTH_THREADS = 2000;

/** Where so many answers are best taken through a step. */
export const runFor = (answers: number): Run =>
  answers < WORTH_THREADS ? inThisThread : inThreads(availableParallelism());
