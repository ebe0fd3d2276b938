"use client";

import { useActionState } from "react";
import { Acts, Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LONGEST_NAME } from "@/lib/api-keys/limits";
import { make } from "./actions";

type Texts = Readonly<Record<"name" | "hint" | "make" | "noName" | "made" | "madeWhy", string>>;

/** A name in, a key out, once. Works before the script does. */
export function NewKey({ texts }: { readonly texts: Texts }) {
  const [made, send] = useActionState(make, null);
  return (
    <form action={send}>
      <div role="status">
        {made !== null && made !== "no-name" ? (
          <div className="note mb-8">
            <p>
              {texts.made} <strong>{made.name}</strong>
            </p>
            <p>
              <code className="break-all">{made.key}</code>
            </p>
            <p>{texts.madeWhy}</p>
          </div>
        ) : null}
      </div>
      <Field
        id="name"
        name="name"
        required
        maxLength={LONGEST_NAME}
        autoComplete="off"
        label={texts.name}
        hint={texts.hint}
        error={made === "no-name" ? texts.noName : undefined}
      />
      <Acts>
        <Button>{texts.make}</Button>
      </Acts>
    </form>
  );
}
