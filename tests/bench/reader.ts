import { DEMO_PASSWORD } from "@/lib/auth/demo-accounts";
import { clientOf } from "./calls";
import { atOnce, quantile, timed } from "./clock";
import type { Figure } from "./figures";

/** Somebody who is signed in, by the same form as a browser, and reads pages. */
type PageReader = { readonly get: (path: string) => Promise<string> };

/** Signs a demo account in and keeps its cookies. */
export async function signIn(origin: string, email: string): Promise<PageReader> {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...init.headers, cookie, origin };
    const reply = await fetch(`${origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of reply.headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      cookies.set(name, value);
    }
    return reply;
  };
  const body = new URLSearchParams({ email, password: DEMO_PASSWORD });
  await ask("/sign-in/demo", { method: "POST", body });
  const get = async (path: string) => {
    const reply = await ask(path);
    const page = await reply.text();
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`);
    return page;
  };
  return { get };
}

/**
 * How long a page takes, one reader after another and ten at a time; its first reading apart.
 *
 * @param worked milliseconds of processor time that the server has had: what a page costs, whoever else is at work
 */
export async function readingTimes(
  reader: PageReader,
  page: { readonly name: string; readonly path: string },
  times: number,
  worked: () => number,
): Promise<readonly Figure[]> {
  const { name, path } = page;
  const began = worked();
  const first = await atOnce([path], 1, async (one) => void (await reader.get(one)));
  const all = Array.from({ length: times }, () => path);
  const read = worked();
  const alone = await atOnce(all, 1, async (one) => void (await reader.get(one)));
  const each = (worked() - read) / times;
  const together = await atOnce(all, 10, async (one) => void (await reader.get(one)));
  const bytes = (await reader.get(path)).length / 1000;
  const both = (each: readonly number[]) => [quantile(each, 0.5), quantile(each, 0.95)];
  return [
    { name: `${name}, first`, unit: "ms", runs: first.each },
    {
      name: "… of processor time, the first and each after it",
      unit: "ms",
      runs: [read - began, each],
    },
    { name: "… one after another, p50 and p95", unit: "ms", runs: both(alone.each) },
    { name: "… ten at a time, p50 and p95", unit: "ms", runs: both(together.each) },
    { name: "… its HTML", unit: "kB", runs: [bytes] },
  ];
}

const CROWD = 200;

/** How long somebody reads before they turn to the next page, ms. */
const READS_MS = [2_000, 8_000] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** People who each read some seconds between two pages, for half a minute; what each call took. */
export async function reading(ask: () => Promise<void>, crowd = CROWD): Promise<readonly number[]> {
  const each: number[] = [];
  const until = performance.now() + 30_000;
  const [least, most] = READS_MS;
  const reader = async (_: unknown, n: number) => {
    // They did not all come at the same moment.
    await pause((n * most) / crowd);
    while (performance.now() < until) {
      each.push((await timed(ask)).ms);
      await pause(least + Math.random() * (most - least));
    }
  };
  await Promise.all(Array.from({ length: crowd }, reader));
  return each;
}

/** A public page while two hundred people read it: each some seconds, and then each asking on without a pause. */
export async function crowdAt(
  origin: string,
  path: string,
  times: number,
): Promise<readonly Figure[]> {
  const client = clientOf(origin, CROWD, { "Accept-Encoding": "gzip, br" });
  const ask = async () => {
    const status = await client.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  const calm = await reading(ask);
  const rush = await atOnce(Array.from({ length: times }), CROWD, ask);
  client.close();
  const both = (each: readonly number[]) => [quantile(each, 0.5), quantile(each, 0.95)];
  return [
    { name: `… ${path}, ${CROWD} readers, p50 and p95`, unit: "ms", runs: both(calm) },
    { name: "… asking without a pause, p50 and p95", unit: "ms", runs: both(rush.each) },
    { name: "… of them a second", unit: "requests/s", runs: [rush.perSecond] },
  ];
}
