import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { answersOf } from "@/lib/demo/answers";
import { diceFrom } from "@/lib/demo/random";
import { addPayload, beginCount, finishCount } from "@/lib/disclosure/count";
import { geometricNoise } from "@/lib/disclosure/noise";
import type { Release, Tree } from "@/lib/disclosure/release";
import { NOTHING_WAITING, type Waiting } from "@/lib/disclosure/waiting";
import { atomRow, cellRow } from "@/lib/mixing/release-rows";
import { type Quarter, shiftQuarter } from "@/lib/quarters/quarter";
import { manifestText } from "@/lib/rounds/build";
import { questionnaireSchema } from "@/lib/survey/questionnaire";
import { ownerUrl } from "../support/databases";
import type { WorldUnit } from "./world";

/** So many answers to the standard questionnaire, mixed quarter by quarter. */
type Answered = {
  readonly last: Quarter;
  readonly quarters: number;
  readonly answers: number;
  readonly units: readonly WorldUnit[];
};

const text = readFileSync("lib/survey/default-questionnaire.json", "utf8");
const questionnaire = questionnaireSchema.parse(JSON.parse(text));
const noise = geometricNoise(randomBytes);
const SERIES = ["leaver", "retiree"] as const;
const LIMITS = { k: 8, c: 1 } as const;
const CLIMATES = ["ordinary", "strained", "silent"] as const;
/** Different sheets of answers, drawn over and over: counting is the same work whoever answers. */
const SHEETS = 300;

/** Counts the answers by the mix's own code, without noise, and puts the releases where a mix would. Their rows. */
export async function fillReleases(answered: Answered): Promise<{ atoms: number; cells: number }> {
  const { last, quarters, units } = answered;
  const tree: Tree = {
    units: Object.fromEntries(units.map(({ code, group }) => [code, group])),
    pictured: [],
  };
  const client = new pg.Client({ connectionString: ownerUrl("collector") });
  await client.connect();
  // A round that was mixed long ago cannot be put in place in one step: the tables forbid it.
  await client.query("SET session_replication_role = replica");
  const rows = { atoms: 0, cells: 0 };
  let waiting: Waiting = NOTHING_WAITING;
  try {
    for (let i = 0; i < quarters; i += 1) {
      const quarter = shiftQuarter(last, i + 1 - quarters);
      const done = counted(answered, { quarter, tree }, waiting, i);
      waiting = done.waiting;
      await writeRound(client, i, manifestOf(answered, quarter, tree), perQuarter(answered));
      await writeRelease(client, done.release);
      rows.atoms += done.release.atoms.length;
      rows.cells += done.release.cells.length;
    }
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  return rows;
}

function counted(
  answered: Answered,
  { quarter, tree }: { readonly quarter: Quarter; readonly tree: Tree },
  waiting: Waiting,
  seed: number,
) {
  const { units } = answered;
  const dice = diceFrom(`answers ${seed}`);
  const sheets = Array.from({ length: SHEETS }, (_, i) => {
    const climate = CLIMATES[i % CLIMATES.length] ?? "ordinary";
    const retires = i % 5 === 0;
    const teller = { climate, unitKind: "primary_care", retires, language: "sv" };
    return { series: SERIES[retires ? 1 : 0], answers: answersOf(dice, teller) };
  });
  const rules = { quarter, questionnaire, tree, series: SERIES, limits: LIMITS };
  const counting = beginCount(rules, waiting);
  for (let i = 0; i < perQuarter(answered); i += 1) {
    const sheet = sheets[Math.floor(dice.next() * SHEETS)];
    const unit = units[Math.floor(dice.next() * units.length)];
    if (sheet && unit) addPayload(counting, { ...sheet, unit: unit.code });
  }
  return finishCount(counting, noise);
}

function manifestOf({ units }: Answered, quarter: Quarter, tree: Tree): string {
  return manifestText({
    ...{ quarter, tree, series: [...SERIES], limits: LIMITS, merged: {} },
    unitNames: Object.fromEntries(units.map(({ code, name }) => [code, name])),
    groupNames: Object.fromEntries(units.map(({ group }) => [group, `Grupp ${group}`])),
    issuerKey: { n: "AQAB", e: "AQAB" },
    custodianKeys: ["AQAB", "AQAB"],
    questionnaireHash: createHash("sha256").update(text).digest("hex"),
    operator: "Mätbyrån",
    region: "Region Prov",
  });
}

const perQuarter = ({ answers, quarters }: Answered) => Math.floor(answers / quarters);

async function writeRound(
  client: pg.Client,
  slot: number,
  manifest: string,
  answers: number,
): Promise<void> {
  const { quarter } = JSON.parse(manifest);
  const hash = createHash("sha256").update(manifest).digest();
  await client.query(
    `INSERT INTO release.rounds
       (quarter, slot, state, manifest, manifest_hash, signatures, questionnaire, issued, received, counted, dropped)
     VALUES ($1, $2, 'mixed', $3, $4, '{"",""}', $5, $6, $6, $6, 0)`,
    [quarter, slot % 8, manifest, hash, text, answers],
  );
}

async function writeRelease(client: pg.Client, { atoms, cells }: Release): Promise<void> {
  const put = (into: string, columns: string, rows: readonly unknown[]) =>
    client.query(
      `INSERT INTO release.${into} SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (${columns})`,
      [JSON.stringify(rows)],
    );
  await put(
    "atoms (unit, series, from_quarter, to_quarter, n, k, c, items)",
    `unit text, series text, "fromQuarter" text, "toQuarter" text, n int, k int, c smallint, items jsonb`,
    atoms.map(atomRow),
  );
  await put(
    "cells (slice, node, series, from_quarter, to_quarter, n, items)",
    `slice text, node text, series text, "fromQuarter" text, "toQuarter" text, n int, items jsonb`,
    cells.map(cellRow),
  );
}
