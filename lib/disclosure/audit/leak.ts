/** What a release may not do, by the names that stand in the log. */
export type LeakRule =
  | "atom-too-small" // fewer than k people, or limits weaker than the round's
  | "atom-twice" // two results of one unit and series over the same quarter
  | "atom-quarters" // a result that ends in another quarter, or begins after it ends
  | "unknown-place" // a unit, group or series that the manifest does not list
  | "wrong-slice" // an item where it may not stand, or one that the document does not have
  | "wrong-codes" // a table with other codes than the document's
  | "item-too-small"
  | "wrong-bounds" // bounds other than n, k and c give
  | "outside-bounds" // a figure the clamp let through
  | "answer-closed" // somebody's answer is narrowed: found by enumeration
  | "cell-too-small"
  | "cell-twice"
  | "not-whole" // a count that is no integer
  | "noise-missing"; // tables that all add up exactly

/** `where` names the table and item, never a value. */
export type Leak = { readonly rule: LeakRule; readonly where: string };
