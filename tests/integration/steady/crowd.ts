import { setTimeout as wait } from "node:timers/promises";
import type { Session } from "@/lib/answering/session";
import { mailedLink, Visitor } from "../../attack/support/visitor";
import { asOwner } from "../../support/databases";

/** People who answer and do not give up. */
export type Crowd = {
  /** The messages that got their 204. */
  readonly acknowledged: ReadonlySet<string>;
  /** How it ended, for each link: of the one phone, or of the two that raced with it. */
  readonly done: Promise<readonly string[]>;
};

type Wish = {
  /** The next person's link; none when nobody more comes. */
  readonly next: () => Promise<string | undefined>;
  /** How many at a time. */
  readonly width: number;
  /** Every so-manyth link is opened on two phones at once. */
  readonly racing?: number;
};

const PATIENCE_MS = 4 * 60_000;
const LINE_MS = 15_000;

/** Presses the page's own *Försök igen* until the page stands there; where it stands when patience ends. */
async function until(session: Session, at: Session["stage"]["at"]): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  while (session.stage.at !== at && session.stage.at !== "lost" && Date.now() < end) {
    await session.retry();
    await wait(300);
  }
  return session.stage.at;
}

async function answer(origin: string, link: string, got: (message: string) => void) {
  const phone = new Visitor(origin);
  phone.line = async (url, init, go) => {
    // The page's own line gives up too.
    const reply = await go(url, { ...init, signal: AbortSignal.timeout(LINE_MS) });
    if (url.endsWith("/responses") && reply.status === 204) {
      got(JSON.parse(String(init.body)).message);
    }
    return reply;
  };
  const session = await phone.open(link);
  const came = await until(session, "answering");
  if (came !== "answering") return `${came} ${JSON.stringify(session.stage)}`;
  session.answer("reason", "stress");
  await session.send();
  return until(session, "sent");
}

/** People at an address, until `next` has nobody more. */
export function crowd(origin: string, { next, width, racing = 0 }: Wish): Crowd {
  const acknowledged = new Set<string>();
  const outcomes: string[] = [];
  let came = 0;
  const one = async () => {
    for (let link = await next(); link !== undefined; link = await next()) {
      came += 1;
      const phones = racing > 0 && came % racing === 0 ? [link, link] : [link];
      const ends = phones.map((each) => answer(origin, each, (got) => void acknowledged.add(got)));
      outcomes.push((await Promise.all(ends)).toSorted().join(" and "));
    }
  };
  const all = Promise.all(Array.from({ length: width }, one));
  return { acknowledged, done: all.then(() => outcomes) };
}

/** So many people, each with a link of their own, mailed before any of them comes. */
export async function people(n: number): Promise<Wish["next"]> {
  const links = await Promise.all(Array.from({ length: n }, mailedLink));
  return async () => links.pop();
}

/** The messages in the inbox, as the page writes them. */
export async function received(): Promise<string[]> {
  const rows = await asOwner<{ message: Buffer }>(
    "collector",
    "SELECT message FROM collector.inbox",
  );
  return rows.map(({ message }) => message.toString("base64url"));
}
