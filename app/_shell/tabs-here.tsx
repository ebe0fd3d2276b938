"use client";

import { usePathname } from "next/navigation";
import type { ComponentProps } from "react";
import { Tabs } from "@/components/ui/tabs";

/** Tabs with the one marked that this page lies under. In the browser too: a layout outlives its pages. */
export function TabsHere(props: Omit<ComponentProps<typeof Tabs>, "current">) {
  const path = usePathname();
  const above = props.tabs.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const nearest = above.sort((a, b) => b.href.length - a.href.length)[0];
  return <Tabs {...props} current={nearest?.href ?? ""} />;
}
