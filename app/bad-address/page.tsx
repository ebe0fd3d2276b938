import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WrongTurn } from "@/app/_shell/wrong-turn";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.badAddress");
  return { title: t("title") };
}

/** What the server shows, with status 400, for an address that cannot be read. */
export default function BadAddress() {
  return <WrongTurn of="badAddress" />;
}
