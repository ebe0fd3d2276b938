"use client";

import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { spacedNumber } from "@/lib/letters/letter";
import { lookUp } from "./actions";

type Texts = Readonly<Record<string, string>>;

/** References in, letter numbers out. Works before the script does; nothing stands in an address. */
export function FindLetters({ texts }: { readonly texts: Texts }) {
  const [found, look] = useActionState(lookUp, []);
  return (
    <form action={look}>
      <TextField
        id="refs"
        name="refs"
        required
        autoComplete="off"
        spellCheck={false}
        label={texts["refs"] ?? ""}
        hint={texts["refsHint"]}
      />
      <Acts>
        <Button>{texts["look"]}</Button>
      </Acts>
      <div role="status" className="mt-6">
        {found.length > 0 ? (
          <dl className="facts" aria-label={texts["answers"]}>
            {found.map(({ ref, number }) => (
              <div key={ref}>
                <dt>{ref}</dt>
                <dd>{number ? spacedNumber(number) : texts["noLetter"]}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
    </form>
  );
}
