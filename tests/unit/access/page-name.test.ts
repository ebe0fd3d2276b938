import { expect, test } from "vitest";
import { pageName } from "@/lib/i18n/page-name";

const named = (page: string) => pageName(page, (key) => key);

test("an entry of the access log has its page's name, whose page it may be", () => {
  expect(named("/hr")).toBe("pages./hr.name");
  expect(named("/hr/units/VC04")).toBe("pages./hr/units/[code].name");
  expect(named("/hr/invitations/[id]")).toBe("pages./hr/invitations/[id].name");
  expect(named("/hr/units/VC04/actions/[id]")).toBe("pages./hr/units/[code]/actions/[id].name");
  expect(named("/operator/questionnaires/[hash]/edit")).toContain("[hash]/edit");
});

test("what is no page has no name: a file, a sign-in, a change of an account", () => {
  const others = ["/hr/downloads/units", "/sign-in link", "account created with hr: Maria"];
  expect(others.map(named)).toEqual(["", "", ""]);
});
