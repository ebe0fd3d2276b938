"use client";

import { type DragEvent, type ReactNode, useState } from "react";
import { useSending, WayShown, type WayTexts } from "@/app/hr/import/way";

type UploadProps = {
  readonly action: string;
  readonly texts: WayTexts & { readonly drop: string };
  readonly children: ReactNode;
};

/** The form around a file: it can be dropped anywhere on it. Without script it is the plain form inside. */
export function Upload({ action, texts, children }: UploadProps) {
  const { form, way, send } = useSending();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const input = form.current?.elements.namedItem("file");
    const { files } = event.dataTransfer;
    if (input instanceof HTMLInputElement && files.length > 0) input.files = files;
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
      {way === null ? <p className="quiet mt-4">{texts.drop}</p> : null}
      <WayShown way={way} texts={texts} />
    </form>
  );
}
