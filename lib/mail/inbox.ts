import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import PostalMime from "postal-mime";
import { env } from "@/lib/env";

/** The demonstration's inbox: a folder, so that a restart keeps it and every process sees it. */
const folder = () => path.resolve(env().SORTI_DATA_DIR, "mail");

export type CaughtMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

const NAME = /^\d{15}-[0-9a-f]{8}$/;

/** Keeps a raw message under a name that sorts by arrival. */
export async function keepMail(raw: Buffer, arrived: Date, mark: string): Promise<void> {
  await mkdir(folder(), { recursive: true });
  const name = `${String(arrived.getTime()).padStart(15, "0")}-${mark}`;
  await writeFile(path.join(folder(), `${name}.eml`), raw);
}

async function opened(id: string): Promise<CaughtMail> {
  const mail = await PostalMime.parse(await readFile(path.join(folder(), `${id}.eml`)));
  const to = mail.to?.map((one) => one.address ?? "").join(", ") ?? "";
  return { id, to, subject: mail.subject ?? "", text: mail.text ?? "" };
}

async function names(): Promise<string[]> {
  const files = await readdir(folder()).catch(() => []);
  const ids = files.filter((file) => file.endsWith(".eml")).map((file) => file.slice(0, -4));
  return ids.filter((id) => NAME.test(id)).sort();
}

/** The newest mails first. */
export async function caughtMails(limit: number): Promise<CaughtMail[]> {
  const newest = (await names()).reverse().slice(0, limit);
  return Promise.all(newest.map(opened));
}

/** One mail, or null when there is none of that name. */
export async function caughtMail(id: string): Promise<CaughtMail | null> {
  return (await names()).includes(id) ? opened(id) : null;
}
