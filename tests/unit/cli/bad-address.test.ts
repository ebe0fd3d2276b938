import { expect, test } from "vitest";
import { isMalformed } from "@/lib/cli/bad-address";
import { refusedCall } from "@/lib/cli/survey-gate";

const MALFORMED = [
  "/hr/units/%E5",
  "/%",
  "/reports/%zz",
  "/log/%C3%28",
  "/%ED%A0%80",
  "/x?sok=%00",
];

test.each(MALFORMED)("%s cannot be read, whatever page it asks for", (address) => {
  expect(isMalformed(address)).toBe(true);
});

test.each(["/", "/hr/units/%C3%A5", "/svar%23abc", "/hr/units?sok=%E5", "/hr/units/a%25"])(
  "%s can be read",
  (address) => {
    expect(isMalformed(address)).toBe(false);
  },
);

test("a malformed call of the survey is refused in the survey's own words", () => {
  expect(refusedCall("GET", "/api/survey/receipts/%E5", true)?.status).toBe(404);
});
