import { collectorOrigin, env, surveyOrigin } from "@/lib/env";
import { returnMark } from "@/lib/mail/return-number";
import { toBase64Url } from "@/lib/sealing/base64url";

// Every address that stands in a mail. Tokens go in the fragment, which no server is sent, with two exceptions below.

/** The survey, opened by an invitation's own token. */
export const surveyAddress = (token: Uint8Array): string =>
  `${new URL("/svar", surveyOrigin())}#${toBase64Url(token)}`;

/** Where an answer is taken back with its receipt code. */
export const withdrawAddress = (): string => String(new URL("/withdraw", collectorOrigin()));

/** What is kept of whoever is invited, and why. */
export const privacyAddress = (): string => String(new URL("/privacy", env().SORTI_ORIGIN));

export const exitTalkAddress = (token: string): string =>
  `${new URL("/exit-talk", env().SORTI_ORIGIN)}#${token}`;

/** The page where reminders are stopped or put off. */
export const remindersAddress = (stopToken: Uint8Array): string =>
  `${new URL("/reminders", env().SORTI_ORIGIN)}#${toBase64Url(stopToken)}`;

/** A unit's page, for HR. */
export const unitAddress = (code: string): string =>
  String(new URL(`/hr/units/${encodeURIComponent(code)}`, env().SORTI_ORIGIN));

/** What a mail program calls by itself when someone presses its own button (RFC 8058): it cannot send a fragment. */
export const oneClickStopAddress = (stopToken: Uint8Array): string =>
  `${new URL("/api/reminders", env().SORTI_ORIGIN)}/${toBase64Url(stopToken)}`;

/** A version of a quarter's report, for ever. */
export const reportAddress = (quarter: string, version: number): string =>
  String(new URL(`/reports/${quarter}/v/${version}`, collectorOrigin()));

/** The page where a subscriber confirms, or stops. */
export const subscriptionAddress = (token: Uint8Array): string =>
  `${new URL("/subscription", collectorOrigin())}#${toBase64Url(token)}`;

/** What names a mail for ever, however often it is sent (RFC 5322, 3.6.4). */
export const messageIdOf = (id: string): string => `<${id}@${new URL(collectorOrigin()).hostname}>`;

/** What names an invitation's mail, or a reminder's (counted from 1), by the number that its return would carry. */
export const returnableMessageId = (returnNumber: string, reminder = 0): string =>
  `<${returnMark(returnNumber)}.${reminder}@${new URL(env().SORTI_ORIGIN).hostname}>`;

/** The other one with a token in its path: what a mail program calls when its reader wants no more mails about reports. */
export const oneClickUnsubscribeAddress = (token: Uint8Array): string =>
  `${new URL("/api/subscriptions", collectorOrigin())}/${toBase64Url(token)}`;

/** Where a mailed link signs its account in, at the party that has the account. */
export const signInAddress = (token: string): string =>
  `${new URL("/sign-in/link", env().SORTI_ORIGIN)}#${token}`;

/** Where the auditor decides on a change: at the external party's, whose limits they are. */
export const changesAddress = (): string => String(new URL("/auditor/changes", collectorOrigin()));
