"use client";

import { type FormEvent, useState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toHex } from "@/lib/sealing/bytes";
import { withdrawalHash } from "@/lib/sealing/receipt";

type ReceiptCheckProps = {
  /** SHA-256 of the receipts, hex. */
  readonly reached: readonly string[];
  readonly carried: readonly string[];
  /** label, hint, button, and a sentence for each outcome. */
  readonly texts: Readonly<Record<string, string>>;
};

type Outcome = "reached" | "carried" | "missing" | "malformed";

/** Looks a receipt up in the lists that came with the page: the code is hashed here and sent nowhere. */
export function ReceiptCheck({ reached, carried, texts }: ReceiptCheckProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const look = async (code: string): Promise<Outcome> => {
    const hash = await withdrawalHash(code);
    if (hash === null) return "malformed";
    if (reached.includes(toHex(hash))) return "reached";
    return carried.includes(toHex(hash)) ? "carried" : "missing";
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    void look(code).then(setOutcome);
  };
  return (
    <form method="dialog" onSubmit={submit}>
      <Field
        id="code"
        name="code"
        autoComplete="off"
        spellCheck={false}
        required
        label={texts["label"] ?? ""}
        hint={texts["hint"]}
        error={outcome === "malformed" ? texts["malformed"] : undefined}
      />
      <Acts>
        <Button>{texts["button"]}</Button>
        <p role="status">{outcome && outcome !== "malformed" ? texts[outcome] : null}</p>
      </Acts>
    </form>
  );
}
