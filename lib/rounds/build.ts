import type { IssuerKey } from "@/lib/credential/client";
import type { Limits, Series, Tree } from "@/lib/disclosure/release";
import type { Quarter } from "@/lib/quarters/quarter";
import { calendarOf } from "@/lib/rounds/calendar";
import { type Manifest, manifestSchema } from "@/lib/rounds/manifest";
import { canonicalJson } from "@/lib/sealing/canonical";

/** What the employer's side hands over for a round: its units by name and group, never a person. */
export type RegionTree = {
  readonly tree: Tree;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly groupNames: Readonly<Record<string, string>>;
  /** old unit code → the unit of the tree that took it over whole */
  readonly merged: Readonly<Record<string, string>>;
};

/** Everything a manifest is made of; frozen when both custodians sign it. */
export type RoundPlan = RegionTree & {
  readonly quarter: Quarter;
  readonly issuerKey: IssuerKey;
  /** HPKE public keys of custodian 1 and 2 for this round, base64url. */
  readonly custodianKeys: readonly [string, string];
  /** SHA-256 of the questionnaire's canonical JSON, hex. */
  readonly questionnaireHash: string;
  readonly series: readonly Series[];
  readonly limits: Limits;
  /** Days from the end of issuing to the end of receiving; three unless somebody changed it. */
  readonly graceDays?: number;
  readonly operator: string;
  readonly region: string;
};

/** The manifest's canonical text: the bytes that are hashed and signed. Throws when the plan is not one. */
export function manifestText({ graceDays, ...plan }: RoundPlan): string {
  const manifest: Manifest = manifestSchema.parse({
    protocol: "sorti/v1",
    padSize: 4096,
    ...plan,
    ...calendarOf(plan.quarter, graceDays),
  });
  return canonicalJson(manifest);
}
