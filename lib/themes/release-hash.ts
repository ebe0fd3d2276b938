import { sha256, toHex, utf8 } from "@/lib/sealing/bytes";
import { canonicalJson } from "@/lib/sealing/canonical";
import type { ThemeRelease } from "@/lib/themes/finished";

const inOneOrder = (list: readonly unknown[]) => list.map(canonicalJson).sort();

/**
 * SHA-256, hex, over the canonical JSON of `{themes, paraphrases}`, where each stands as the text of its own
 * canonical JSON and both lists are sorted: what the public log names, to be compared with the tables.
 */
export async function themesHash({ themes, paraphrases }: ThemeRelease): Promise<string> {
  const whole = { themes: inOneOrder(themes), paraphrases: inOneOrder(paraphrases) };
  return toHex(await sha256(utf8(canonicalJson(whole))));
}
