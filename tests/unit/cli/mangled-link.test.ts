import { expect, test } from "vitest";
import { mendedLink } from "@/lib/cli/mangled-link";

const token = "3xAmpLe_t0ken-3xAmpLe_t0ken-3xAmpLe_t0ken-1";

test.each([
  ["/exit-talk%23", `/exit-talk#${token}`],
  ["/reminders%23", `/reminders#${token}`],
  ["/exit-talk/%23", `/exit-talk#${token}`],
])(
  "a link that a mail programme wrote as %sTOKEN leads to its page, the token after the #",
  (start, to) => {
    expect(mendedLink(`${start}${token}`)).toBe(to);
    expect(mendedLink(`${start}${token}?utm=mail`)).toBe(to);
  },
);

test("what is no token is dropped, so that nobody is led elsewhere; the page says what to do", () => {
  expect(mendedLink("/reminders%23//example.org/x")).toBe("/reminders");
  expect(mendedLink("/exit-talk%23a%0d%0aSet-Cookie:%20x")).toBe("/exit-talk");
});

test.each(["/exit-talk", "/reminders?x=%23", "/svar%23token", "/hr%23token", "/"])(
  "every other address stays as it is: %s",
  (path) => {
    expect(mendedLink(path)).toBeNull();
  },
);
