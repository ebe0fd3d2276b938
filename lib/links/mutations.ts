import type { AuditorActor, HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import type { Series } from "@/lib/disclosure/release";
import type { LinkWindow } from "@/lib/invitations/link-window";
import { tokenHash } from "@/lib/keys/link-key";

/** A link as it is put in: the token itself goes no further than its hash. */
export type NewLink = {
  readonly token: Uint8Array;
  readonly window: LinkWindow;
  readonly unit: string;
  readonly series: Series;
  readonly language: string;
};

/**
 * Puts a link in, once. The role may insert and not look: no conflict target, nothing returned.
 */
export async function layLink(_actor: HrActor | AuditorActor, link: NewLink): Promise<void> {
  const { token, window, unit, series, language } = link;
  const row = { tokenHash: tokenHash(token), windowFrom: window.from, windowTo: window.to };
  await db("identity").link.createMany({
    data: [{ ...row, unit, series, language }],
    skipDuplicates: true,
  });
}

/** Takes links back: they open nothing any more. Safe to repeat. */
export async function takeBackLinks(_actor: HrActor, tokens: readonly Uint8Array[]): Promise<void> {
  const data = tokens.map((token) => ({ tokenHash: tokenHash(token) }));
  await db("identity").cancellation.createMany({ data, skipDuplicates: true });
}
