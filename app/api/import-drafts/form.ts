import { gather } from "@/lib/imports/gather";

/** The form of a request of at most so many bytes. */
export async function formOf(
  request: Request,
  most: number,
): Promise<FormData | "too-large" | "no-file"> {
  if (!request.body) return "no-file";
  const gathered = await gather(request.body, most);
  if (!gathered.ok) return "too-large";
  const type = request.headers.get("content-type") ?? "";
  const whole = new Response(new Uint8Array(gathered.bytes), { headers: { "Content-Type": type } });
  return whole.formData().catch(() => "no-file" as const);
}

/** A few short fields, in either way of sending a form. */
const FIELDS = 16 * 1024;

/** A form's texts by name; "" for what it lacks. */
export async function fieldsOf<N extends string>(
  request: Request,
  names: readonly N[],
): Promise<Readonly<Record<N, string>>> {
  const form = await formOf(request, FIELDS);
  const text = (name: N) => {
    const value = typeof form === "string" ? null : form.get(name);
    return typeof value === "string" ? value : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<N, string>;
}
