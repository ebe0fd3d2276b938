import { beforeAll, expect, test } from "vitest";
import { openedPools } from "@/lib/coding/opening";
import { db } from "@/lib/db/clients";
import { geometricNoise } from "@/lib/disclosure/noise";
import { themeTable } from "@/lib/disclosure/theme-table";
import type { TextPool } from "@/lib/disclosure/waiting-texts";
import { allParaphrases, allThemes } from "@/lib/releases/data";
import { THEMES } from "@/lib/themes/code-book";
import { asHonestOwner, asOwner, cleanDatabases } from "../support/databases";
import { Q1, Q2, random } from "../support/round";
import { pool } from "../support/waiting-texts";

beforeAll(cleanDatabases);

const COMMENT = "INSERT INTO redaction.comments VALUES ($1, 'region', $2, 'waiting')";
const someId = "6f0c1f0e-6f3b-4c3a-9b1e-0a7d1f7f2a11";

/** Pools of which something was opened though fewer than ten had written, or fewer than thirty could. */
function openedTooEarly(
  opened: { readonly rest: readonly TextPool[] },
  pools: readonly TextPool[],
) {
  const small = pools.filter((one) => one.texts.length < 10 || one.texts.length + one.silent < 30);
  return small.filter((one) => !opened.rest.includes(one));
}

const POOLS = [9, 10, 12, 29].flatMap((n) =>
  [0, 17, 18, 20, 21, 90].map((silent) => pool("region", "leaver", n, silent)),
);

test("a group in which nine wrote, or of fewer than thirty, is never opened", () => {
  expect(openedTooEarly(openedPools(POOLS), POOLS)).toEqual([]);
  expect(openedPools(POOLS).comments.length).toBeGreaterThan(0);
});

test("broken on purpose, and caught: texts opened from nine who wrote, or without counting who was silent", () => {
  const nine = POOLS.filter(({ texts, silent }) => texts.length < 9 || texts.length + silent < 30);
  const anyGroup = POOLS.filter(({ texts }) => texts.length < 10);
  expect(openedTooEarly({ rest: nine }, POOLS).length).toBeGreaterThan(0);
  expect(openedTooEarly({ rest: anyGroup }, POOLS).length).toBeGreaterThan(0);
});

/** One account with the desk's own database role tries to end a reading alone. */
async function endsAlone(): Promise<boolean> {
  const operators = db("operator").comment;
  const work = new Uint8Array([1]);
  try {
    await operators.updateMany({ data: { state: "coded", work, codedBy: "Ida" } });
    await operators.updateMany({ data: { state: "approved", approvedBy: "Ida" } });
    await db("mixer").coding.updateMany({ data: { state: "finished" } });
    return true;
  } catch {
    return false;
  }
}

const CODING = "INSERT INTO redaction.codings VALUES ($1, 'open', $2, 1, $2)";

async function layCoding(quarter: string): Promise<void> {
  await asOwner("collector", "TRUNCATE redaction.comments, redaction.codings");
  await asOwner("collector", CODING, [quarter, Buffer.alloc(65)]);
  await asOwner("collector", COMMENT, [someId, Buffer.alloc(10)]);
}

test("one person cannot end a reading, whatever statements they send, nor destroy a comment that two have not read", async () => {
  const [themes, paraphrases] = [await allThemes(), await allParaphrases()];
  await layCoding("2027-Q1");
  expect(await endsAlone()).toBe(false);
  const truncate = db("mixer").$executeRaw`TRUNCATE redaction.comments`;
  await expect(truncate).rejects.toThrow(/still open/);
  const early = db("mixer").theme.createMany({
    data: [{ node: "region", series: "leaver", fromQuarter: Q1, toQuarter: Q2, n: 30, counts: {} }],
  });
  await expect(early).rejects.toThrow(/only a coding that is finished/);
  const silently = db("mixer").coding.updateMany({ data: { state: "given-up" } });
  await expect(silently).rejects.toThrow(/the public log says first/);
  await expect(asHonestOwner("collector", "DELETE FROM redaction.comments")).rejects.toThrow();
  expect([await allThemes(), await allParaphrases()]).toEqual([themes, paraphrases]);
});

test("broken on purpose, and caught: a table that lets one person be both readers", async () => {
  await layCoding("2027-Q1");
  await asOwner("collector", "ALTER TABLE redaction.comments DROP CONSTRAINT two_people");
  const alone = await endsAlone();
  await asOwner("collector", "TRUNCATE redaction.comments, redaction.codings");
  const mend = `ALTER TABLE redaction.comments ADD CONSTRAINT two_people CHECK ("approved_by" <> "coded_by")`;
  await asOwner("collector", mend);
  expect(alone).toBe(true);
});

test("broken on purpose, and caught: themes whose noise is drawn at each reading", () => {
  const coded = {
    node: "region",
    series: "leaver",
    from: Q1,
    to: Q1,
    silent: 20,
    coded: [],
  } as const;
  const noise = geometricNoise(random);
  const drawn = Array.from({ length: 3 }, () => JSON.stringify(themeTable(coded, THEMES, noise)));
  expect(new Set(drawn).size).toBeGreaterThan(1);
});
