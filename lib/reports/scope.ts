/** The kind of unit the motion speaks of: health centres. */
const MOTION_KIND = "primary_care";

/** Which units the motion's first demand is about: health centres where the region has any, else all (null). */
export function scopeOf(units: readonly { readonly kind: string }[]): string | null {
  return units.some(({ kind }) => kind === MOTION_KIND) ? MOTION_KIND : null;
}

/** Whether a unit is of the kind in scope. */
export function isInScope(unit: { readonly kind: string }, scope: string | null): boolean {
  return scope === null || unit.kind === scope;
}
