/** One field of an entry's form, in words. */
export type EntryField<Name extends string = string> = {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly control: "line" | "lines" | "day" | "choice";
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
  /** Longest text, in characters. */
  readonly most?: number;
};

/** What a form holds and what was wrong with it. */
export type EntryState = {
  readonly id: string;
  /** The unit's code. */
  readonly unit: string;
  /** The version that its writer has seen: 0 = the entry is new. */
  readonly version: number;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly id: string; readonly text: string }[];
  readonly attempt: number;
  /** What somebody else signed meanwhile, where it differs. */
  readonly meanwhile?: {
    readonly text: string;
    readonly facts: readonly { readonly term: string; readonly value: string }[];
  };
};

export type EntryTexts = {
  readonly save: string;
  /** When somebody else has signed meanwhile. */
  readonly saveOver: string;
  /** That a version is signed with one's name and day. */
  readonly signed: string;
};
