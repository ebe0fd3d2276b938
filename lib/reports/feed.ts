import { Feed } from "feed";
import type { Quarter } from "@/lib/quarters/quarter";
import { flaggedSentence } from "@/lib/reports/sentences/where";
import type { Words } from "@/lib/reports/sentences/words";
import type { PublishedReport } from "@/lib/reports/snapshot";
import { quarterMonths } from "@/lib/wording/date";

export type FeedPlace = {
  /** The public address without a path. */
  readonly origin: string;
  /** The feed's own path. */
  readonly path: string;
  readonly region: string;
  readonly operator: string;
};

/** A calendar day as the moment that a feed asks for. */
const moment = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The library says that titles and summaries are HTML: what people wrote is made text of it. */
const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Reports as an Atom feed (RFC 4287), one entry a version, in the order given. An entry's id is the version's
 * permanent address: it never changes, and a correction is an entry of its own.
 */
export function reportFeed(
  reports: readonly PublishedReport[],
  { origin, path, region, operator }: FeedPlace,
  words: Words,
): string {
  const { say: t, locale } = words;
  const newest = reports
    .map(({ publishedOn }) => publishedOn)
    .toSorted()
    .at(-1);
  const feed = new Feed({
    title: t("feed.title", { region }),
    description: t("feed.says"),
    id: `${origin}${path}`,
    link: `${origin}/reports`,
    // A feed without a report is as old as nothing can be.
    updated: moment(newest ?? "1970-01-01"),
    generator: "Sorti",
    copyright: "CC0 1.0",
    author: { name: operator },
    feedLinks: { atom: `${origin}${path}` },
  });
  for (const report of reports) {
    const { snapshot, version, note, publishedOn } = report;
    const months = quarterMonths(snapshot.quarter as Quarter, locale);
    const link = `${origin}/reports/${snapshot.quarter}/v/${version}`;
    const day = moment(publishedOn);
    feed.addItem({
      title: asHtml(t(version === 1 ? "feed.entry" : "feed.corrected", { months, version })),
      description: asHtml(note ?? flaggedSentence(snapshot, words)),
      ...{ id: link, link, date: day, published: day },
    });
  }
  // The library tells the language in RSS only.
  return feed.atom1().replace("<feed ", `<feed xml:lang="${locale}" `);
}
