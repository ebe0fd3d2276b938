/** What `sorti release show QUARTER --json` prints. */

export type ReleasedScale = {
  readonly kind: "scale";
  readonly n: number;
  readonly sum: number;
  readonly low: number;
  readonly high: number;
};
export type ReleasedClasses = {
  readonly kind: "classes";
  readonly counts: Readonly<Record<string, number>>;
  readonly low: number;
  readonly high: number;
};
export type ReleasedAtom = {
  readonly unit: string;
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly k: number;
  readonly c: number;
  readonly items: Readonly<Record<string, ReleasedScale | ReleasedClasses>>;
};
export type Counts = Readonly<Record<string, number>>;
export type ReleasedCell = {
  readonly slice: "answers" | "background";
  readonly node: string;
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly items: Readonly<Record<string, { readonly options: Counts; readonly classes?: Counts }>>;
};
export type Receipts = {
  readonly reached: readonly string[];
  readonly carried: readonly string[];
  readonly dropped: number;
};
export type Released = {
  readonly atoms: readonly ReleasedAtom[];
  readonly cells: readonly ReleasedCell[];
  readonly receipts: Receipts | null;
};
