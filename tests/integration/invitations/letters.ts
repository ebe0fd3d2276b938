import { confirmedAndInvited } from "../../support/confirmed";
import { asOwner } from "../../support/databases";
import { departures, imported, NOW } from "../imports/region";

/** Imports, confirms and invites: who has no address, or is protected, gets a letter. */
export async function invited(...lines: readonly string[]): Promise<void> {
  const done = await imported("departures", departures(...lines));
  if (done.outcome !== "applied") throw new Error(done.outcome);
  await confirmedAndInvited(done.importId, NOW);
}

type StoredLetter = { readonly id: string; readonly number: string; readonly state: string };

/** Every letter there is, by number. */
export const storedLetters = () =>
  asOwner<StoredLetter>("employer", "SELECT id, number, state FROM letters.letters ORDER BY 2");

/** How often a token hash stands among links, and among what was cancelled. */
export async function standing(hash: Uint8Array) {
  const count = async (table: string) => {
    const sql = `SELECT FROM issuer.${table} WHERE token_hash = $1`;
    return (await asOwner("employer", sql, [Buffer.from(hash)])).length;
  };
  return { links: await count("links"), cancelled: await count("cancellations") };
}
