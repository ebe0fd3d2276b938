import type { Series } from "@/lib/disclosure/release";
import type { Answers } from "@/lib/survey/questionnaire";

/** What one person seals: no time, user agent, locale or timing (design 2, step 7). */
export type Payload = { readonly answers: Answers; readonly unit: string; readonly series: Series };
