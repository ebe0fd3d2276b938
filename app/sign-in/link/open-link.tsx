"use client";

import { useActionState, useState } from "react";
import { useMailedToken } from "@/app/_shell/mailed-token";
import { type LinkOpened, openLink } from "@/app/sign-in/actions";
import { Acts, Button, ButtonLink } from "@/components/ui/button";
import { Note } from "@/components/ui/note";

type Texts = Readonly<Record<"button" | "noLink" | "refused" | "slowDown" | "again", string>>;

const START: LinkOpened = { state: "ready" };

/** Why there is no button, and where another link is asked for. */
function Instead({ says, texts }: { readonly says: string; readonly texts: Texts }) {
  return (
    <>
      <Note live>
        <p>{says}</p>
      </Note>
      <Acts>
        <ButtonLink href="/sign-in">{texts.again}</ButtonLink>
      </Acts>
    </>
  );
}

/** Signs in with the mailed link's token, which is kept nowhere but here. */
export function OpenLink({ texts }: { readonly texts: Texts }) {
  const [held, setHeld] = useState<{ readonly token: string | null } | null>(null);
  const [found] = useState(() => (token: string | null) => setHeld({ token }));
  useMailedToken(found);
  const [opened, open] = useActionState(openLink, START);
  if (opened.state === "refused") return <Instead says={texts.refused} texts={texts} />;
  // A press before the script has read the token would send none.
  if (held === null) return null;
  if (held.token === null) return <Instead says={texts.noLink} texts={texts} />;
  return (
    <form action={open}>
      {opened.state === "slow-down" ? (
        <Note live>
          <p>{texts.slowDown}</p>
        </Note>
      ) : null}
      <input type="hidden" name="token" value={held.token} />
      <Acts>
        <Button>{texts.button}</Button>
      </Acts>
    </form>
  );
}
