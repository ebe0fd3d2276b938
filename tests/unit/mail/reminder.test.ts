import { describe, expect, test } from "vitest";
import { type Reminder, reminderMail } from "@/lib/mail/reminder";

const HASH = "9c41e0b752fa118d9c41e0b752fa118d9c41e0b752fa118d9c41e0b752fa118d";
const LINK = "https://svara.example/svar#AbC_-123";
const CHOOSE = "https://svara.example/reminders#Stop_-45";
const WITHDRAW = "https://svara.example/withdraw";

const reminder: Reminder = {
  link: LINK,
  until: "2027-01-21",
  operator: "Mätbyrån Norr",
  region: "Region Norrsjö",
  manifestHash: HASH,
  remindersLink: CHOOSE,
  withdrawLink: WITHDRAW,
  language: "sv",
};

test("the reminder asks those who have answered to disregard it, since it goes to them too", () => {
  const { subject, text } = reminderMail(reminder);
  expect(subject).toBe("Påminnelse: vill du berätta varför du slutar?");
  expect(text).toContain("Har du redan svarat? Bortse från detta.");
  expect(text).toContain(`Öppna enkäten:\n${LINK}\n`);
  expect(text).toContain("till och med 21\u00a0januari 2027");
});

test("and in English to those whose language is English", () => {
  const { subject, text } = reminderMail({ ...reminder, language: "en" });
  expect(subject).toBe("Reminder: would you tell us why you are leaving?");
  expect(text).toContain("Have you already answered? Then disregard this.");
});

describe.each(["sv", "en"] as const)("in %s", (language) => {
  const mail = reminderMail({ ...reminder, language });

  test("its three links are the only addresses in it, and nothing is fetched when it is read", () => {
    const links = [LINK, CHOOSE, WITHDRAW];
    expect(mail.html.match(/https?:[^"<]*/g)).toEqual(links.flatMap((link) => [link, link]));
    expect(mail.html).not.toMatch(/<(img|script|link|style|iframe)\b|url\(|src=/i);
  });

  test("the checksum of the terms is in both forms of it", () => {
    expect(mail.text).toContain(HASH);
    expect(mail.html).toContain(HASH);
  });

  test("it says how to be reminded after having left, and how to get no more", () => {
    expect(mail.text).toMatch(/när du har slutat|when you have left/);
    expect(mail.text).toMatch(/inte bli påmind mer|not be reminded again/);
  });
});
