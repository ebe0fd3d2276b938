import { linksGoBefore } from "@/lib/credential/data";
import { prepareIssuerKey } from "@/lib/credential/mutations";
import { db } from "@/lib/db/clients";
import { lock } from "@/lib/db/lock";
import { keyDirectory } from "@/lib/keys/directory";
import { listKeys } from "@/lib/keys/rounds";
import { settleUsedLinks, usedLinks } from "@/lib/keys/used-links";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

/**
 * Tells a database that was restored what it has forgotten: the rounds whose keys are here, and the links that have
 * been used. Those of links that it has forgotten too are told all the same: their credentials were given out, and
 * are counted. What is not fresh any more is put in order first. Safe to repeat and to run twice at once; returns how many used links were told.
 */
export async function recallUsedLinks(now: Date): Promise<number> {
  await db("issuer").$transaction(async (tx) => {
    await lock(tx, "used-links");
    settleUsedLinks(now);
  });
  for (const { owner, use } of listKeys(keyDirectory())) {
    if (owner === "issuer") await prepareIssuerKey(use);
  }
  const data = usedLinks(await linksGoBefore(now)).map(({ quarter, tokenHash, blindedHash }) => {
    return { quarter, tokenHash: bytesOf(tokenHash), blindedHash: bytesOf(blindedHash) };
  });
  if (data.length === 0) return 0;
  const { count } = await db("issuer").redemption.createMany({ data, skipDuplicates: true });
  return count;
}
