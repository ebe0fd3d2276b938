import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { writeExchangeFile } from "@/lib/cli/exchange-file";
import { exchangePlace, removeExchangeLeftovers } from "@/lib/cli/exchange-leftovers";
import { peelRound } from "@/lib/peeling/mutations";
import { cleanDatabases } from "../../support/databases";
import { answerMany } from "../../support/respondent";
import { bothKeys, closeRound, mixRound, openSmallRound, operator, Q1 } from "../../support/round";

beforeEach(cleanDatabases);

const place = exchangePlace(Q1);
const folder = path.dirname(place);

test("the file between the custodians is its owner's alone, and what a crash left of it is removed", async () => {
  rmSync(folder, { recursive: true, force: true });
  await answerMany(await openSmallRound(), "A", 3);
  await closeRound(Q1);
  const [, second] = await bothKeys(Q1);
  const peeled = await peelRound(operator(), Q1, second, () => undefined);
  peeled.close();
  rmSync(folder, { recursive: true });
  writeExchangeFile(place, peeled);
  expect([folder, place].map((one) => statSync(one).mode & 0o777)).toEqual([0o700, 0o600]);

  const [halfWritten, beingWritten] = ["old.exchange.new", "young.exchange.new"].map((name) => {
    const file = path.join(folder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, "half");
    return file;
  }) as [string, string];
  const anHourAgo = Date.now() / 1000 - 3600;
  for (const file of [halfWritten, place]) utimesSync(file, anHourAgo, anHourAgo);
  const there = () => [place, halfWritten, beingWritten].map((file) => existsSync(file));
  await removeExchangeLeftovers(new Date());
  expect(there()).toEqual([true, false, true]);

  await mixRound(Q1);
  await removeExchangeLeftovers(new Date());
  await removeExchangeLeftovers(new Date());
  expect(there()).toEqual([false, false, true]);
});
