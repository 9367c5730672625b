import { reactive, watchEffect } from "vue";

/** How the person in front wants to see the screens. Lives as long as the page, that is, this visit. */
export interface Display {
  /** 大字版 */
  large: boolean;
  /** 高对比 */
  contrast: boolean;
  /** 低位模式: whatever can be touched lies where a person in a wheelchair reaches it; on upright glass only. */
  low: boolean;
}

export const display: Display = reactive({ large: false, contrast: false, low: false });

/** Writes the modes where the style sheets look for them. */
export function showOn(root: HTMLElement): void {
  watchEffect(() => {
    root.dataset["size"] = display.large ? "large" : "standard";
    root.dataset["contrast"] = display.contrast ? "high" : "standard";
    root.dataset["reach"] = display.low ? "low" : "standard";
  });
}
