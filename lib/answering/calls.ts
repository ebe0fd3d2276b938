import type { Series } from "@/lib/disclosure/release";
import { normaliseLetterCode } from "@/lib/sealing/letter-code";
import { normaliseReceipt } from "@/lib/sealing/receipt";
import type { Lost, Trouble, TurnedAway } from "./stage";

/** How the page reaches the two parties. The fetch handed in must reject when no answer comes. */
export type Line = {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Origins, or "" for the page's own. The manifest and the answers are the collector's. */
  readonly collector: string;
  readonly issuer: string;
};

export type Open = {
  readonly state: "open";
  readonly quarter: string;
  readonly unit: string;
  readonly series: Series;
  readonly language: string;
  readonly until: string;
};

export type Away = { readonly state: "turned-away"; readonly reply: TurnedAway };
type Failed = { readonly state: "trouble"; readonly trouble: Trouble };
type Gone = { readonly state: "lost"; readonly why: Lost };

const CLOSED = { why: "closed" } as const;

/** No cookie, no referrer, nothing kept: the same bytes whoever asks. */
const QUIET = {
  credentials: "omit",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  redirect: "error",
} as const;

type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

async function bodyOf(response: Response): Promise<Reply["body"]> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null ? (body as Reply["body"]) : {};
}

async function ask(line: Pick<Line, "fetch">, url: string, body: unknown): Promise<Reply | null> {
  const method = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const headers = body === undefined ? {} : { headers: { "Content-Type": "application/json" } };
  try {
    const response = await line.fetch(url, { ...QUIET, ...method, ...headers });
    return { status: response.status, body: await bodyOf(response) };
  } catch {
    return null;
  }
}

function failure(reply: Reply | null): Failed {
  if (reply === null) return { state: "trouble", trouble: "offline" };
  return { state: "trouble", trouble: reply.status === 429 ? "slow-down" : "server" };
}

/** No round is open, which both parties say in the same words; else what failed. */
function pause(reply: Reply | null): Away | Failed {
  const { error, from } = reply?.body ?? {};
  if (error !== "no-round") return failure(reply);
  return { state: "turned-away", reply: from ? { why: "paused", from: String(from) } : CLOSED };
}

/** `GET manifest`: the signed text as served, unchecked. */
export async function fetchManifest(
  line: Line,
): Promise<{ readonly state: "found"; readonly signed: unknown } | Away | Failed> {
  const reply = await ask(line, `${line.collector}/api/survey/manifest`, undefined);
  return reply?.status === 200 ? { state: "found", signed: reply.body } : pause(reply);
}

/** A letter's code goes by a name of its own; whatever else the address held is taken for a mailed link's token. */
const shown = (link: string) => (normaliseLetterCode(link) ? { code: link } : { token: link });

/** `POST invitation`: the same reply for an open and a used link; it writes nothing. */
export async function askInvitation(line: Line, link: string): Promise<Open | Away | Failed> {
  const reply = await ask(line, `${line.issuer}/api/survey/invitation`, shown(link));
  // A link cut short by a mail program does not even read as one: 400.
  if (reply?.status === 404 || reply?.status === 400) {
    return { state: "turned-away", reply: { why: "unknown-link" } };
  }
  if (reply?.status !== 200) return pause(reply);
  const { state, from } = reply.body;
  if (state === "open") return reply.body as Open;
  if (state === "expired") return { state: "turned-away", reply: { why: "expired" } };
  return state === "not-yet"
    ? { state: "turned-away", reply: { why: "not-yet", from: String(from) } }
    : failure(reply);
}

export type CredentialRequest = {
  /** The mailed link's token or the letter's code. */
  readonly token: string;
  readonly quarter: string;
  readonly blinded: string;
};

/** `POST credential`: repeating the same blinded value gives the same signature. */
export async function askCredential(
  line: Line,
  { token, ...rest }: CredentialRequest,
): Promise<
  | { readonly state: "signed"; readonly blindSignature: string }
  | { readonly state: "round-changed" }
  | Gone
  | Failed
> {
  const reply = await ask(line, `${line.issuer}/api/survey/credential`, {
    ...shown(token),
    ...rest,
  });
  if (reply?.status === 200) {
    return { state: "signed", blindSignature: String(reply.body["blindSignature"]) };
  }
  if (reply?.status === 400) return { state: "lost", why: "refused" };
  if (reply?.status === 403) return { state: "lost", why: "outside-window" };
  if (reply?.status === 404) return { state: "lost", why: "unknown-link" };
  if (reply?.status !== 409) return failure(reply);
  const changed = Object.values(reply.body).includes("round-changed");
  return changed ? { state: "round-changed" } : { state: "lost", why: "already-used" };
}

export type SealedResponse = {
  readonly message: string;
  readonly signature: string;
  readonly sealed: string;
  readonly withdrawalHash: string;
};

/** `POST responses`: 204 means stored, now or before. After the credential a new round is too late. */
export async function sendResponse(
  line: Line,
  response: SealedResponse,
): Promise<{ readonly state: "stored" } | Gone | Failed> {
  const reply = await ask(line, `${line.collector}/api/survey/responses`, response);
  switch (reply?.status) {
    case 204:
      return { state: "stored" };
    case 400:
    case 403:
    case 413:
      return { state: "lost", why: "refused" };
    case 409:
    case 410:
      return { state: "lost", why: "too-late" };
    default:
      return failure(reply);
  }
}

export type Withdrawal =
  | { readonly state: "received" }
  | { readonly state: "no-receipt" }
  | { readonly state: "receiving-stopped" }
  | Failed;

/**
 * `POST withdrawals` with a receipt as somebody typed it. What is no code stays on the device.
 * "received" never says whether there was an answer, and asking twice is as asking once.
 */
export async function sendWithdrawal(
  line: Pick<Line, "fetch" | "collector">,
  typed: string,
): Promise<Withdrawal> {
  const receipt = normaliseReceipt(typed);
  if (receipt === null) return { state: "no-receipt" };
  const reply = await ask(line, `${line.collector}/api/survey/withdrawals`, { receipt });
  switch (reply?.status) {
    case 204:
      return { state: "received" };
    case 400:
      return { state: "no-receipt" };
    case 410:
      return { state: "receiving-stopped" };
    default:
      return failure(reply);
  }
}
