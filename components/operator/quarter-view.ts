import type { MixRunView } from "@/components/operator/mixing";
import type { PublishTrouble } from "@/lib/publishing/due";
import type { Day } from "@/lib/quarters/quarter";
import type { ConsoleFacts } from "@/lib/rounds/console-facts";
import type { RoundStep } from "@/lib/rounds/console-steps";
import type { RoundState } from "@/lib/rounds/state";
import type { Entry } from "@/lib/transparency/entry";

/** A form's deed on the server. */
export type Deed = (form: FormData) => Promise<void>;

/** What the buttons of the quarter page do. */
export type Deeds = {
  readonly open: Deed;
  readonly stopIssuing: Deed;
  readonly stopReceiving: Deed;
  readonly mix: Deed;
  readonly count: Deed;
  readonly cancel: Deed;
  readonly lay: Deed;
  readonly sign: Deed;
  readonly publish: Deed;
  readonly correct: Deed;
  readonly giveUp: Deed;
  readonly planNext: Deed;
  readonly openNext: Deed;
};

/** Terms that are not signed by both: laid out for custodian 2, or signed by them. */
export type TermsView = {
  readonly state: "waits" | "signed";
  readonly opens: Day;
  readonly issuingStops: Day;
  readonly k: number;
  readonly c: number;
  readonly units: number;
  /** SHA-256 of the manifest, its first 16 digits. */
  readonly hash: string;
};

/** A round in the table of all of them. */
export type ListedRound = {
  readonly quarter: ConsoleFacts["round"]["quarter"];
  readonly state: RoundState;
  readonly issued: number | null;
  readonly received: number | null;
  readonly counted: number | null;
};

/** Everything the quarter page shows. */
export type QuarterView = {
  readonly facts: ConsoleFacts;
  readonly steps: readonly RoundStep[];
  readonly opens: string;
  readonly totals: {
    readonly counted: number | null;
    readonly withdrawn: number | null;
    readonly dropped: number | null;
  };
  readonly k: number;
  readonly run: MixRunView | null;
  /** The checksum of what custodian 2 has handed in of the round, in short; null when nothing was. */
  readonly handed: string | null;
  /** The next quarter's terms, while it is not planned; null before they are written. */
  readonly terms: TermsView | null;
  readonly fingerprints: readonly [string, string];
  /** The demonstration's passphrases, told on the page there; null elsewhere. */
  readonly told: readonly [string, string] | null;
  /** Whether any round takes answers now. */
  readonly answering: boolean;
  readonly rounds: readonly ListedRound[];
  /** Oldest first. */
  readonly log: readonly Entry[];
  readonly publication: {
    /** The full hour, by the clocks in Sweden, from which the report goes out on its day. */
    readonly hour: number;
    /** Why it did not, when it was tried. */
    readonly failure: PublishTrouble | null;
    /** Whether any version is out. */
    readonly out: boolean;
  };
  readonly done: string | null;
  readonly problem: string | null;
};
