import type { ShareOf } from "@/lib/disclosure/cell-figures";

/**
 * The shares the reports speak of (design 5, notes), from pictures only: `aboutShare(picture, INDICATORS.…)`.
 * Class codes of the default questionnaire; a picture without the item gives a withheld figure.
 */
export const INDICATORS = {
  /** Main reason is one the employer could have changed; of all who gave one. */
  avoidable: { item: "B1", table: "classes", part: ["avoidable"] },
  /** Could not be as open in an exit talk; of all who had one. */
  silence: { item: "D4", table: "classes", part: ["less_open"], except: ["no_talk"] },
  /** Raised it in vain, did not dare, or saw no point; of all who had something to raise. */
  unheard: { item: "D3", table: "classes", part: ["unheard"], except: ["nothing_to_raise"] },
} as const satisfies Readonly<Record<string, ShareOf>>;
