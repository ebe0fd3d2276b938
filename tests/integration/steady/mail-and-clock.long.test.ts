import { expect, test } from "vitest";
import { commandLineActor } from "@/lib/auth/command-line";
import { closeIssuing, closeReceiving } from "@/lib/closing/mutations";
import { issueCredential } from "@/lib/credential/mutations";
import { db } from "@/lib/db/clients";
import { createInvitations, deliverInvitation } from "@/lib/invitations/mutations";
import { lastDayOf } from "@/lib/quarters/quarter";
import { dayAt } from "@/lib/quarters/today";
import { asOwner } from "../../support/databases";
import { blinded, newLink } from "../../support/respondent";
import { atNoon, openSmallRound, operator, Q1, roundOf } from "../../support/round";
import { departure, holdingServer, mailServer, mailsTo, withMailing } from "../invitations/mailing";

withMailing();

const hr = commandLineActor("hr", "test");
const GRACE = 72 * 3600;
const idsIn = (raw: string) => raw.match(/^Message-ID: .+$/gm)?.map((line) => line.trim()) ?? [];

test("a mail server that takes a mail and falls silent costs nobody an invitation; sent again, it is the same mail to a mail program", async () => {
  await departure("sol@x.example", { at: new Date(), lastDay: dayAt(new Date()) });
  await createInvitations(hr);
  const [invitation] = await db("identity").invitation.findMany();
  const send = () => deliverInvitation(invitation?.id ?? "", { lastTry: false });
  const first = await holdingServer();
  await expect(send()).rejects.toThrow("The mail did not go");
  expect(await db("identity").invitation.findMany()).toMatchObject([{ state: "queued" }]);
  const second = await holdingServer();
  second.release();
  await send();
  expect(await db("identity").invitation.findMany()).toMatchObject([{ state: "sent" }]);
  expect([first.taken(), second.taken()]).toEqual([1, 1]);
  expect(idsIn(first.raw())).toHaveLength(1);
  expect(idsIn(second.raw())).toEqual(idsIn(first.raw()));
  await mailServer("start");
  await send();
  expect(await mailsTo("sol@x.example")).toEqual([]);
});

test("a clock that jumps uses up no link and closes no inbox early", async () => {
  const round = await openSmallRound();
  const token = await newLink({ from: "2026-01-05", to: "2026-03-20" });
  const ask = async (day: string) =>
    issueCredential({ token, quarter: Q1, blinded: (await blinded(round)).blinded }, day);
  for (const jumped of ["1970-01-01", "2025-02-10", "2027-02-10"]) {
    expect(await ask(jumped)).toEqual({ kind: "refused", error: "outside-window" });
  }
  expect(await asOwner("employer", "SELECT FROM issuer.redemptions")).toEqual([]);
  expect((await ask("2026-02-10")).kind).toBe("signed");

  const end = atNoon(lastDayOf(Q1));
  await closeIssuing(operator(), Q1, GRACE, end);
  for (const jumped of ["1970-01-02", "2026-03-30", "2026-04-02"]) {
    await expect(closeReceiving(operator(), Q1, atNoon(jumped))).rejects.toThrow();
  }
  expect(await roundOf(Q1)).toMatchObject({ state: "grace" });
  await closeReceiving(operator(), Q1, atNoon("2026-04-04"));
  expect(await roundOf(Q1)).toMatchObject({ state: "closed" });
});
