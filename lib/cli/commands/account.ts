import type { Command } from "commander";
import {
  createAccount,
  everyAccount,
  removeAccount,
  resetSecondFactor,
  setDisabled,
  setRoles,
  signOutAccount,
} from "@/lib/auth/administer";
import { commandLineAdministrator } from "@/lib/auth/command-line";
import { USER_ROLES, type UserRole } from "@/lib/auth/roles";
import { worksHere } from "@/lib/auth/works-at";
import { Refusal } from "@/lib/cli/refusal";
import { withInstallation } from "@/lib/cli/with-installation";
import { readAddress } from "@/lib/subscriptions/ask";

const by = () => commandLineAdministrator("sorti account");

const NONE = "There is no account with this address. `sorti account list` shows every account.";

function addressOf(typed: string): string {
  const email = readAddress(typed);
  if (email === null) throw new Refusal("That is no e-mail address.");
  return email;
}

/** Roles as they are typed, `hr,operator`. Throws a sentence for one that has nothing to do at this party. */
function rolesOf(typed: string): readonly UserRole[] {
  const here = USER_ROLES.filter(worksHere);
  const named = [...new Set(typed.split(",").map((one) => one.trim()))];
  const roles = here.filter((role) => named.includes(role));
  if (roles.length === named.length) return roles;
  throw new Refusal(`A role here is one of: ${here.join(", ")}. Several are written with commas.`);
}

function tellCode(code: string | null): void {
  if (code === null) return;
  console.log(`Start code: ${code.replace(/.{4}(?=.)/g, "$&-")}`);
  console.log(
    "It is shown now and never again. Hand it over in person or by phone, never by mail: with it the account's owner connects a phone at the first signing in.",
  );
}

async function create(typed: string, options: { name: string; role: string }): Promise<void> {
  const email = addressOf(typed);
  const [name, roles] = [options.name.trim(), rolesOf(options.role)];
  if (name === "") throw new Refusal("An account needs a name: whose is it?");
  const made = await withInstallation(() =>
    createAccount(by(), { email, name, roles }, new Date()),
  );
  if (!made) throw new Refusal("There is an account with this address already.");
  console.log(`The account is made, with ${roles.join(", ")}.`);
  tellCode(made.startCode);
}

async function list(): Promise<void> {
  const all = await withInstallation(() => everyAccount(by()));
  if (all.length === 0) console.log("There is no account.");
  for (const { email, name, roles, disabled, seenOn } of all) {
    const state = disabled ? "disabled" : `last seen ${seenOn ?? "never"}`;
    console.log(`${email}  ${name}  ${roles.join(", ") || "no role"}  ${state}`);
  }
}

async function role(typed: string, roles: string): Promise<void> {
  const [email, read] = [addressOf(typed), rolesOf(roles)];
  const done = await withInstallation(() => setRoles(by(), email, read, new Date()));
  if (!done) throw new Refusal(NONE);
  console.log(`The account has ${read.join(", ")} from now on, and no other role.`);
  tellCode(done.startCode);
}

const able = (disabled: boolean) => async (typed: string) => {
  const email = addressOf(typed);
  const done = await withInstallation(() => setDisabled(by(), email, disabled, new Date()));
  if (!done) throw new Refusal(NONE);
  console.log(disabled ? "The account opens nothing from now on." : "The account is open again.");
};

async function resetFactor(typed: string): Promise<void> {
  const email = addressOf(typed);
  const code = await withInstallation(() => resetSecondFactor(by(), email, new Date()));
  if (code === null) throw new Refusal(NONE);
  console.log("The account is signed out; its phone and its recovery codes are no longer known.");
  tellCode(code);
}

async function signOut(typed: string): Promise<void> {
  const email = addressOf(typed);
  const ended = await withInstallation(() => signOutAccount(by(), email, new Date()));
  if (ended === null) throw new Refusal(NONE);
  console.log(`Ended ${ended} sessions.`);
}

async function remove(typed: string): Promise<void> {
  const email = addressOf(typed);
  const done = await withInstallation(() => removeAccount(by(), email, new Date()));
  if (done.outcome === "gone") throw new Refusal(NONE);
  if (done.outcome === "last") {
    throw new Refusal(
      `Nobody else here could sign in as ${done.roles.join(", ")}. Make that account first, or disable this one: then it can be removed. Nothing was changed.`,
    );
  }
  console.log("The account is removed, with its phone, recovery codes, sessions and links.");
}

/** `sorti account create|list|role|disable|enable|remove|reset-second-factor|sign-out` */
export function accountCommands(program: Command): void {
  const group = program.command("account").description("who signs in at this party, and as what");
  const about = (name: string, says: string) =>
    group.command(name).argument("<email>", "the account's address").description(says);
  about("create", "make an account; shows the code that starts its second factor")
    .requiredOption("--name <name>", "whose it is")
    .requiredOption("--role <roles>", "hr, operator, auditor or politician; several with commas")
    .action(create);
  group.command("list").description("every account, and when it was last used").action(list);
  about("role", "give an account these roles and no other, at once")
    .argument("<roles>", "several with commas")
    .action(role);
  about("disable", "let an account in no more, at once").action(able(true));
  about("enable", "let it in again").action(able(false));
  about("remove", "remove an account for good, when somebody has left").action(remove);
  about("reset-second-factor", "the phone is lost: start with another one").action(resetFactor);
  about("sign-out", "end every session of an account").action(signOut);
}
