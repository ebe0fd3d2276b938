import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { choose, openTalk } from "@/app/exit-talk/actions";
import { db } from "@/lib/db/clients";
import { talkLines } from "@/lib/exit-talks/data";
import { chooseTalk, noteTalkHeld, offerTalk } from "@/lib/exit-talks/mutations";
import { asOwner } from "../../support/databases";
import { form, hr, leaver, TODAY, withUnit } from "./leavers";

withUnit();

const stored = () => asOwner("employer", "SELECT * FROM identity.exit_talks ORDER BY id");
const OFFERED = { state: "offered", holder: null, contact: null };

test("every reminder carries the same link, offered once, also when two mails go at once", async () => {
  const id = await leaver();
  const tokens = await Promise.all([offerTalk(id), offerTalk(id), offerTalk(id)]);
  expect(new Set(tokens).size).toBe(1);
  expect(await stored()).toHaveLength(1);
  expect(JSON.stringify(await stored())).not.toContain(tokens[0]);
});

test("opening the link changes nothing, however often", async () => {
  const token = await offerTalk(await leaver());
  const before = await stored();
  expect(await openTalk(token)).toEqual(OFFERED);
  expect(await openTalk(token)).toEqual(OFFERED);
  expect(await stored()).toEqual(before);
});

test("a person chooses, and may choose again, until the talk was held; then the contact is gone", async () => {
  const token = await offerTalk(await leaver());
  expect(await choose(token, form({ with: "hr", contact: " efter fyra " }))).toEqual({
    state: "wished",
    holder: "hr",
    contact: "efter fyra",
  });
  expect(await choose(token, form({ with: "none", contact: "efter fyra" }))).toEqual({
    state: "declined",
    holder: null,
    contact: null,
  });
  await choose(token, form({ with: "manager", contact: "070" }));
  const [line] = await talkLines(hr, TODAY);
  await noteTalkHeld(hr, line?.id ?? "");
  await noteTalkHeld(hr, line?.id ?? "");
  const held = { state: "held", holder: "manager", contact: null };
  expect(await openTalk(token)).toEqual(held);
  expect(await choose(token, form({ with: "none" }))).toEqual(held);
});

test("a choice that is none is asked for again, and what stood before still stands", async () => {
  const token = await offerTalk(await leaver());
  await choose(token, form({ with: "hr", contact: "070" }));
  expect(await choose(token, form({ contact: "071" }))).toBe("nothing-chosen");
  const long = form({ with: "hr", contact: "x".repeat(201) });
  expect(await choose(token, long)).toBe("contact-too-long");
  expect(await openTalk(token)).toMatchObject({ state: "wished", contact: "070" });
});

test("a wrong link opens nothing and changes nobody's choice", async () => {
  await offerTalk(await leaver());
  const before = await stored();
  for (const wrong of ["", "x", randomBytes(32).toString("base64url"), "'; DROP TABLE"]) {
    expect(await openTalk(wrong)).toBeNull();
    expect(await choose(wrong, form({ with: "hr" }))).toBeNull();
    expect(await chooseTalk(wrong, { state: "declined" })).toBe(false);
  }
  expect(await stored()).toEqual(before);
});

test("HR sees every offer with unit and last day, the latest first", async () => {
  const [early, late] = [await leaver("2026-03-31"), await leaver("2026-04-30")];
  await leaver("2026-05-31");
  const wished = await offerTalk(early);
  await offerTalk(late);
  await choose(wished, form({ with: "managers-manager", contact: "" }));
  expect(await talkLines(hr, TODAY)).toMatchObject([
    { unit: "Almens vårdcentral", lastDay: "2026-04-30", state: "offered", holder: null },
    {
      unit: "Almens vårdcentral",
      lastDay: "2026-03-31",
      state: "wished",
      holder: "managers-manager",
    },
  ]);
});

test("HR tells two who leave the same unit the same day apart, and can reach one who only wished", async () => {
  const [one, other] = [await leaver(), await leaver()];
  const person = { email: "work@region.example", privateEmail: "home@mail.example" };
  await db("identity").departure.update({ where: { id: one }, data: person });
  const token = await offerTalk(one);
  await offerTalk(other);
  const of = async () =>
    (await talkLines(hr, TODAY)).toSorted((a, b) => a.state.localeCompare(b.state));
  expect((await of()).map(({ address, alike }) => [address, alike.of])).toEqual([
    [null, 2],
    [null, 2],
  ]);
  const numbers = new Set((await of()).map(({ alike }) => alike.number));
  expect(numbers).toEqual(new Set([1, 2]));
  await choose(token, form({ with: "hr", contact: "" }));
  expect(await of()).toMatchObject([
    { state: "offered", address: null },
    { state: "wished", address: person.privateEmail },
  ]);
  await choose(token, form({ with: "hr", contact: "070" }));
  expect((await of())[1]).toMatchObject({ contact: "070", address: null });
});

test("a talk offered by mail is noted as held only when somebody wished for it", async () => {
  const token = await offerTalk(await leaver());
  const [line] = await talkLines(hr, TODAY);
  await noteTalkHeld(hr, line?.id ?? "");
  expect(await openTalk(token)).toEqual(OFFERED);
});
