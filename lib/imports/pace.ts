/** Told how much of a work is done, 0 to 1; what it gives back is waited for, so that others have their turn. */
export type Pace = (share: number) => void | Promise<void>;

/** Nobody watches. */
export const unwatched: Pace = () => undefined;

/** The pace of a part of a work that goes from one share of the whole to another. */
export function partOf(pace: Pace, from: number, to: number): Pace {
  return (share) => pace(from + share * (to - from));
}

/** Work that says how far it is, step by step, and has a result at the end. */
export type Steps<T> = Generator<number, T>;

/** Carries out a work, and waits at each step as long as its watcher wants. */
export async function paced<T>(steps: Steps<T>, pace: Pace): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pace(step.value);
  }
}

/** Carries out a work in one go. */
export function straight<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
