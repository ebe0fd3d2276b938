import { lastTold, WATCHED } from "@/lib/imports/watched";

/** How far a form is: on its way to the server, or worked on there, in hundredths; then its answer opens. */
export type Way =
  | { readonly at: "sending" | "working"; readonly done: number }
  | { readonly at: "opening" | "lost" }
  | null;

/** Sends a form and follows what becomes of it; where to go next, or null when the answer got lost. */
export function sent(form: HTMLFormElement, onWay: (way: Way) => void): Promise<string | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", WATCHED);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      onWay({ at: "sending", done: total > 0 ? Math.floor((100 * loaded) / total) : 0 });
    });
    request.upload.addEventListener("load", () => onWay({ at: "working", done: 0 }));
    request.addEventListener("progress", () => {
      const told = lastTold(request.responseText);
      if (told && "done" in told) onWay({ at: "working", done: told.done });
    });
    request.addEventListener("loadend", () => {
      const told = lastTold(request.responseText);
      resolve(told && "next" in told ? told.next : null);
    });
    request.send(new FormData(form));
  });
}
