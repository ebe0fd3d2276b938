import { chromium } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "../../support/chromium";

const options = () => ({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS, locale: "sv-SE" });

/** A browser of a person, whose profile stays on the disk. */
export function personalBrowser(profile: string) {
  return chromium.launchPersistentContext(profile, options());
}

/** A browser that runs scripts and touches nothing, as some mail scanners do. */
export function scanner() {
  const { locale: _, ...launch } = options();
  return chromium.launch(launch);
}
