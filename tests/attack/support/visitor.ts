import { Session } from "@/lib/answering/session";
import type { Surroundings } from "@/lib/answering/surroundings";
import { toBase64Url } from "@/lib/sealing/base64url";
import { asOwner } from "../../support/databases";
import { newLink } from "../../support/respondent";
import { random } from "../../support/round";
import { signingKeys } from "./instance";

type Fetch = Surroundings["line"]["fetch"];

/** One phone: its storage, its clock, its line; each has an address of its own, as phones do. */
export class Visitor {
  stored: string | null = null;
  clock = () => Date.now();
  line: (url: string, init: RequestInit, go: Fetch) => Promise<Response> = (url, init, go) =>
    go(url, init);
  readonly #origin: string;
  readonly #address = `10.${random(3).join(".")}`;

  constructor(origin: string) {
    this.#origin = origin;
  }

  readonly fetch: Fetch = (url, init) => {
    const headers = {
      ...(init.headers as Record<string, string>),
      "X-Forwarded-For": this.#address,
    };
    return fetch(`${this.#origin}${url}`, { ...init, headers });
  };

  post(door: string, body: unknown): Promise<Response> {
    return this.fetch(`/api/survey/${door}`, { method: "POST", body: JSON.stringify(body) });
  }

  around(): Surroundings {
    return {
      line: { collector: "", issuer: "", fetch: (url, init) => this.line(url, init, this.fetch) },
      random,
      now: () => this.clock(),
      store: {
        read: () => this.stored,
        write: (text) => {
          this.stored = text;
        },
        clear: () => {
          this.stored = null;
        },
      },
      custodianKeys: signingKeys(),
    };
  }

  async open(link: string | null): Promise<Session> {
    const session = new Session(this.around(), link, () => undefined);
    await session.open();
    return session;
  }

  /** Opens, begins and answers one question; stands before *Skicka*. */
  async answered(link: string, words = "Tack"): Promise<Session> {
    const session = await this.open(link);
    await session.begin();
    session.answer("reason", "stress");
    session.answer("words", words);
    return session;
  }
}

/** A mailed link's token, good for every day of these tests. */
export async function mailedLink(): Promise<string> {
  return toBase64Url(await newLink({ from: "2026-01-01", to: "2099-12-31" }));
}

const countOf = async (side: "employer" | "collector", table: string) =>
  (await asOwner(side, `SELECT FROM ${table}`)).length;

/** What the two parties hold. */
export async function held() {
  return {
    issued: await countOf("employer", "issuer.redemptions"),
    received: await countOf("collector", "collector.inbox"),
  };
}
