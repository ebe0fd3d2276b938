import type { Family, Sample } from "./exposition";

/** Upper bounds of the durations that are counted together, s. */
const BOUNDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export type Answered = {
  /** As the folders of the app are called, never as it was asked. */
  readonly route: string;
  readonly method: string;
  /** 200 to 599. */
  readonly status: number;
  readonly seconds: number;
};

type Durations = { readonly within: number[]; sum: number; count: number };

const METHODS: readonly string[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** How many requests of each route were answered, with which class of status, and how long it took. */
export class RequestCounts {
  readonly #answers = new Map<string, { readonly sample: Sample; n: number }>();
  readonly #durations = new Map<string, Durations>();

  add({ route, method, status, seconds }: Answered): void {
    // A caller may write any word there.
    const known = METHODS.includes(method) ? method : "other";
    const labels = { route, method: known, status: `${Math.floor(status / 100)}xx` };
    const key = JSON.stringify(labels);
    const answers = this.#answers.get(key) ?? { sample: { labels, value: 0 }, n: 0 };
    answers.n += 1;
    this.#answers.set(key, answers);
    const took = this.#durations.get(route) ?? { within: BOUNDS.map(() => 0), sum: 0, count: 0 };
    for (const [place, bound] of BOUNDS.entries()) {
      if (seconds <= bound) took.within[place] = (took.within[place] ?? 0) + 1;
    }
    took.sum += seconds;
    took.count += 1;
    this.#durations.set(route, took);
  }

  families(): readonly Family[] {
    const answers = [...this.#answers.values()].map(({ sample, n }) => ({ ...sample, value: n }));
    const durations = [...this.#durations].flatMap(([route, { within, sum, count }]) => [
      ...BOUNDS.map((bound, place): Sample => {
        const labels = { route, le: String(bound) };
        return { of: "bucket", labels, value: within[place] ?? 0 };
      }),
      { of: "bucket", labels: { route, le: "+Inf" }, value: count } as const,
      { of: "sum", labels: { route }, value: sum } as const,
      { of: "count", labels: { route }, value: count } as const,
    ]);
    return [
      {
        name: "sorti_http_requests_total",
        help: "Requests answered since the start, by route; none of the pages that a leaver opens.",
        type: "counter",
        samples: answers,
      },
      {
        name: "sorti_http_request_duration_seconds",
        help: "How long answering took, by route.",
        type: "histogram",
        samples: durations,
      },
    ];
  }
}
