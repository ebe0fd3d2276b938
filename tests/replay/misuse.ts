import type { Answered } from "./client/answer";
import { get, post, type Reply, type Server } from "./client/calls";
import { blind } from "./client/credential";
import { base64url, fromBase64url } from "./client/encoding";
import type { Round } from "./client/manifest";
import { newReceipt, withdrawalHash } from "./client/sealing";
import type { Ledger } from "./ledger";

/** What the calls must refuse, with the status and the word of docs/api.md, section 7. */

type Expected = readonly [status: number, error?: string];

function told({ status, body }: Reply, [wanted, error]: Expected): string[] {
  const word = error === undefined || body["error"] === error;
  return status === wanted && word
    ? []
    : [`${status} ${JSON.stringify(body)}, not ${wanted} ${error ?? ""}`];
}

/** Another text of the same length: one bit of one byte is turned. */
function altered(text: string, at: number): string {
  const bytes = fromBase64url(text);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return base64url(bytes);
}

type Setting = { readonly ledger: Ledger; readonly server: Server; readonly round: Round };

function trier({ ledger, server, round }: Setting) {
  return async (what: string, call: string, body: unknown, expected: Expected) => {
    const wrong = told(await post(server, call, body), expected);
    ledger.hold(round.manifest.quarter, what, `${call}: ${expected.join(" ")}`, wrong);
  };
}

/** A link that has answered asks again: four calls on top of the two that it had. */
async function misuseLink(setting: Setting, { token, blinded }: Answered): Promise<void> {
  const attempt = trier(setting);
  const { quarter, issuerKey } = setting.round.manifest;
  const other = base64url(blind(issuerKey, setting.round.manifestHash).blinded);
  const [used, same] = [
    { token, quarter, blinded: other },
    { token, quarter, blinded },
  ];
  await attempt("a second answer by a used link", "credential", used, [409, "already-used"]);
  await attempt("a lost reply is asked for again", "credential", same, [200]);
  await attempt("a used link looks like an open one", "invitation", { token }, [200]);
  await attempt("a sixth call within a minute", "invitation", { token }, [429, "slow-down"]);
}

/**
 * Answers that were sent already, or are altered, forged or malformed. None may be counted: the public list
 * is held against the receipts of those that were sent once.
 */
async function misuseAnswer(setting: Setting, { sealed }: Answered): Promise<void> {
  const attempt = trier(setting);
  const answer = (changed: object) => ({ ...sealed, ...changed });
  const again = answer({ withdrawalHash: base64url(withdrawalHash(newReceipt())) });
  const signature = altered(sealed.signature, 200);
  const [random, context, round] = [0, 32, 40].map((at) => altered(sealed.message, at));
  const refused: readonly (readonly [string, object, Expected])[] = [
    ["the same answer sent again", sealed, [204]],
    ["the same credential, another receipt", again, [403, "bad-credential"]],
    ["an altered signature", answer({ signature }), [403, "bad-credential"]],
    ["an altered message", answer({ message: random }), [403, "bad-credential"]],
    ["a message of another protocol", answer({ message: context }), [400, "malformed"]],
    ["a message of an unknown round", answer({ message: round }), [409, "round-changed"]],
    ["an answer of another length", answer({ sealed: "AAAA" }), [400, "malformed"]],
    ["padding after base64url", answer({ signature: `${sealed.signature}==` }), [400, "malformed"]],
    ["a field that is not known", answer({ unit: "I01" }), [400, "malformed"]],
    ["a body that is too large", answer({ sealed: "A".repeat(33_000) }), [413, "too-large"]],
  ];
  for (const [what, body, expected] of refused) await attempt(what, "responses", body, expected);
}

/** A link that is still good: what is refused uses nothing up, since its owner answers afterwards. */
export async function misuseFreshLink(setting: Setting, token: string): Promise<void> {
  const attempt = trier(setting);
  const { quarter, issuerKey } = setting.round.manifest;
  const body = { token, quarter, blinded: issuerKey.n };
  await attempt("the modulus itself, blinded", "credential", body, [400, "malformed"]);
  const other = { ...body, quarter: "1999-Q1" };
  await attempt("a round that is over", "credential", other, [409, "round-changed"]);
}

/** Links and receipts that are none; and lists that are not there yet. */
async function misuseCalls(setting: Setting): Promise<void> {
  const attempt = trier(setting);
  const { ledger, server, round } = setting;
  const { quarter, issuerKey } = round.manifest;
  const blinded = base64url(blind(issuerKey, round.manifestHash).blinded);
  const token = base64url(new Uint8Array(32).fill(7));
  const unknown = [404, "unknown-link"] as const;
  await attempt("a link that nobody was sent", "invitation", { token }, unknown);
  await attempt("the same for a credential", "credential", { token, quarter, blinded }, unknown);
  const malformed = [400, "malformed"] as const;
  await attempt("half a link", "invitation", { token: token.slice(0, 20) }, malformed);
  await attempt("a receipt that is none", "withdrawals", { receipt: "tomato" }, malformed);
  await attempt("a receipt of nobody", "withdrawals", { receipt: newReceipt() }, [204]);
  const early = told(await get(server, `receipts/${quarter}`), [404, "not-mixed"]);
  ledger.hold(quarter, "receipts before the mix", "receipts: 404 not-mixed", early);
}

/** A round later: neither the link nor the credential is good for the new one. */
async function misuseOldLink(setting: Setting, old: Answered): Promise<void> {
  const attempt = trier(setting);
  const { quarter, issuerKey } = setting.round.manifest;
  const blinded = base64url(blind(issuerKey, setting.round.manifestHash).blinded);
  const body = { token: old.token, quarter, blinded };
  await attempt("last round's used link", "credential", body, [409, "already-used"]);
  await attempt("last round's credential", "responses", old.sealed, [409, "round-changed"]);
}

/** Everything that must be refused; two have answered in this round, and one in the round before. */
export async function misuse(
  setting: Setting,
  [one, two]: readonly Answered[],
  earlier: Answered,
): Promise<void> {
  if (!one || !two) throw new Error("Nobody has answered yet.");
  await misuseLink(setting, one);
  await misuseAnswer(setting, two);
  await misuseCalls(setting);
  await misuseOldLink(setting, earlier);
}
