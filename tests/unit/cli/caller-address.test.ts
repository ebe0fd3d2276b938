import fc from "fast-check";
import { expect, test } from "vitest";
import { callerAddress } from "@/lib/cli/caller-address";

test("without proxies a caller cannot choose its address", () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), (header) => {
      expect(callerAddress(header, "203.0.113.7", 0)).toBe("203.0.113.7");
    }),
  );
});

test("behind proxies nothing that the caller writes changes its address", () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      expect(callerAddress(`${header}, 203.0.113.7`, "10.0.0.1", 1)).toBe("203.0.113.7");
      expect(callerAddress(`${header}, 203.0.113.7, 10.0.0.2`, "10.0.0.1", 2)).toBe("203.0.113.7");
    }),
  );
});

test.each([
  ["no header, one proxy", undefined, 1, "10.0.0.1"],
  ["the header twice", ["198.51.100.1", "203.0.113.7"], 1, "203.0.113.7"],
  ["a list that is too short", "203.0.113.7", 3, "203.0.113.7"],
  ["IPv6", "2001:db8::1, 2001:db8::2", 1, "2001:db8::2"],
])("%s", (_, header, proxies, address) => {
  expect(callerAddress(header, "10.0.0.1", proxies)).toBe(address);
});
