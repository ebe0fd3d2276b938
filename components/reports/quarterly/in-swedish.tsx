import { Fragment } from "react";
import { useWordingLocale } from "@/components/charts/wording";
import { NATIVE } from "@/lib/reports/sentences/words";

/** What the region wrote itself, and nobody translates: its language is said where the page is in another (WCAG 3.1.2). */
export function InSwedish({ children }: { readonly children: string }) {
  return useWordingLocale() === "sv" ? children : <span lang="sv">{children}</span>;
}

/** A sentence with the region's own words in it, marked as `native` marks them. */
export function WithSwedish({ children }: { readonly children: string }) {
  return children.split(NATIVE).map((text, i) => {
    // The pieces of one text never change places: every second one is the region's.
    const key = `${i}`;
    if (i % 2 === 0) return <Fragment key={key}>{text}</Fragment>;
    return <InSwedish key={key}>{text}</InSwedish>;
  });
}
