import type { InvitedFilter } from "@/lib/invited/line";

/** Everything, from the first page. */
export const EVERYTHING: InvitedFilter = { state: null, channel: null, search: "", page: 1 };

/** The page at a filter. `said`: what was just done there. */
export function invitedAddress(
  filter: InvitedFilter,
  said?: "again" | "stopped" | "nothing",
): string {
  const asked = Object.entries({ ...filterFields(filter), gjort: said ?? "" });
  const query = new URLSearchParams(asked.filter(([, value]) => value !== "")).toString();
  return query ? `/hr/invitations?${query}` : "/hr/invitations";
}

/** The same, with the list on top of the screen. */
export const listAddress = (filter: InvitedFilter): string => `${invitedAddress(filter)}#invited`;

/** The filter as a form's hidden fields, so that a deed leads back to it; empty where it asks for nothing. */
export const filterFields = ({ state, channel, search, page }: InvitedFilter) => ({
  lage: state ?? "",
  kanal: channel ?? "",
  sok: search,
  sida: page > 1 ? `${page}` : "",
});

/** Where the list at a filter lies as a file: every page of it. */
export const fileAddress = (filter: InvitedFilter): string =>
  `/hr/downloads/invitations?${new URLSearchParams(filterFields({ ...filter, page: 1 }))}`;
