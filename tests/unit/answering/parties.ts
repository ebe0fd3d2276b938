import { createHash, createPrivateKey } from "node:crypto";
import type { Surroundings } from "@/lib/answering/surroundings";
import { signBlinded } from "@/lib/credential/issuer";
import { readPrepared } from "@/lib/credential/message";
import { coversAnswer, verifyCredential } from "@/lib/credential/verify";
import type { Manifest } from "@/lib/rounds/manifest";
import { fromBase64Url, toBase64Url } from "@/lib/sealing/base64url";
import { canonicalJson } from "@/lib/sealing/canonical";
import { unpad } from "@/lib/sealing/envelope";
import { openEnvelope } from "@/lib/sealing/open";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { custodians, issuerPem, manifest, signed, signerKeys } from "../rounds/fixtures";
import { tiny } from "../survey/tiny";

const issuerKey = createPrivateKey(issuerPem);
const sha256 = (text: string) => createHash("sha256").update(text).digest();

type Body = Readonly<Record<string, string>>;
type Sent = { readonly path: string; readonly body: Body; readonly init: RequestInit };

/** A round as both custodians signed it. */
function roundOf(change: Partial<Manifest>, asked: Questionnaire) {
  const questionnaire = canonicalJson(asked);
  const hash = sha256(questionnaire).toString("hex");
  const text = canonicalJson({ ...manifest, questionnaireHash: hash, ...change });
  return { text, questionnaire, quarter: change.quarter ?? manifest.quarter };
}

/**
 * The issuer and the collector in memory, by the written contract and with the real keys, signatures and
 * envelopes. `cut` says which calls get lost, and on which way.
 */
export class Parties {
  readonly sent: Sent[] = [];
  readonly redeemed = new Map<string, string>();
  readonly inbox = new Map<string, Body>();
  cut: Record<string, "before" | "after" | number> = {};
  /** Between two rounds: the calls that say so, and the day they name. */
  pause: { readonly calls: readonly string[]; readonly from?: string } | null = null;
  link: unknown = {
    state: "open",
    quarter: "2026-Q3",
    unit: "VC01",
    series: "leaver",
    language: "en",
    until: "2026-09-20",
  };
  #round = roundOf({}, tiny);

  changeRound(change: Partial<Manifest>, asked: Questionnaire = tiny): void {
    this.#round = roundOf(change, asked);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const path = url.replace("/api/survey/", "");
    const body = JSON.parse(String(init.body ?? "{}")) as Body;
    const cut = this.cut[path];
    if (cut === "before") throw new TypeError("no network");
    this.sent.push({ path, body, init });
    if (this.pause?.calls.includes(path)) {
      const { from } = this.pause;
      return new Response(JSON.stringify({ error: "no-round", from }), { status: 503 });
    }
    if (typeof cut === "number") return new Response(null, { status: cut });
    const [status, reply] = this.#reply(path, body);
    if (cut === "after") throw new TypeError("connection lost");
    return new Response(status === 204 ? null : JSON.stringify(reply), { status });
  };

  #reply(path: string, body: Body): [number, unknown] {
    if (path === "manifest") return [200, signed(this.#round.text, this.#round.questionnaire)];
    if (path === "invitation") return this.link === null ? [404, {}] : [200, this.link];
    return path === "credential" ? this.#credential(body) : this.#response(body);
  }

  #credential({ token = "", quarter = "", blinded = "" }: Body): [number, unknown] {
    const before = this.redeemed.get(token);
    if (before !== undefined && before !== blinded) return [409, { error: "already-used" }];
    if (before === undefined && quarter !== this.#round.quarter) {
      return [409, { error: "round-changed" }];
    }
    this.redeemed.set(token, blinded);
    const signature = signBlinded(issuerKey, fromBase64Url(blinded));
    return [200, { blindSignature: toBase64Url(signature) }];
  }

  #response(body: Body): [number, unknown] {
    const { message = "", signature = "", sealed = "", withdrawalHash = "" } = body;
    const prepared = fromBase64Url(message);
    const ours = verifyCredential(manifest.issuerKey, prepared, fromBase64Url(signature));
    if (!ours) return [403, {}];
    const said = readPrepared(prepared);
    const hash = said?.manifestHash ?? new Uint8Array();
    const answer = {
      sealed: fromBase64Url(sealed),
      withdrawalHash: fromBase64Url(withdrawalHash),
    };
    if (!said || !coversAnswer(said.digest, answer)) return [403, {}];
    if (sha256(this.#round.text).compare(hash) !== 0) return [409, { error: "round-changed" }];
    if (!this.inbox.has(message)) this.inbox.set(message, body);
    return [204, null];
  }

  /** What both custodians together would read. */
  opened(): readonly unknown[] {
    const aad = sha256(this.#round.text);
    return [...this.inbox.values()].map(({ sealed = "" }) => {
      const inner = openEnvelope(custodians[1], fromBase64Url(sealed), aad);
      const plain = unpad(openEnvelope(custodians[0], inner, aad));
      return plain && JSON.parse(new TextDecoder().decode(plain));
    });
  }
}

/** A browser's storage, clock and dice. */
export class Device {
  stored: string | null = null;
  time = 1_790_000_000_000;

  around(parties: Parties): Surroundings {
    return {
      line: { fetch: parties.fetch, collector: "", issuer: "" },
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      now: () => this.time,
      store: {
        read: () => this.stored,
        write: (text) => {
          this.stored = text;
        },
        clear: () => {
          this.stored = null;
        },
      },
      custodianKeys: signerKeys,
    };
  }
}
