import { describe, expect, test } from "vitest";
import { type Invitation, invitationMail } from "@/lib/mail/invitation";

const HASH = "9c41e0b752fa118d9c41e0b752fa118d9c41e0b752fa118d9c41e0b752fa118d";
const TALK = "https://svara.example/exit-talk#XyZ_-9";
const LINK = "https://svara.example/svar#AbC_-123";
const REMINDERS = "https://svara.example/reminders#Stop_-45";
const WITHDRAW = "https://svara.example/withdraw";
const PRIVACY = "https://hr.example/privacy";

const invitation: Invitation = {
  link: LINK,
  until: "2027-01-21",
  operator: "Mätbyrån Norr",
  region: "Region Norrsjö",
  manifestHash: HASH,
  exitTalkLink: TALK,
  withdrawLink: WITHDRAW,
  remindersLink: REMINDERS,
  privacyLink: PRIVACY,
  language: "sv",
};

test("the invitation asks in Swedish, says until when, and who asks", () => {
  const { subject, text } = invitationMail(invitation);
  expect(subject).toBe("Vill du berätta varför du slutar?");
  expect(text).toContain(`Öppna enkäten:\n${LINK}\n`);
  expect(text).toContain("till och med 21\u00a0januari 2027");
  expect(text).toContain("Mätbyrån Norr, på uppdrag av Region Norrsjö");
});

test("and in English to those whose language is English", () => {
  const { subject, text } = invitationMail({ ...invitation, language: "en" });
  expect(subject).toBe("Would you tell us why you are leaving?");
  expect(text).toContain("up to and including 21\u00a0January 2027");
});

describe.each(["sv", "en"] as const)("in %s", (language) => {
  const mail = invitationMail({ ...invitation, language });

  test("the checksum of the terms is in both forms of the mail", () => {
    expect(mail.text).toContain(HASH);
    expect(mail.html).toContain(HASH);
  });

  test("its five links are the only addresses in it, and nothing is fetched when it is read", () => {
    const links = [LINK, REMINDERS, WITHDRAW, TALK, PRIVACY];
    expect(mail.html.match(/https?:[^"<]*/g)).toEqual(links.flatMap((link) => [link, link]));
    expect(mail.html).not.toMatch(/<(img|script|link|style|iframe)\b|url\(|src=/i);
  });

  test("a first invitation does not speak of having answered already", () => {
    expect(mail.text).not.toMatch(/redan svarat|already answered/);
  });

  test("it says that one may be reminded after having left, or not at all", () => {
    expect(mail.text).toMatch(/när du har slutat|when you have left/);
    expect(mail.text).toMatch(/stoppa påminnelserna|stop the reminders/);
  });

  test("it says that the region knows of the leaving and the address, and where to read what is kept", () => {
    expect(mail.text).toMatch(
      /veta att du slutar, och din mejladress|leaving, and your e-mail address/,
    );
    expect(mail.text).toContain(PRIVACY);
  });

  test("what is not offered is not mentioned", () => {
    const plain = invitationMail({
      ...invitation,
      language,
      exitTalkLink: null,
      withdrawLink: null,
    });
    expect(plain.text).not.toMatch(/avslutssamtal|exit talk|kvittokod|receipt/);
    expect(mail.text).toMatch(/avslutssamtal|exit talk/);
    expect(mail.text).toMatch(/kvittokod|receipt code/);
  });
});

test("a name with signs that mean something in HTML is shown as it is", () => {
  const { html } = invitationMail({ ...invitation, operator: 'A & B <"C">' });
  expect(html).toContain("A &amp; B &lt;&quot;C&quot;&gt;");
});
