"use client";

import { type DragEvent, type FormEvent, type ReactNode, useRef, useState } from "react";

type Texts = Readonly<Record<"drop" | "sending" | "reading" | "lost", string>>;

/** What is on its way: how much of the file has gone, in hundredths; then it is read. */
type Way = { readonly sent: number } | "reading" | "lost" | null;

type Place = { readonly next: string };

const isPlace = (value: unknown): value is Place =>
  typeof value === "object" && value !== null && "next" in value && typeof value.next === "string";

/** Sends the form and tells how far it is; where to go next, or null when the answer got lost. */
function sent(form: HTMLFormElement, onSent: (share: number) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      onSent(total > 0 ? Math.floor((100 * loaded) / total) : 0);
    });
    request.addEventListener("loadend", () => {
      const answer: unknown = request.response;
      resolve(isPlace(answer) ? answer.next : null);
    });
    request.send(new FormData(form));
  });
}

/**
 * The form around a file: it can be dropped anywhere on it, and what takes its time says how far it is. Without
 * script it is the plain form inside.
 */
export function Upload({
  action,
  texts,
  children,
}: {
  readonly action: string;
  readonly texts: Texts;
  readonly children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [way, setWay] = useState<Way>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const input = form.current?.elements.namedItem("file");
    const { files } = event.dataTransfer;
    if (input instanceof HTMLInputElement && files.length > 0) input.files = files;
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current || (way !== null && way !== "lost")) return;
    setWay({ sent: 0 });
    const next = await sent(form.current, (share) =>
      setWay(share < 100 ? { sent: share } : "reading"),
    );
    if (next === null) setWay("lost");
    else window.location.assign(next);
  };
  return (
    <form
      ref={form}
      action={action}
      method="post"
      encType="multipart/form-data"
      className={over ? "drop over" : "drop"}
      onSubmit={send}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
      <Progress way={way} texts={texts} />
    </form>
  );
}

function Progress({ way, texts }: { readonly way: Way; readonly texts: Texts }) {
  const said =
    way === null ? texts.drop : way === "reading" || way === "lost" ? texts[way] : texts.sending;
  return (
    <div role="status" className="mt-4">
      <p className={way === null ? "quiet" : undefined}>{said}</p>
      {way === null || way === "lost" ? null : (
        <progress max={100} aria-label={said} {...(way === "reading" ? {} : { value: way.sent })} />
      )}
    </div>
  );
}
