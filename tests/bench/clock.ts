/** Milliseconds that something took, and what it gave. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

/** How often a second something can be done, one after the other, for a good while; warmed up first. */
export function perSecond(work: () => unknown, forMs: number): number {
  for (let i = 0; i < 20; i += 1) work();
  const began = performance.now();
  let times = 0;
  while (performance.now() - began < forMs) {
    work();
    times += 1;
  }
  return (times * 1000) / (performance.now() - began);
}

/** Milliseconds of this process's processor time that something takes, over so many times; whoever else is at work. */
export function worked(work: () => unknown, times: number): number {
  for (let i = 0; i < 20; i += 1) work();
  const began = process.cpuUsage();
  for (let i = 0; i < times; i += 1) work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / times;
}

/** Every item once, so many at a time; the milliseconds each took, in no order, and how many a second. */
export async function atOnce<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<{ readonly perSecond: number; readonly each: readonly number[] }> {
  const queue = items.values();
  const each: number[] = [];
  const lane = async () => {
    for (const item of queue) each.push((await timed(() => work(item))).ms);
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: width }, lane)));
  return { perSecond: (items.length * 1000) / ms, each };
}

export function median(runs: readonly number[]): number {
  const sorted = [...runs].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The value that so great a part of all is not above. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
