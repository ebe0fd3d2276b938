import { beforeEach, expect, test } from "vitest";
import { openQuarter } from "@/lib/closing/mutations";
import { firstDayOf, type Quarter } from "@/lib/quarters/quarter";
import { openRound } from "@/lib/rounds/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import { atNoon, layKeys, operator, planSmallRound, Q1, Q2, roundOf } from "../../support/round";

beforeEach(cleanDatabases);

const NOW = atNoon(firstDayOf(Q1));
const open = (quarter: Quarter) => openRound(operator(), quarter, NOW);

async function planTwo() {
  await layKeys();
  await planSmallRound(Q1);
  await planSmallRound(Q2);
}

test("of two quarters that are opened at once, however often, only the first on the calendar opens", async () => {
  await planTwo();
  const asked = await Promise.allSettled([Q2, Q1, Q2, Q1, Q2].map(open));
  expect(asked.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])).sort()).toEqual([
    false,
    true,
  ]);
  expect((await roundOf(Q1)).state).toBe("issuing");
  expect((await roundOf(Q2)).state).toBe("planned");
  const told = "SELECT FROM release.log WHERE kind = 'round-opened'";
  expect(await asOwner("collector", told)).toHaveLength(1);
});

test("a later quarter is not opened before the one that is planned first", async () => {
  await planTwo();
  await expect(openQuarter(operator(), Q2, NOW)).rejects.toMatchObject({ reason: "wrong-state" });
  expect((await roundOf(Q2)).state).toBe("planned");
  await openQuarter(operator(), Q1, NOW);
  await openQuarter(operator(), Q1, NOW);
  expect((await roundOf(Q1)).state).toBe("issuing");
});
