/** What can be wrong with a document; the words for each stand in the message catalogue `questionnaire`. */
export type ProblemCode =
  | "not-json" // `at` is line:column
  | "shape-missing" // nothing stands where something must
  | "shape-unknown" // `detail`: keys that the document does not have
  | "shape-type" // `detail`: the type that belongs there
  | "shape-value" // `detail`: the values that may stand there
  | "shape-code" // a code that is no code
  | "shape-empty" // an empty text or list
  | "shape" // the schema does not hold; `detail` says where it broke
  | "duplicate-item"
  | "duplicate-section"
  | "duplicate-option"
  | "class-missing" // a unit item's option has neither a class nor "no answer"
  | "class-unnamed" // a class that `classes` does not name
  | "class-unused"
  | "class-on-no-answer"
  | "scale-value-unmapped"
  | "options-missing" // a multiple choice without options
  | "max-too-large" // more choices allowed than there are options
  | "condition-empty"
  | "condition-unknown-item" // refers to an item that does not come earlier
  | "condition-unknown-value"
  | "text-missing" // a language of the document lacks this text
  | "answers-too-long" // by `detail` bytes the longest answers do not fit the one envelope size
  | "language-undeclared"; // a text in a language the document does not declare

/** `at`: the item id, or the path of the text (`sections.work.title`). `detail`: the code or language meant. */
export type Problem = { readonly code: ProblemCode; readonly at: string; readonly detail: string };
