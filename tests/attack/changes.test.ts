import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db/clients";
import { asHonestOwner, asOwner, cleanDatabases } from "../support/databases";

beforeEach(cleanDatabases);

const IN_FORCE = { fromK: 8, fromC: 1, fromGraceDays: 3 };
const WEAKER = { ...IN_FORCE, k: 5, c: 1, graceDays: 3 };

const row = (number: number, rest: object) => ({
  ...{ number, what: "limits", reason: "Därför", told: false, state: "proposed" },
  ...{ proposedBy: "ida", proposedOn: "2026-08-15", ...WEAKER, ...rest },
});

const changes = () => db("operator").change;
const add = (number: number, rest: object) => changes().create({ data: row(number, rest) });
const decide = (rest: object) =>
  changes().updateMany({
    where: { state: "proposed" },
    data: { state: "confirmed", decidedOn: "2026-08-15", ...rest },
  });

/** Everything that one account at the operator's can send with the operator's own database role. */
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  "calls a lower limit a stronger one": () => add(1, { state: "made", decidedOn: "2026-08-15" }),
  "leaves the insider out alone": () =>
    add(1, { state: "made", decidedOn: "2026-08-15", k: 9, c: 0 }),
  "starts from a limit that never held": () =>
    add(1, { state: "made", decidedOn: "2026-08-15", fromK: 5 }),
  "writes a proposal as confirmed": () =>
    add(1, { state: "confirmed", decidedBy: "anders", decidedOn: "2026-08-15" }),
  "goes below the floor": () => add(1, { k: 4 }),
  "confirms the own proposal": async () => {
    await add(1, {});
    await decide({ decidedBy: "ida" });
  },
  "confirms without anybody's name": async () => {
    await add(1, {});
    await decide({});
  },
  "closes a quarter early alone": async () => {
    const nothing = Object.fromEntries(Object.keys(WEAKER).map((key) => [key, null]));
    await add(1, { ...nothing, what: "early-close", quarter: "2026-Q3" });
    await decide({ decidedBy: "ida" });
  },
  "takes a refusal back": async () => {
    await add(1, {});
    await decide({ state: "refused", decidedBy: "anders", refusal: "Nej" });
    await changes().updateMany({ data: { state: "confirmed", refusal: null } });
  },
  "changes what was proposed after it was confirmed": async () => {
    await add(1, { k: 7 });
    await decide({ decidedBy: "anders" });
    await changes().updateMany({ data: { k: 5 } });
  },
  "removes what was decided": async () => {
    await add(1, {});
    await db("operator").$executeRaw`DELETE FROM operator.changes`;
  },
};

/** The ways by which one person got what takes two. */
async function waysOfOne(): Promise<string[]> {
  const got: string[] = [];
  for (const [name, way] of Object.entries(WAYS)) {
    await asOwner("collector", "TRUNCATE operator.changes");
    await way().then(
      () => got.push(name),
      () => undefined,
    );
  }
  return got;
}

test("one person cannot weaken the limits or close a quarter early, whatever statements they send", async () => {
  expect(await waysOfOne()).toEqual([]);
});

test("nor can the owner's own role rewrite what was proposed, or empty the table", async () => {
  await add(1, { k: 7 });
  await expect(asHonestOwner("collector", "UPDATE operator.changes SET k = 5")).rejects.toThrow(
    /does not change/,
  );
  await expect(asHonestOwner("collector", "TRUNCATE operator.changes")).rejects.toThrow(
    /never removed/,
  );
});

test.each([
  [
    "two_people",
    `CHECK ("decided_by" <> "proposed_by")`,
    ["confirms the own proposal", "closes a quarter early alone"],
  ],
  [
    "weaker_takes_two",
    `CHECK ("state" <> 'made' OR ("what" = 'limits' AND "k" >= "from_k" AND "c" >= "from_c" AND "grace_days" >= "from_grace_days"))`,
    ["calls a lower limit a stronger one", "leaves the insider out alone"],
  ],
])("broken on purpose, and caught: a table without the rule %s", async (rule, check, ways) => {
  await asOwner("collector", `ALTER TABLE operator.changes DROP CONSTRAINT ${rule}`);
  const got = await waysOfOne();
  await asOwner("collector", "TRUNCATE operator.changes");
  await asOwner("collector", `ALTER TABLE operator.changes ADD CONSTRAINT ${rule} ${check}`);
  expect(got).toEqual(ways);
});
