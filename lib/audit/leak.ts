/** What a release may not do, by the names that stand beside a refused mix. */
export type LeakRule =
  | "wrong-shape" // a table with more, less or other than a released table has
  | "unknown-round" // a result or picture of a quarter that no manifest names
  | "unknown-place" // a unit, group or series that the manifest does not list
  | "wrong-span" // a result that begins after it ends, or reaches over twenty quarters
  | "too-few" // fewer people than the round's limits, or weaker limits
  | "counted-twice" // the same people in two figures
  | "too-many-counted" // more people in results or pictures than answers were counted
  | "group-isolated" // figures subtracted from each other leave fewer people than k
  | "wrong-slice" // an item where it may not stand, or one that the document does not have
  | "wrong-codes" // a table with other codes than the document's
  | "item-too-small"
  | "wrong-bounds" // bounds other than n, k and c give
  | "outside-bounds" // a figure the clamp let through
  | "answer-closed" // an answer of somebody else is narrowed: found by trying all tables, or by the solver
  | "noise-missing" // counts that are exact, or too near to it
  | "rounded" // counts that were rounded instead of noised
  | "wrong-label" // a bound that is printed as a count, or the other way
  | "redrawn" // a printed number that the pictures do not add up to
  | "not-released" // a printed text that no reading of comments released
  | "part-not-shown" // an index over something that is not shown, or one that should be withheld
  | "rare-reason"; // a sensitive reason whose noised count is under ten

/** `where` names the table and item, never a value. */
export type Leak = { readonly rule: LeakRule; readonly where: string };
