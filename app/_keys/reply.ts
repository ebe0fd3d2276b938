import type { SheetView } from "@/components/keys/recovery-sheet";
import type { KeyReason } from "@/lib/keys/refused";
import type { Strength } from "@/lib/keys/strength";
import type { Quarter } from "@/lib/quarters/quarter";

/** Why a form was refused; each has its sentence. Nothing has changed. */
export type Problem =
  | KeyReason
  | `weak.${NonNullable<Strength["weakness"]>}`
  | "differ"
  | "not-understood"
  | "not-here"
  | "nothing-to-make";

export type DoneWhat = "sheet" | "passphrase" | "recovered" | "deputySet" | "deputyRemoved";

/** What a form of the keys page is answered with. Only `sheet` holds a secret: the code, once, never stored. */
export type Reply =
  | { readonly state: "asking" }
  | { readonly state: "problem"; readonly field: string; readonly problem: Problem }
  | {
      readonly state: "done";
      readonly what: DoneWhat;
      readonly quarters: readonly Quarter[];
      readonly notOpened: readonly Quarter[];
    }
  | { readonly state: "made"; readonly sheet: SheetView };

export type KeyDeed = (before: Reply, form: FormData) => Promise<Reply>;
