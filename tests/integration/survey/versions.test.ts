import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { planNextQuarter } from "@/lib/cli/plan-quarter";
import { databaseUrl, env } from "@/lib/env";
import { documentHash } from "@/lib/survey/asked";
import { nextVersion, questionnaireVersions } from "@/lib/survey/data";
import { chooseQuestionnaire, storeQuestionnaire } from "@/lib/survey/mutations";
import type { Questionnaire } from "@/lib/survey/questionnaire";
import { quartersAsking } from "@/lib/survey/version";
import { readLog } from "@/lib/transparency/data";
import { asHonestOwner, cleanDatabases } from "../../support/databases";
import {
  atNoon,
  layKeys,
  openSmallRound,
  operator,
  Q1,
  Q2,
  Q3,
  roundOf,
  sheetsOf,
} from "../../support/round";
import { tiny } from "../../unit/survey/tiny";

const DAY = atNoon("2026-03-01");
const reworded = (sv: string, version = 2): Questionnaire => ({
  ...tiny,
  version,
  intro: { ...tiny.intro, sv },
});

beforeEach(cleanDatabases);

const store = (questionnaire: Questionnaire, seen?: string) =>
  storeQuestionnaire(operator(), { questionnaire, ...(seen === undefined ? {} : { seen }) }, DAY);
const choose = (questionnaire: Questionnaire, seen: string) =>
  chooseQuestionnaire(
    operator(),
    { hash: documentHash(questionnaire), seen, region: env().SORTI_REGION },
    DAY,
  );
const nextHash = async () => (await nextVersion(operator())).hash;
const choices = async () => (await readLog()).filter(({ kind }) => kind === "questionnaire-chosen");

test("the same content is one version, however many store it at once; every version is kept", async () => {
  await Promise.all([store(tiny), store(tiny), store(tiny)]);
  await store(reworded("Minst {k} svar, alltid."));
  const versions = await questionnaireVersions(operator());
  expect(versions.map(({ questionnaire }) => [questionnaire.id, questionnaire.version])).toEqual(
    expect.arrayContaining([
      ["tiny", 1],
      ["tiny", 2],
      ["exit", 1],
    ]),
  );
  expect(versions).toHaveLength(3);
});

test("another content under a number that is taken is refused, with the number that is free", async () => {
  await store(tiny);
  expect(await store(reworded("Annat", 1))).toEqual({ state: "taken", free: 2 });
});

test("of two who edit the same version at once the second hears of it, and can save after that", async () => {
  await store(tiny);
  const seen = documentHash(tiny);
  const saved = await Promise.all([
    store(reworded("Anna skriver"), seen),
    store(reworded("Bo skriver"), seen),
  ]);
  expect(saved.map(({ state }) => state).sort()).toEqual(["moved", "stored"]);
  const moved = saved.find((one) => one.state === "moved");
  expect(await store(reworded("Den andra igen", 3), moved?.newest)).toMatchObject({
    state: "stored",
  });
});

test("the newest version is the one that came last, also when all came in the same moment", async () => {
  const texts = ["Ett", "Två", "Tre", "Fyra", "Fem"];
  for (const [at, text] of texts.entries()) await store(reworded(text, at + 1));
  const kept = (await questionnaireVersions(operator())).map(({ questionnaire }) => questionnaire);
  expect(kept.map(({ intro }) => intro["sv"]).slice(0, 5)).toEqual(texts.reverse());
});

test("a stored version is asked only once it is chosen, and the public log says which and by what checksum", async () => {
  await store(tiny);
  const before = await nextHash();
  expect(before).not.toBe(documentHash(tiny));
  expect(await choose(tiny, before)).toBe("chosen");
  expect(await nextHash()).toBe(documentHash(tiny));
  const [told] = await choices();
  expect(JSON.parse(told?.content ?? "")).toEqual({
    id: "tiny",
    version: 1,
    hash: documentHash(tiny),
    asked: documentHash(tiny),
  });
});

test("choosing twice, or two at once, is one choice; whoever looked at another is told so", async () => {
  const second = reworded("Två");
  await store(tiny);
  await store(second);
  const before = await nextHash();
  const both = await Promise.all([choose(tiny, before), choose(tiny, before)]);
  expect([...both].sort()).toEqual(["already", "chosen"]);
  expect(await choose(second, before)).toBe("moved");
  expect(await nextHash()).toBe(documentHash(tiny));
  expect(await choices()).toHaveLength(1);
});

test("choosing another version touches no round that is planned or running", async () => {
  await openSmallRound();
  const signed = async () => [(await roundOf(Q1)).signed, (await roundOf(Q2)).signed];
  const before = await signed();
  const second = reworded("En ny lydelse");
  await store(second);
  expect(await choose(second, await nextHash())).toBe("chosen");
  await planNextQuarter(operator(), Q2, sheetsOf(), DAY);
  expect(await signed()).toEqual(before);
  const client = new pg.Client({ connectionString: databaseUrl("operator") });
  await client.connect();
  const change = `UPDATE release.rounds SET questionnaire = 'x' WHERE quarter = '${Q2}'`;
  await expect(client.query(change)).rejects.toThrow(/permission denied/);
  await client.end();
  await expect(asHonestOwner("collector", change)).rejects.toThrow(/signed does not change/);
});

test("the chosen version is frozen in the manifest of the next quarter that is planned", async () => {
  await layKeys();
  await store(tiny);
  await choose(tiny, await nextHash());
  await planNextQuarter(operator(), Q3, sheetsOf(), DAY);
  const round = await roundOf(Q3);
  expect(round.manifest.questionnaireHash).toBe(documentHash(tiny));
  const version = await nextVersion(operator());
  expect(quartersAsking(version, [round])).toEqual([Q3]);
});

test("nobody changes or removes a version in the database, and none bears a false checksum", async () => {
  await store(tiny);
  for (const sql of [
    "UPDATE operator.questionnaires SET document = '{}'",
    "DELETE FROM operator.questionnaires",
    "TRUNCATE operator.questionnaires",
  ]) {
    await expect(asHonestOwner("collector", sql), sql).rejects.toThrow(/kept as it is/);
  }
  const forged = `INSERT INTO operator.questionnaires VALUES (repeat('a', 64), '{}', now(), 99)`;
  await expect(asHonestOwner("collector", forged)).rejects.toThrow(/named by its checksum/);
});
