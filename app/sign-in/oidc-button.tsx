"use client";

import { signIn } from "next-auth/react";
import { Acts, Button } from "@/components/ui/button";

type OidcButtonProps = {
  readonly says: string;
  /** Where to go afterwards: a path of this site. */
  readonly next: string;
};

/** Leads to the region's own sign-in, and back. */
export function OidcButton({ says, next }: OidcButtonProps) {
  const go = async () => {
    await signIn("oidc", { callbackUrl: next });
  };
  return (
    <form action={go}>
      <Acts>
        <Button>{says}</Button>
      </Acts>
    </form>
  );
}
