import fc from "fast-check";
import { asker, type Reply, wrongWith } from "./ask";
import { type Shot, shotAt, type Target } from "./requests";

export type Salvo = {
  readonly targets: readonly Target[];
  /** The same seed is the same requests. */
  readonly seed: number;
  readonly shots: number;
  /** How many requests are on their way at once. */
  readonly lanes: number;
};

export type Hits = {
  /** How many replies had each status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** What was wrong, with the request that shows it. */
  readonly problems: readonly string[];
};

/** So many requests are made up at a time: some are long. */
const AT_ONCE = 1000;

const told = ({ method, path, headers, body }: Shot) =>
  `${method} ${path} ${JSON.stringify(headers)} ${body?.subarray(0, 300).toString() ?? ""}`;

type Ask = ReturnType<typeof asker>["ask"];

/** Asks one thing after the other, and hands on what was asked and what came. */
async function lane(waiting: Shot[], ask: Ask, heard: (shot: Shot, reply: Reply | Error) => void) {
  for (let shot = waiting.pop(); shot !== undefined; shot = waiting.pop()) {
    heard(shot, await ask(shot).catch((cause: Error) => cause));
  }
}

/** Sends made-up requests, and says of every reply that is not as it should be what was asked. */
export async function fire(origin: string, { targets, seed, shots, lanes }: Salvo): Promise<Hits> {
  const any = fc.oneof(
    ...targets.map((target) => ({ weight: target.weight ?? 1, arbitrary: shotAt(target) })),
  );
  const { ask, stop } = asker(origin, lanes);
  const statuses: Record<number, number> = {};
  const problems: string[] = [];
  const heard = (shot: Shot, reply: Reply | Error) => {
    const failed = reply instanceof Error;
    const status = failed ? 0 : reply.status;
    statuses[status] = (statuses[status] ?? 0) + 1;
    const wrong = failed ? reply.message : wrongWith(shot, reply);
    if (wrong !== null) problems.push(`${wrong}: ${told(shot)}`);
  };
  for (let done = 0; done < shots; done += AT_ONCE) {
    const numRuns = Math.min(AT_ONCE, shots - done);
    const waiting = fc.sample(any, { seed: seed + done, numRuns });
    await Promise.all(Array.from({ length: lanes }, () => lane(waiting, ask, heard)));
  }
  stop();
  return { statuses, problems };
}
