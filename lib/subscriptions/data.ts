import { commandLineActor } from "@/lib/auth/command-line";
import { env } from "@/lib/env";
import { localeOf } from "@/lib/i18n/locale";
import { subscriptionKey, subscriptionToken } from "@/lib/keys/subscription-key";
import {
  messageIdOf,
  oneClickUnsubscribeAddress,
  reportAddress,
  subscriptionAddress,
} from "@/lib/mail/addresses";
import type { Mail } from "@/lib/mail/mail";
import { confirmationMail, reportMail } from "@/lib/mail/subscription";
import { findReportHead } from "@/lib/reports/data";
import { type About, readAbout } from "./about";

/** A mail that waits, with the address that it goes to. `tries`: this one included. */
export type WaitingMail = {
  readonly id: string;
  readonly about: string;
  readonly tries: number;
  readonly subscriberId: string;
  readonly email: string;
  readonly language: string;
  readonly confirmed: boolean;
};

const reader = () => commandLineActor("operator", "mails about reports");

/** A waiting mail in words; null when there is nothing to say: confirmed meanwhile, or no such report. */
export async function mailAbout(waiting: WaitingMail): Promise<Mail | null> {
  const about = readAbout(waiting.about);
  if (about === null || (about.kind === "confirm") === waiting.confirmed) return null;
  const token = subscriptionToken(subscriptionKey(), waiting.subscriberId);
  const { SORTI_REGION: region, SORTI_OPERATOR: operator } = env();
  const common = {
    ...{ region, operator, language: localeOf(waiting.language) },
    ownLink: subscriptionAddress(token),
  };
  const content =
    about.kind === "confirm" ? confirmationMail(common) : await aboutReport(about, common);
  if (content === null) return null;
  const stopAddress = oneClickUnsubscribeAddress(token);
  return { ...content, to: waiting.email, stopAddress, messageId: messageIdOf(waiting.id) };
}

async function aboutReport(
  { quarter, version }: Extract<About, { kind: "report" }>,
  common: Parameters<typeof confirmationMail>[0],
) {
  const head = await findReportHead(reader(), quarter, version);
  if (head === null) return null;
  // Among those who sign in, a mail says only that there is something to read.
  const note = env().SORTI_REPORTS === "public" ? head.note : null;
  return reportMail({
    ...common,
    quarter,
    note,
    corrected: version > 1,
    link: reportAddress(quarter, version),
  });
}
