import type { InvitedFilter, InvitedState } from "@/lib/invited/line";

/** The page at a filter. `said`: what was just done there. */
export function invitedAddress(
  { state, search }: { readonly state: InvitedState | null; readonly search: string },
  said?: "again" | "stopped" | "nothing",
): string {
  const asked = new URLSearchParams({
    ...(state ? { lage: state } : {}),
    ...(search ? { sok: search } : {}),
    ...(said ? { gjort: said } : {}),
  });
  const query = asked.toString();
  return query ? `/hr/invitations?${query}` : "/hr/invitations";
}

/** The filter as a form's hidden fields, so that a deed leads back to it. */
export const filterFields = ({ state, search }: InvitedFilter) => ({
  lage: state ?? "",
  sok: search,
});
