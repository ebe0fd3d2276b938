/** Why a figure is not shown. A withheld figure carries no number: the unsafe thing is unsayable. */
export type WithheldReason =
  | "too-few" // fewer than k answers: no atom yet
  | "item-too-few" // the atom exists, but fewer than six answered this item
  | "rare-reason" // a reason whose noised count is under ten
  | "bounds-both-sides" // parts at opposite bounds: the index says nothing
  | "items-missing" // more than a third of an index's items are withheld
  | "no-cell"; // no picture has formed yet

/**
 * The only way to print a survey figure (design 3, types that make it unsayable).
 * `n` is an integer count, or an index value for composites.
 */
export type Figure =
  | { readonly kind: "count" | "at-most" | "at-least" | "about"; readonly n: number }
  | { readonly kind: "withheld"; readonly reason: WithheldReason };
