import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "./catalogue";

/**
 * The step's heading. It takes the focus, so that a new step is read from its start; `still` on the first page;
 * `about` names what tells how far the person has come, read after it.
 */
export function Heading(props: { children: string; still?: boolean; about?: string }) {
  const { children, still, about } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const t = useText();
  useEffect(() => {
    if (still) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [still]);
  useEffect(() => {
    document.title = `${children} – ${t("title")}`;
  });
  return (
    <h1 ref={heading} tabIndex={-1} aria-describedby={about}>
      {children}
    </h1>
  );
}

/** A step that is only words and perhaps one thing to do. */
export function Message(props: { title: string; lead: string; children?: ReactNode }) {
  return (
    <>
      <Heading>{props.title}</Heading>
      <p>{props.lead}</p>
      {props.children}
    </>
  );
}
