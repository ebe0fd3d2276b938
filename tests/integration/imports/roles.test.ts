import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/clients";
import { asOwner, cleanDatabases } from "../../support/databases";

beforeEach(cleanDatabases);

test("those who import people can put in a link, but never read links or who redeemed one", async () => {
  const link = { windowFrom: "2026-01-01", windowTo: "2026-03-01", unit: "V1", series: "leaver" };
  await db("identity").link.createMany({
    data: [{ ...link, tokenHash: new Uint8Array(32), language: "sv" }],
  });
  expect(await asOwner("employer", "SELECT unit FROM issuer.links")).toEqual([{ unit: "V1" }]);
  for (const read of [
    () => db("identity").link.findMany(),
    () => db("identity").redemption.findMany(),
    () => db("identity").cancellation.findMany(),
    () => db("identity").issuerRound.findMany(),
  ]) {
    await expect(read()).rejects.toThrow(/denied/);
  }
});
