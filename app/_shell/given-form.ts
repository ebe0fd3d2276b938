import { redirect } from "next/navigation";

/** What an action was handed as a form. Whoever calls it by hand may hand it anything: no page is made for that. */
export function givenForm(given: unknown): FormData {
  return given instanceof FormData ? given : redirect("/bad-address");
}

/** What an action was handed as a text; "" for anything else. */
export const givenText = (given: unknown): string => (typeof given === "string" ? given : "");
