import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startDemonstrationClock } from "@/lib/cli/demonstration-clock";
import { isDemo } from "@/lib/env";
import type { Day } from "@/lib/quarters/quarter";

const marker = (directory: string) => path.join(directory, "seeded");

/** In the demonstration the 72 hours between the two steps of closing are seconds. */
export const DEMO_GRACE_SECONDS = "10";

/** Whether the demonstration in this directory was filled to the end. */
export function isSeeded(directory: string): boolean {
  return existsSync(marker(directory));
}

/** The day on which it was. */
export function seededOn(directory: string): Day {
  return readFileSync(marker(directory), "utf8").trim();
}

/** Notes that it was, and on which day. */
export function noteSeeded(directory: string, today: string): void {
  writeFileSync(marker(directory), `${today}\n`);
}

/** A command beside a demonstration follows its rules and its clock, unless the environment says otherwise. */
export function followDemonstration(directory: string): void {
  if (!isSeeded(directory)) return;
  process.env["SORTI_MODE"] ??= "demo";
  process.env["SORTI_GRACE_SECONDS"] ??= DEMO_GRACE_SECONDS;
  if (isDemo()) startDemonstrationClock(directory);
}
