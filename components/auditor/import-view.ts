import type { ConfirmedNumber } from "@/lib/confirmation/counts";
import type { RoundInequality, YearInequality } from "@/lib/confirmation/inequalities";
import type { Standing } from "@/lib/confirmation/standing";
import type { Compared } from "@/lib/confirmation/usual";

/** Everything the auditor's page shows of an import: counts, and names of units. */
export type ImportView = {
  readonly id: string;
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly own: boolean;
  readonly standing: Standing;
  readonly decided: { readonly by: string; readonly reason: string | null } | null;
  readonly numbers: readonly ConfirmedNumber[];
  readonly seen: string;
  readonly compared: readonly Compared[];
  readonly sharedAddresses: readonly { readonly unitCode: string; readonly n: number }[];
  readonly rounds: readonly RoundInequality[];
  readonly year: YearInequality;
  readonly units: ReadonlyMap<string, string>;
};
