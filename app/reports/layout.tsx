import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { collectorOrigin } from "@/lib/env";

/** Every page of a report names the feeds, so that a reader of feeds finds them from any. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("subscription.feed");
  const feed = (file: string, language: "sv" | "en") => [
    { url: `/reports/${file}`, title: `${t("title")}, ${t(language)}` },
  ];
  return {
    metadataBase: new URL(collectorOrigin()),
    alternates: {
      types: {
        "application/atom+xml": [...feed("feed.xml", "sv"), ...feed("feed.en.xml", "en")],
      },
    },
  };
}

export default function ReportsLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
