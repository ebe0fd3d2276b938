import { createHash, createPrivateKey, randomBytes } from "node:crypto";
import { blindMessage, finalizeCredential } from "@/lib/credential/client";
import { publicKeyOf, signBlinded } from "@/lib/credential/issuer";
import { answerDigest, credentialMessage } from "@/lib/credential/message";
import type { InboxRow } from "@/lib/mixing/peel-rows";
import type { Shelf } from "@/lib/mixing/shuffled-envelopes";
import { manifestHash } from "@/lib/rounds/check";
import { owned } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { Payload } from "@/lib/sealing/payload";
import { sealAnswer } from "@/lib/sealing/seal";
import { issuerPem, manifest, roundKey } from "../rounds/fixtures";

export const secure = (n: number) => owned(randomBytes(n));
export const sha256 = (text: string) => createHash("sha256").update(text).digest();
/** The fixture manifest's hash. */
export const hash = await manifestHash(canonicalJson(manifest));

/** The round after the fixture's: its custodians, and what a peel needs to know of it. */
export const nextKeys = [roundKey(1), roundKey(2)] as const;
export const next = { point: nextKeys[1].publicPoint, manifestHash: secure(32) };

/** What the sender of a row holds: the hash of this stands in the row. */
export const receiptOf = (n: number) => owned(Buffer.from(`receipt ${n}`));

export const answer = (n: number): Payload => ({
  unit: "VC01",
  series: "leaver",
  answers: { H1: (n % 5) + 1, F1: `text ${n}` },
});

type Sealed = Pick<InboxRow, "sealed" | "withdrawalHash">;
type About = { readonly pem?: string; readonly about?: Uint8Array };
export type Wish = About & {
  readonly answer?: Partial<Sealed>;
  readonly later?: Partial<InboxRow>;
};

async function credential({ sealed, withdrawalHash }: Sealed, pem: string, about: Uint8Array) {
  const key = publicKeyOf(pem);
  const digest = await answerDigest(sealed, withdrawalHash);
  const state = await blindMessage(key, credentialMessage(about, digest), secure);
  const blindSignature = signBlinded(createPrivateKey(pem), state.blinded);
  const signature = await finalizeCredential(key, state, blindSignature);
  return { message: state.prepared, signature };
}

/** A row as the collector stores it, with a real credential; `wish` makes it wrong on purpose. */
export async function row(n: number, wish: Wish = {}): Promise<InboxRow> {
  const { pem = issuerPem, about = hash, later = {} } = wish;
  const sealed = wish.answer?.sealed ?? (await sealAnswer(answer(n), manifest, hash));
  const given = { sealed, withdrawalHash: wish.answer?.withdrawalHash ?? sha256(`receipt ${n}`) };
  return { ...(await credential(given, pem, about)), ...given, ...later };
}

/** A place in memory for envelopes of one length. */
export function onShelf(): Shelf {
  const lying: Uint8Array[] = [];
  return {
    get count() {
      return lying.length;
    },
    add: (envelope) => void lying.push(envelope),
    read: (place) => lying[place] ?? new Uint8Array(),
  };
}
