import { reactive, watchEffect } from "vue";

/** How the person in front wants to see the screens. Lives as long as the page, that is, this visit. */
export interface Display {
  /** 大字版 */
  large: boolean;
}

export const display: Display = reactive({ large: false });

/** Writes the modes where the style sheets look for them. */
export function showOn(root: HTMLElement): void {
  watchEffect(() => {
    root.dataset["size"] = display.large ? "large" : "standard";
  });
}
