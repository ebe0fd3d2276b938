import { believe, type Round } from "./manifest";

/** docs/api.md, section 7. */

export type Reply = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export type Server = {
  readonly origin: string;
  /** Both custodians' long-term public keys, as they publish them. */
  readonly signers: readonly [string, string];
};

const MINUTE = 60_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function read(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
}

/** One call, with whatever comes back. */
export async function post(server: Server, call: string, body: unknown): Promise<Reply> {
  return read(
    await fetch(`${server.origin}/api/survey/${call}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** A call that waits a minute when it is told to slow down. */
export async function patiently(server: Server, call: string, body: unknown): Promise<Reply> {
  const reply = await post(server, call, body);
  if (reply.status !== 429) return reply;
  await wait(MINUTE);
  return patiently(server, call, body);
}

export async function get(server: Server, call: string): Promise<Reply> {
  return read(await fetch(`${server.origin}/api/survey/${call}`));
}

export async function currentRound(server: Server): Promise<Round> {
  const { status, body } = await get(server, "manifest");
  if (status !== 200) throw new Error(`no manifest: ${status} ${String(body["error"])}`);
  return believe(body as Parameters<typeof believe>[0], server.signers);
}

/** A field of a reply that must be a text. */
export function textIn({ status, body }: Reply, field: string): string {
  const value = body[field];
  if (typeof value === "string") return value;
  throw new Error(`no ${field}: ${status} ${String(body["error"])}`);
}
