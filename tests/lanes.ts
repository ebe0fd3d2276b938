/** A piece of work with a name, and the names of those that must have ended before it begins. */
export type Work<T> = {
  readonly name: string;
  readonly after?: readonly string[];
  readonly run: () => Promise<T>;
};

/**
 * Does all the work, so many at a time: whoever is free takes the first that may begin. A name in `after` that is
 * not among the work is waited for by nobody. The results come in the order in which the work was given.
 */
export async function inLanes<T>(lanes: number, work: readonly Work<T>[]): Promise<T[]> {
  const waiting = new Set(work);
  const running = new Map<Work<T>, Promise<unknown>>();
  const results = new Map<Work<T>, T>();
  const ended = (name: string) => ![...waiting, ...running.keys()].some((one) => one.name === name);
  const begin = (one: Work<T>) => {
    waiting.delete(one);
    const done = one.run().then((result) => results.set(one, result));
    running.set(
      one,
      done.finally(() => running.delete(one)),
    );
  };
  while (waiting.size + running.size > 0) {
    const next = [...waiting].find(({ after = [] }) => after.every(ended));
    if (next && running.size < lanes) begin(next);
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error("What is left waits for itself.");
  }
  return work.flatMap((one) => {
    const result = results.get(one);
    return result === undefined ? [] : [result];
  });
}
