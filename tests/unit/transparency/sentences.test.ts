import { describe, expect, test } from "vitest";
import { catalogues } from "@/lib/i18n/catalogues";
import { LOG_KINDS } from "@/lib/transparency/entry";
import { BROKEN_REASONS } from "@/lib/transparency/verify";
import { texts } from "../i18n/reading";

describe.each(["sv", "en"] as const)("in %s", (locale) => {
  const paths = (area: string) => texts(catalogues(locale)[area] ?? {}).map(([path]) => path);

  test.each(LOG_KINDS)("a line of the kind %s has its sentence", (kind) => {
    expect(paths("log")).toContain(`kinds.${kind}`);
  });

  test.each(BROKEN_REASONS)("a log that breaks with %s says why", (reason) => {
    expect(paths("logCheck")).toContain(`why.${reason}`);
  });
});
