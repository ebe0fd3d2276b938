import { z } from "zod";
import { tokenShape } from "@/lib/doors/shapes";
import { WISHES } from "@/lib/reminders/rule";
import { OF_EVERY_CALL, refused } from "./answers";
import { JSON_TYPE, type Operation, type Parameter } from "./operation";

const TOKEN = "A".repeat(43);
const token: Parameter = {
  ...{ name: "token", in: "path", says: "As the mail has it." },
  ...{ shape: tokenShape.shape.token, example: TOKEN },
};
const oneClick = z.strictObject({ "List-Unsubscribe": z.literal("One-Click") });
const form = {
  ...{ type: "application/x-www-form-urlencoded", shape: oneClick },
  example: { "List-Unsubscribe": "One-Click" },
};
const done = { says: "Noted; the same of a token that is nobody's." };
const malformed = refused("No such body.", "malformed");
const { 403: wrongOrigin, 413: tooLarge, 429: slowDown, 503: unavailable } = OF_EVERY_CALL;

type Mailed = {
  readonly of: Operation["of"];
  readonly at: `/${string}`;
  readonly what: string;
  readonly wishes: readonly [string, ...string[]];
  readonly more?: Operation["answers"];
};

/** The three calls of a mailed token: a choice, a mail program's one click, and what opens the address. */
const mailed = ({ of, at, what, wishes, more }: Mailed): readonly Operation[] => [
  {
    ...{ path: at, method: "post", of, says: `Keeps a choice about ${what}.` },
    body: {
      type: JSON_TYPE,
      shape: tokenShape.extend({ wish: z.enum(wishes) }),
      example: { token: TOKEN, wish: wishes[0] },
    },
    answers: {
      ...{ 204: done, 400: malformed, 403: wrongOrigin, 413: tooLarge, 429: slowDown },
      ...{ 503: unavailable, ...more },
    },
  },
  {
    ...{ path: `${at}/{token}`, method: "post", of, parameters: [token], body: form },
    says: `Stops ${what} by a mail program's one click (RFC 8058).`,
    answers: { 204: done, 400: malformed, 429: slowDown, 503: unavailable },
  },
  {
    ...{ path: `${at}/{token}`, method: "get", of, parameters: [token] },
    says: "Leads to the page with the token in the fragment; changes nothing.",
    answers: { 303: { says: "The page." } },
  },
];

export const MAILED: readonly Operation[] = [
  ...mailed({ of: "issuer", at: "/api/reminders", what: "reminders", wishes: WISHES }),
  ...mailed({
    ...{ of: "collector", at: "/api/subscriptions", what: "mails about reports" },
    wishes: ["stop", "confirm"],
    more: { 410: refused("The address has been forgotten.", "forgotten") },
  }),
];
