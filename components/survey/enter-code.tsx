import { type FormEvent, useRef, useState } from "react";
import { useText } from "./catalogue";

/** For those who got a letter. What is no code stays on the device, and is said at once. */
export function EnterCode({ onEnter }: { onEnter: (typed: string) => boolean }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const known = onEnter(field.current?.value ?? "");
    setWrong(!known);
    if (!known) field.current?.focus();
  };
  return (
    <form className="q" onSubmit={enter}>
      <label htmlFor="code">{t("start.code")}</label>
      <p id="code-wrong" role="alert">
        {wrong ? t("start.codeWrong") : null}
      </p>
      <input
        id="code"
        ref={field}
        className="field"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby="code-wrong"
      />
      <button type="submit" className="btn">
        {t("start.begin")}
      </button>
    </form>
  );
}
