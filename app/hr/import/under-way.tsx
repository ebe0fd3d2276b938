"use client";

import { useFormStatus } from "react-dom";

/** Says that what was confirmed is being carried out, for as long as that takes. */
export function UnderWay({ text }: { readonly text: string }) {
  const { pending } = useFormStatus();
  return (
    <div role="status" className="mt-4">
      {pending ? (
        <>
          <p>{text}</p>
          <progress aria-label={text} />
        </>
      ) : null}
    </div>
  );
}
