import { readFileSync } from "node:fs";
import { db } from "@/lib/db/clients";
import type { Quarter } from "@/lib/quarters/quarter";
import { calendarOf } from "@/lib/rounds/calendar";
import type { Manifest } from "@/lib/rounds/manifest";
import type { RoundState } from "@/lib/rounds/state";
import { monthsIn } from "@/lib/turnover/month";
import { asOwner } from "../../support/databases";

export const QUARTER: Quarter = "2026-Q3";

const CENTRES = ["Björken", "Rönnby", "Älvstranden"] as const;

/** Three health centres of 20 people since 2023; three leave Björken every year. */
async function employer(): Promise<void> {
  const identity = db("identity");
  const unit = { kind: "primary_care", peerGroup: "tätort", validFrom: "2020-01-01" };
  await identity.unit.createMany({
    data: CENTRES.map((name, i) => ({ code: `VC${i + 1}`, name, ...unit, predecessors: [] })),
  });
  await identity.headcount.createMany({
    data: CENTRES.flatMap((_, i) =>
      monthsIn({ from: "2023-01", to: "2026-09" }).map((month) => ({
        unitCode: `VC${i + 1}`,
        month,
        permanent: 20,
      })),
    ),
  });
  const departure = { unitCode: "VC1", kind: "resignation", language: "sv", delivery: "mail" };
  await identity.departure.createMany({
    data: [2023, 2024, 2025, 2026].flatMap((year) =>
      [1, 2, 3].map((n) => ({
        ...departure,
        pseudonym: `${year}-${n}`,
        lastDay: `${year}-0${n + 4}-15`,
        protected: false,
      })),
    ),
  });
}

/** The round of the quarter, in a state, with nothing released. */
async function round(state: RoundState): Promise<void> {
  const manifest: Manifest = {
    protocol: "sorti/v1",
    quarter: QUARTER,
    issuerKey: { n: "AQAB", e: "AQAB" },
    custodianKeys: ["AQAB", "AQAB"],
    questionnaireHash: "0".repeat(64),
    tree: { units: { VC1: "tätort", VC2: "tätort", VC3: "tätort" }, pictured: [] },
    unitNames: Object.fromEntries(CENTRES.map((name, i) => [`VC${i + 1}`, name])),
    groupNames: { tätort: "tätort" },
    series: ["leaver", "retiree"],
    limits: { k: 8, c: 1 },
    padSize: 4096,
    ...calendarOf(QUARTER),
    operator: "Mätbyrån Norr",
    region: "Region Norrsjö",
    merged: {},
  };
  const questionnaire = readFileSync("lib/survey/default-questionnaire.json", "utf8");
  await asOwner(
    "collector",
    `INSERT INTO release.rounds (quarter, slot, state, manifest, manifest_hash, signatures, questionnaire, received)
     VALUES ($1, 0, $2, $3, $4, $5, $6, 4)`,
    [QUARTER, state, JSON.stringify(manifest), Buffer.alloc(32), ["", ""], questionnaire],
  );
}

/** A small region with one round. */
export async function aRegion({ state }: { readonly state: RoundState }): Promise<void> {
  await employer();
  await round(state);
}
