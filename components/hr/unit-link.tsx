/** Where a unit's page is. */
export function unitHref(code: string): string {
  return `/hr/units/${encodeURIComponent(code)}`;
}

/** Where one of a unit's tables is fetched as a file. */
export function fileOf(table: "actions" | "explanations", code: string): string {
  return `/hr/downloads/${table}?enhet=${encodeURIComponent(code)}`;
}

type UnitLinkProps = { readonly code: string; readonly name: string };

/** A unit's name, leading to its page. */
export function UnitLink({ code, name }: UnitLinkProps) {
  return <a href={unitHref(code)}>{name}</a>;
}
