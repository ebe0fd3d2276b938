import type { Prisma } from "@/generated/collector/client";
import type { Quarter } from "@/lib/quarters/quarter";

/** Rows to a statement: many enough that the way to the database costs little, few enough for the memory. */
const RECEIPTS_AT_ONCE = 10_000;

/** Writes a quarter's public list, within the mix's transaction. `listed`: SHA-256 of each receipt, hex. */
export async function writeReceipts(
  tx: Prisma.TransactionClient,
  quarter: Quarter,
  state: "carried" | "reached",
  listed: readonly string[],
): Promise<void> {
  for (let at = 0; at < listed.length; at += RECEIPTS_AT_ONCE) {
    const some = listed.slice(at, at + RECEIPTS_AT_ONCE);
    await tx.$executeRaw`
      INSERT INTO release.receipts (quarter, state, hash)
      SELECT ${quarter}, ${state}, decode(hash, 'hex') FROM unnest(${some}::text[]) AS hash`;
  }
}
