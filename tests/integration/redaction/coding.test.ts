import { readdirSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { allCodings, notNow, openCoding, waitingTexts } from "@/lib/coding/data";
import { giveUpCoding, openTexts } from "@/lib/coding/mutations";
import { CodingRefused } from "@/lib/coding/refused";
import { keyDirectory } from "@/lib/keys/directory";
import { allThemes } from "@/lib/releases/data";
import { firstTableFault, readLog } from "@/lib/transparency/data";
import { readingsGivenUp } from "@/lib/transparency/told";
import { asOwner, cleanDatabases } from "../../support/databases";
import { operator, Q1, Q2, SECRETS } from "../../support/round";
import { layTexts, pool } from "../../support/waiting-texts";

import { desk, NOW, opened, peeled, refused, rows, stillWaiting, waiting } from "./desk";

describe("texts are opened by both custodians", () => {
  beforeEach(cleanDatabases);

  test("only where ten wrote among thirty, and what stays is sealed to both again", async () => {
    const rest = [pool("region", "leaver", 9, 40), pool("region", "retiree", 11, 5)];
    await layTexts([pool("group:town", "leaver", 12, 20), ...rest]);
    await opened();
    const found = await rows();
    expect(found.map(({ node, state, work }) => [node, state, work])).toEqual(
      Array.from({ length: 12 }, () => ["group:town", "waiting", null]),
    );
    expect(new Set(found.map(({ sealed }) => sealed.length))).toEqual(new Set([4177]));
    expect(await stillWaiting()).toEqual(rest);
    expect((await waiting()).map(({ kind }) => kind)).toEqual(["texts", "totals"]);
    const told = (await readLog()).filter(({ kind }) => kind === "texts-opened");
    expect(told.map(({ content }) => JSON.parse(content))).toEqual([
      { quarter: Q1, comments: 12, nodes: ["group:town"] },
    ]);
  });

  test("where nobody may be read yet nothing is opened, written or told", async () => {
    await layTexts([pool("group:town", "leaver", 9, 90), pool("region", "leaver", 12, 17)]);
    const before = await waiting();
    await expect(opened()).rejects.toEqual(refused("too-few"));
    expect([await rows(), await waiting(), await openCoding()]).toEqual([[], before, null]);
    expect((await readLog()).filter(({ kind }) => kind === "texts-opened")).toEqual([]);
  });

  test("once after each mix: a second time is refused, and of two at once one opens", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const one = await peeled();
    const both = await Promise.allSettled([
      openTexts(operator(), one, SECRETS[0], NOW),
      openTexts(operator(), one, SECRETS[0], NOW),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await rows()).toHaveLength(12);
    await expect(openTexts(operator(), one, SECRETS[0], NOW)).rejects.toEqual(
      refused("coding-open"),
    );
    expect((await desk()).comments).toBe(12);
  });

  test("not once the round they wait for has stopped receiving, and not from an older peel", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const one = await peeled();
    await asOwner("collector", "UPDATE release.rounds SET state = 'closed' WHERE quarter = $1", [
      Q2,
    ]);
    await expect(openTexts(operator(), one, SECRETS[0], NOW)).rejects.toEqual(refused("not-now"));
    await asOwner("collector", "UPDATE release.rounds SET state = 'planned' WHERE quarter = $1", [
      Q2,
    ]);
    const other = { ...one, blob: "0".repeat(64) };
    await expect(openTexts(operator(), other, SECRETS[0], NOW)).rejects.toEqual(
      refused("outdated"),
    );
    expect(await rows()).toEqual([]);
  });

  test("a wrong passphrase opens nothing and changes nothing", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    const wrong = openTexts(operator(), await peeled(), { passphrase: "fel" }, NOW);
    await expect(wrong).rejects.toMatchObject({ reason: "wrong-passphrase" });
    expect([await rows(), await openCoding()]).toEqual([[], null]);
  });
});

describe("a reading whose key is lost", () => {
  beforeEach(cleanDatabases);
  const WHY = "lösenfras och blad är borta";
  const giveUp = () => giveUpCoding(operator(), Q1, WHY, NOW);

  test("is given up once, by one of two at once: its comments are gone, the log says so, and later texts open", async () => {
    await layTexts([pool("group:town", "leaver", 12, 20)]);
    await expect(giveUp()).rejects.toEqual(refused("no-coding"));
    await opened();
    const both = await Promise.all([giveUp(), giveUp()]);
    expect([both.toSorted(), await giveUp()]).toEqual([[false, true], false]);
    expect([await rows(), await openCoding()]).toEqual([[], null]);
    expect(readdirSync(keyDirectory()).filter((name) => name.includes("coding"))).toEqual([]);
    const log = await readLog();
    expect(log.slice(-2).map(({ kind, content }) => [kind, JSON.parse(content)])).toEqual([
      ["texts-given-up", { quarter: Q1, comments: 12, reason: WHY }],
      ["key-destroyed", { quarter: Q1, of: "coding" }],
    ]);
    expect(readingsGivenUp(log)).toEqual([{ quarter: Q1, comments: 12 }]);
    expect(await firstTableFault(log)).toBeNull();
    expect(await allThemes()).toEqual([]);
    expect(notNow(await waitingTexts(), await allCodings())).toBe("opened-before");
  });
});

test("a refusal says why, and nothing of what was written", () => {
  expect(new CodingRefused("changed").message).toBe("coding: changed");
});
