import { beforeEach, expect, test } from "vitest";
import { startHousekeeping } from "@/lib/cli/housekeeping";
import { storeDraft } from "@/lib/drafts/mutations";
import { asOwner, cleanDatabases } from "../../support/databases";
import { hr, TWO_UNITS } from "./region";

beforeEach(cleanDatabases);

const JUST_OVER_AN_HOUR = 3_600_000 + 5_000;

const drafted = (fileName: string, ago: number) =>
  storeDraft(hr, { kind: "units", bytes: TWO_UNITS, fileName }, new Date(Date.now() - ago));

const kept = async () =>
  (
    await asOwner<{ name: string }>(
      "employer",
      "SELECT file_name AS name FROM identity.import_drafts ORDER BY 1",
    )
  ).map(({ name }) => name);

test("a server that starts removes a file that nobody confirmed within the hour, and no other", async () => {
  await drafted("forgotten.csv", JUST_OVER_AN_HOUR);
  await drafted("fresh.csv", 60_000);
  const problems: string[] = [];
  const housekeeping = await startHousekeeping((problem) => problems.push(problem));
  await housekeeping.stop();
  expect([await kept(), problems]).toEqual([["fresh.csv"], []]);
});

test("a server that goes on running removes what becomes an hour old, without anybody uploading", async () => {
  const housekeeping = await startHousekeeping(() => undefined, 50);
  await drafted("forgotten.csv", JUST_OVER_AN_HOUR);
  await expect.poll(kept).toEqual([]);
  await housekeeping.stop();
});

test("a server that has stopped leaves the database alone", async () => {
  const housekeeping = await startHousekeeping(() => undefined, 20);
  await housekeeping.stop();
  await drafted("forgotten.csv", JUST_OVER_AN_HOUR);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await kept()).toEqual(["forgotten.csv"]);
});
