import { getTranslations } from "next-intl/server";
import type { AccessEntry } from "@/lib/access/data";
import { pageName } from "@/lib/i18n/page-name";
import { byWhom } from "@/lib/wording/by-whom";

/** Entries of the access log with who and what in words. `when`: how a moment is written. */
export async function wordedAccesses(
  entries: readonly AccessEntry[],
  when: (at: Date) => string,
): Promise<readonly Readonly<Record<"id" | "when" | "who" | "name" | "page", string>>[]> {
  const by = await getTranslations("byWhom");
  const help = await getTranslations("help");
  // A file may have a million entries, of few pages.
  const names = new Map<string, string>();
  const nameOf = (page: string) => {
    const name = names.get(page) ?? pageName(page, help);
    names.set(page, name);
    return name;
  };
  return entries.map(({ id, at, who, page }) => ({
    ...{ id, when: when(at), who: byWhom(who, by), name: nameOf(page), page },
  }));
}
