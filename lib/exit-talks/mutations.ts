import type { Prisma } from "@/generated/employer/client";
import type { HrActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/clients";
import { linkKey } from "@/lib/keys/link-key";
import type { Choice } from "./talk";
import { talkToken, talkTokenHash } from "./token";

/**
 * Offers a talk to one who leaves, once, and gives the token for the mail: the same at every reminder. `tx`: to
 * offer it with whatever else is done there.
 */
export async function offerTalk(
  departureId: string,
  tx: Prisma.TransactionClient = db("identity"),
): Promise<string> {
  const token = talkToken(linkKey(), departureId);
  await tx.exitTalk.createMany({
    data: [{ departureId, tokenHash: talkTokenHash(token), state: "offered" }],
    skipDuplicates: true,
  });
  return token;
}

/** The person chooses, or chooses again; what is held stays held. False when the link opens nothing. */
export async function chooseTalk(token: string, choice: Choice): Promise<boolean> {
  const wish =
    choice.state === "wished"
      ? { holder: choice.holder, contact: choice.contact || null }
      : { holder: null, contact: null };
  const { count } = await db("identity").exitTalk.updateMany({
    where: { tokenHash: talkTokenHash(token), state: { not: "held" } },
    data: { state: choice.state, ...wish },
  });
  return count > 0;
}

/**
 * HR notes that a talk was held: one that was wished for, or one that was offered by letter, whose reader asks HR
 * in person. How to reach the person is then no longer needed.
 */
export async function noteTalkHeld(_actor: HrActor, id: string): Promise<void> {
  await db("identity").exitTalk.updateMany({
    where: {
      id,
      OR: [
        { state: "wished" },
        { state: "offered", departure: { invitation: { channel: "letter" } } },
        { state: "offered", departure: { invited: "letter" } },
      ],
    },
    data: { state: "held", contact: null },
  });
}
