import { expect, test } from "vitest";
import { choose } from "@/app/exit-talk/actions";
import { db } from "@/lib/db/clients";
import { talkCoverage, talkLines } from "@/lib/exit-talks/data";
import { noteTalkHeld, offerTalk } from "@/lib/exit-talks/mutations";
import { noteHandedOver } from "@/lib/letters/mutations";
import { form, hr, leaver, MAILED, TODAY, withUnit } from "./leavers";

withUnit();

test("the coverage is of those whom the region's rule promises a talk: since the first was invited, and with why the others have none", async () => {
  expect(await talkCoverage(hr, TODAY)).toBeNull();
  const early = await leaver("2026-03-31");
  await offerTalk(early);
  await leaver("2026-03-30", null);
  await leaver("2026-04-30", null);
  await leaver("2026-04-30", { channel: "letter", state: "letter" }, "retirement");
  await leaver("2026-06-03", { channel: "mail", state: "queued" });
  await leaver("2026-06-04", { channel: "mail", state: "queued" });
  await leaver("2026-04-30", { channel: "mail", state: "withdrawn" });
  await offerTalk(await leaver("2026-04-30", MAILED, "internal_move"));
  expect(await talkCoverage(hr, TODAY)).toEqual({
    since: "2026-03-31",
    leavers: 4,
    everOffered: 1,
    offered: 1,
    wished: 0,
    declined: 0,
    held: 0,
    letter: 1,
    mail: 1,
    uninvited: 1,
  });
});

test("the list is of a year, but nobody who waits for a talk falls out of it", async () => {
  const [old, waiting] = [await leaver("2025-03-31"), await leaver("2025-03-31")];
  await offerTalk(old);
  await choose(await offerTalk(waiting), form({ with: "hr", contact: "" }));
  expect(await talkLines(hr, TODAY)).toMatchObject([{ state: "wished", lastDay: "2025-03-31" }]);
});

test("who gets a letter is offered a talk in it, once it is handed over, and asks HR in person", async () => {
  const departureId = await leaver("2026-04-30", { channel: "letter", state: "letter" });
  const invitation = await db("identity").invitation.findUniqueOrThrow({ where: { departureId } });
  const letter = { id: invitation.id, number: "482716", language: "sv", until: "2026-06-29" };
  await db("identity").letter.create({ data: { ...letter, state: "printed" } });
  expect(await talkLines(hr, TODAY)).toEqual([]);
  await Promise.all([noteHandedOver(hr, "482716"), noteHandedOver(hr, "482716")]);
  const [line] = await talkLines(hr, TODAY);
  expect(line).toMatchObject({ state: "offered", byLetter: true });
  await noteTalkHeld(hr, line?.id ?? "");
  expect(await talkLines(hr, TODAY)).toMatchObject([{ state: "held" }]);
});
