import { readFileSync } from "node:fs";

/** Memory that a process has now and had at most, MB; where the system tells. */
export function memoryOf(pid: number): readonly number[] {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kB = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return [kB("VmRSS") / 1024, kB("VmHWM") / 1024];
}

/** Processor time that a process has had, ms; the system counts hundredths of a second. */
export function workedBy(pid: number): number {
  const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return 10 * (Number(after[11]) + Number(after[12]));
}
