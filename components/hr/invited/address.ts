import type { InvitedFilter } from "@/lib/invited/line";

/** The page at a filter. `said`: what was just done there. */
export function invitedAddress(
  { state, search }: InvitedFilter,
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

/** The same, with the list on top of the screen. */
export const listAddress = (filter: InvitedFilter): string => `${invitedAddress(filter)}#invited`;

/** The filter as a form's hidden fields, so that a deed leads back to it. */
export const filterFields = ({ state, search }: InvitedFilter) => ({
  lage: state ?? "",
  sok: search,
});

/** Where the list at a filter lies as a file. */
export const fileAddress = (filter: InvitedFilter): string =>
  `/hr/downloads/invitations?${new URLSearchParams(filterFields(filter))}`;
