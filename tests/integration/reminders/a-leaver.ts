import { readFileSync } from "node:fs";
import path from "node:path";
import { commandLineActor } from "@/lib/auth/command-line";
import { db } from "@/lib/db/clients";
import { env } from "@/lib/env";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { fromBase64Url } from "@/lib/sealing/base64url";
import { departure, mailsTo } from "../invitations/mailing";

export const hr = commandLineActor("hr", "test");

/** Invited on the 16th of November, two weeks before the last day; the first reminder is due on the 26th. */
export const INVITED = new Date("2026-11-16T09:00:00Z");
export const LAST_DAY = "2026-11-30";
export const at = (day: string) => new Date(`${day}T09:00:00Z`);

/** One whose invitation went on the 16th; returns its id. */
export async function invited(email: string): Promise<string> {
  await departure(email, { at: INVITED, lastDay: LAST_DAY });
  await createInvitations(hr, INVITED);
  const { id } = await db("identity").invitation.findFirstOrThrow({
    where: { departure: { email } },
  });
  await deliverInvitation(id, { lastTry: false });
  await db("identity").invitation.update({ where: { id }, data: { sentAt: INVITED } });
  return id;
}

export const wishOf = async (id: string) =>
  (await db("identity").invitation.findUniqueOrThrow({ where: { id } })).wish;

/** The reminders among what has been mailed to an address. */
export const remindersTo = async (email: string) =>
  (await mailsTo(email)).filter(({ subject }) => subject.startsWith("Påminnelse"));

/** The newest mail to an address: its links, and the header lines that mail programs read. */
export async function newestMail(email: string) {
  const [mail] = await mailsTo(email);
  const file = path.resolve(env().SORTI_DATA_DIR, "mail", `${mail?.id}.eml`);
  const lines = readFileSync(file, "utf8")
    .replaceAll(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  const header = (name: string) =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const stopToken = /\/reminders#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  const surveyToken = /\/svar#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
  return { text: mail?.text ?? "", header, stopToken, surveyToken };
}

export const bytesOf = (token: string) => fromBase64Url(token);
