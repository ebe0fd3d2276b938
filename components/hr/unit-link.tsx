/** Where a unit's page is. */
export function unitHref(code: string): string {
  return `/hr/units/${encodeURIComponent(code)}`;
}

type UnitLinkProps = { readonly code: string; readonly name: string };

/** A unit's name, leading to its page. */
export function UnitLink({ code, name }: UnitLinkProps) {
  return <a href={unitHref(code)}>{name}</a>;
}
