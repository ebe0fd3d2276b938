import { createHash, createPrivateKey, type KeyObject } from "node:crypto";
import type { Prisma } from "@/generated/employer/client";
import type { IssuerKey } from "@/lib/credential/client";
import { findLinkIn, linksGoBefore } from "@/lib/credential/data";
import {
  assertSignable,
  checkedSignature,
  generateIssuerKey,
  publicKeyOf,
} from "@/lib/credential/issuer";
import { db } from "@/lib/db/clients";
import { ask } from "@/lib/db/statement";
import { destroyIssuerKey, readIssuerKey, storeIssuerKey } from "@/lib/keys/issuer-key";
import { tokenHash } from "@/lib/keys/link-key";
import { forgetUsedLinks, noteUsedLink, usedLink, usedLinks } from "@/lib/keys/used-links";
import type { Day, Quarter } from "@/lib/quarters/quarter";
import { signInThread } from "@/lib/threads/signing";

export type CredentialReply =
  | { readonly kind: "signed"; readonly blindSignature: Uint8Array }
  | {
      readonly kind: "refused";
      readonly error: "unknown-link" | "outside-window" | "already-used" | "round-changed";
    };

const refused = (error: (CredentialReply & { kind: "refused" })["error"]): CredentialReply => ({
  kind: "refused",
  error,
});

type Request = {
  readonly token: Uint8Array;
  readonly quarter: Quarter;
  readonly blinded: Uint8Array;
};

type Redeemed = "redeemed" | "already-used" | "round-changed";

const REDEEM = {
  name: "redeem",
  text: `
    WITH round AS (SELECT state FROM issuer.rounds WHERE quarter = $3 FOR SHARE),
    put AS (
      INSERT INTO issuer.redemptions (token_hash, blinded_hash, quarter)
      SELECT $1, $2, $3 FROM round WHERE state = 'issuing'
      ON CONFLICT DO NOTHING RETURNING quarter
    )
    SELECT state, EXISTS (SELECT FROM put) AS first FROM round`,
};

/**
 * Records the first blinded value of a token, or finds that it was recorded before: one statement, and so one
 * transaction, for whoever is first. The lock on the round's row keeps a closing round from counting before
 * this insert is in.
 */
async function redeem(
  hash: Uint8Array<ArrayBuffer>,
  blindedHash: Uint8Array<ArrayBuffer>,
  quarter: Quarter,
): Promise<Redeemed> {
  const values = [hash, blindedHash, quarter];
  const [round] = await ask<{ state: string; first: boolean }>("issuer", REDEEM, values);
  if (!round || !MAY_SIGN.includes(round.state)) return "round-changed";
  if (round.first) return "redeemed";
  const kept = await db("issuer").redemption.findUnique({ where: { tokenHash: hash } });
  if (!kept) return "round-changed";
  const same = kept.quarter === quarter && Buffer.compare(kept.blindedHash, blindedHash) === 0;
  return same ? "redeemed" : "already-used";
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

/**
 * `redeem`, by the memory beside the database too: a database that was restored has forgotten the newest uses.
 * Noted there before anything is signed.
 */
async function redeemOnce(
  hash: Uint8Array<ArrayBuffer>,
  until: Day,
  { quarter, blinded }: Request,
): Promise<Redeemed> {
  const blindedHash = new Uint8Array(createHash("sha256").update(blinded).digest());
  const use = { until, quarter, tokenHash: hex(hash), blindedHash: hex(blindedHash) };
  const noted = usedLink(until, use.tokenHash);
  const same = noted?.quarter === use.quarter && noted.blindedHash === use.blindedHash;
  if (noted && !same) return "already-used";
  const outcome = await redeem(hash, blindedHash, quarter);
  if (outcome === "redeemed" && !noted) await noteUsedLink(use, new Date());
  return outcome;
}

/** A quarter that is only planned has a key too, but it signs nothing. */
const MAY_SIGN = ["issuing", "grace"];

let opened: { readonly pem: string; readonly key: KeyObject } | undefined;

/** The round's key, opened once: that costs a third of a signature. Null before it is made and once it is destroyed. */
function signingKey(quarter: Quarter): KeyObject | null {
  const pem = readIssuerKey(quarter);
  if (pem === null) return null;
  if (opened?.pem !== pem) opened = { pem, key: createPrivateKey(pem) };
  return opened.key;
}

/** Step 5: one credential a link. The same blinded value gets the same signature again, another is refused. */
export async function issueCredential(request: Request, today: Day): Promise<CredentialReply> {
  const hash = tokenHash(request.token);
  const link = await findLinkIn(hash, request.quarter);
  if (!link) return refused("unknown-link");
  if (today < link.windowFrom || today > link.windowTo) return refused("outside-window");
  const key = link.state && MAY_SIGN.includes(link.state) ? signingKey(request.quarter) : null;
  if (!key) return refused("round-changed");
  // Before anything is recorded: what cannot be signed must not use the link up.
  assertSignable(key, request.blinded);
  const outcome = await redeemOnce(hash, link.windowTo, request);
  if (outcome !== "redeemed") return refused(outcome);
  const signature = await signInThread(key, request.blinded);
  return { kind: "signed", blindSignature: checkedSignature(key, request.blinded, signature) };
}

/** Makes the round's key, or finds the one that an interrupted start left; returns its public half. */
export async function prepareIssuerKey(quarter: Quarter): Promise<IssuerKey> {
  const pem = readIssuerKey(quarter) ?? storeIssuerKey(quarter, generateIssuerKey());
  const key = publicKeyOf(pem);
  await db("issuer").issuerRound.createMany({
    data: { quarter, n: key.n, e: key.e, state: "planned" },
    skipDuplicates: true,
  });
  return key;
}

const STATES = ["planned", "issuing", "grace", "destroyed"] as const;

/**
 * Moves a round on to a state, through those before it: the table takes no leap, and an issuer that was away
 * has missed some. One transaction: no key signs in between. A round that has come further stays there.
 */
async function moveOn(quarter: Quarter, to: (typeof STATES)[number]): Promise<void> {
  const issuer = db("issuer");
  const before = STATES.slice(0, STATES.indexOf(to));
  await issuer.$transaction(
    before.map((state, i) =>
      issuer.issuerRound.updateMany({
        where: { quarter, state },
        data: { state: STATES[i + 1] ?? to },
      }),
    ),
  );
}

/** From now on this round's key signs. */
export async function startIssuing(quarter: Quarter): Promise<void> {
  await moveOn(quarter, "issuing");
}

/** Stops issuing and counts what was issued; repeats of recorded values are still signed. Safe to repeat. */
export async function stopIssuing(quarter: Quarter): Promise<number> {
  const issuer = db("issuer");
  await moveOn(quarter, "grace");
  const issued = await issuer.redemption.count({ where: { quarter } });
  await issuer.issuerRound.updateMany({ where: { quarter, issued: null }, data: { issued } });
  return issued;
}

/** Receiving has stopped: nothing can be signed for this round again. False when the key was gone. Safe to repeat. */
export async function destroyRoundKey(quarter: Quarter): Promise<boolean> {
  opened = undefined;
  const destroyed = destroyIssuerKey(quarter);
  await moveOn(quarter, "destroyed");
  return destroyed;
}

/**
 * Forgets expired links: the hash, whether it was used and whether it was taken back, together (design 2, step 5).
 * One that was open in a round that is not over stays until it is: the round's links and credentials are counted
 * when it closes. A use that was recalled without its link goes when nothing recalls it any more. Returns how many
 * links went. Safe to repeat and to run twice at once.
 */
export async function forgetExpiredLinks(
  now: Date,
  issuer: Prisma.TransactionClient = db("issuer"),
): Promise<number> {
  const before = await linksGoBefore(now);
  if (before === null) return 0;
  // First, or what is forgotten below would be recalled from there.
  forgetUsedLinks(before);
  const kept = usedLinks(before).map((one) => bytesOf(one.tokenHash));
  const [row] = await issuer.$queryRaw<{ n: number }[]>`
    WITH gone AS (DELETE FROM issuer.links WHERE window_to < ${before} RETURNING token_hash),
    used AS (DELETE FROM issuer.redemptions r USING gone WHERE r.token_hash = gone.token_hash),
    taken_back AS (DELETE FROM issuer.cancellations c USING gone WHERE c.token_hash = gone.token_hash),
    recalled AS (
      DELETE FROM issuer.redemptions r WHERE NOT r.token_hash = ANY(${kept})
        AND NOT EXISTS (SELECT FROM issuer.links l WHERE l.token_hash = r.token_hash)
    )
    SELECT count(*)::int AS n FROM gone`;
  return row?.n ?? 0;
}
