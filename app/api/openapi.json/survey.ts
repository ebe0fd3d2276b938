import { z } from "zod";
import {
  credentialShape,
  invitationShape,
  responseShape,
  withdrawalShape,
} from "@/lib/doors/shapes";
import { signedManifestSchema } from "@/lib/rounds/manifest";
import { day, hex, OF_EVERY_CALL, quarter, refused } from "./answers";
import { JSON_TYPE, type Operation } from "./operation";

const series = z.enum(["leaver", "retiree", "mover"]);
const open = {
  state: z.literal("open"),
  quarter,
  unit: z.string(),
  series,
  language: z.string(),
  until: day,
};

const noRound = z.looseObject({ error: z.enum(["no-round", "unavailable"]), from: day.optional() });
const pause = { says: "No round is open; `from` is the day the next opens.", shape: noRound };

const TOKEN = "A".repeat(43);
const SIGNED = "A".repeat(512);

const manifest: Operation = {
  ...{ path: "/api/survey/manifest", method: "get", of: "collector" },
  says: "What both custodians signed for the round that is open.",
  answers: {
    200: { says: "The same bytes for everyone.", shape: signedManifestSchema },
    403: OF_EVERY_CALL[403],
    503: pause,
  },
};

const invitation: Operation = {
  ...{ path: "/api/survey/invitation", method: "post", of: "issuer" },
  says: "May this link, or letter's code, begin? Writes nothing.",
  body: { type: JSON_TYPE, shape: invitationShape, example: { token: TOKEN } },
  answers: {
    ...OF_EVERY_CALL,
    200: {
      says: "The same for an open and a used link.",
      shape: z.union([
        z.strictObject(open),
        z.strictObject({ state: z.literal("not-yet"), from: day }),
        z.strictObject({ state: z.literal("expired") }),
      ]),
    },
    400: refused("No such body.", "malformed"),
    404: refused("Nobody's link.", "unknown-link"),
    503: pause,
  },
};

const credential: Operation = {
  ...{ path: "/api/survey/credential", method: "post", of: "issuer" },
  says: "Signs the first blinded value of a link; the same value again gets the same signature.",
  body: {
    ...{ type: JSON_TYPE, shape: credentialShape },
    example: { token: TOKEN, quarter: "2026-Q3", blinded: SIGNED },
  },
  answers: {
    ...OF_EVERY_CALL,
    200: { says: "The blind signature.", shape: z.strictObject({ blindSignature: z.string() }) },
    400: refused("Not a blinded value of this key; nothing was used up.", "malformed"),
    403: refused("Too early, too late, or another site's page.", "outside-window", "wrong-origin"),
    404: refused("Nobody's link.", "unknown-link"),
    409: refused(
      "Another value was signed, or the round has changed.",
      ...["already-used", "round-changed"],
    ),
  },
};

const responses: Operation = {
  ...{ path: "/api/survey/responses", method: "post", of: "collector" },
  says: "Stores a sealed answer once.",
  body: {
    ...{ type: JSON_TYPE, shape: responseShape },
    example: { message: "A".repeat(139), signature: SIGNED, sealed: "AAAA", withdrawalHash: TOKEN },
  },
  answers: {
    ...OF_EVERY_CALL,
    204: { says: "Stored, now or before." },
    400: refused("A field is not of its length, or the message is none of ours.", "malformed"),
    403: refused(
      "The signature does not hold for this answer, or another site's page asks.",
      ...["bad-credential", "wrong-origin"],
    ),
    409: refused("That round no longer receives.", "round-changed"),
    410: refused("No round receives.", "receiving-stopped"),
  },
};

const withdrawals: Operation = {
  ...{ path: "/api/survey/withdrawals", method: "post", of: "collector" },
  says: "Leaves the answer of a receipt out of the count, for good.",
  body: {
    ...{ type: JSON_TYPE, shape: withdrawalShape },
    example: { receipt: "0123-4567-89AB-CDEF-GHJK" },
  },
  answers: {
    ...OF_EVERY_CALL,
    204: { says: "Noted, whether or not there was such an answer." },
    400: refused("No receipt.", "malformed"),
    409: refused("The round was mixed meanwhile.", "round-changed"),
    410: refused("No round receives.", "receiving-stopped"),
  },
};

const receipts: Operation = {
  ...{ path: "/api/survey/receipts/{quarter}", method: "get", of: "collector" },
  says: "Which receipts came to a quarter's mix, and which wait for the next.",
  parameters: [
    { name: "quarter", in: "path", says: "The round.", shape: quarter, example: "2026-Q3" },
  ],
  answers: {
    200: {
      says: "SHA-256 of receipts, sorted.",
      shape: z.strictObject({
        reached: z.array(hex),
        carried: z.array(hex),
        dropped: z.int().min(0),
      }),
    },
    403: OF_EVERY_CALL[403],
    404: refused("Not mixed.", "not-mixed"),
    503: OF_EVERY_CALL[503],
  },
};

export const SURVEY = [manifest, invitation, credential, responses, withdrawals, receipts] as const;
