import { reactive, watchEffect } from "vue";

/** How the person in front wants to see the screens. Lives as long as the page, that is, this visit. */
export interface Display {
  /** 大字版 */
  large: boolean;
  /** 高对比 */
  contrast: boolean;
  /** 低位模式: whatever can be touched lies where a person in a wheelchair reaches it. */
  low: boolean;
  /** Size of the text by A− and A+, in per cent of the standard one; 大字版 begins at 150. */
  zoom: number;
  /** 遮挡: what stands on the screen is hidden from whoever comes near. */
  covered: boolean;
  /** The glass is wider than high. */
  across: boolean;
  /** Share of the glass, from its lower edge, within reach from a wheelchair. */
  withinReach: number;
  /** How much larger than drawn the text has to be on this glass, whoever stands before it. */
  textScale: number;
}

export const display: Display = reactive({
  large: false,
  contrast: false,
  low: false,
  across: false,
  zoom: 100,
  covered: false,
  withinReach: 0.5,
  textScale: 1,
});

const ZOOMS = [100, 125, 150, 175, 200];
/** What 大字版 shows already without A+. */
const LARGE = 150;

/** Half the glass is for fingers in 低位模式: text grows as far as 大字版 and no further, or keys would find no room. */
const most = () => (display.low ? LARGE : 200);
const shownZoom = () => Math.min(Math.max(display.zoom, display.large ? LARGE : 100), most());

/** Whether the text can be made larger (1) or smaller (-1). */
export function canZoom(by: 1 | -1): boolean {
  return by > 0 ? shownZoom() < most() : shownZoom() > (display.large ? LARGE : 100);
}

/** One step larger or smaller. */
export function zoom(by: 1 | -1): void {
  if (canZoom(by)) display.zoom = ZOOMS[ZOOMS.indexOf(shownZoom()) + by] ?? display.zoom;
}

/** Whether somebody stands here who needs more time than most. */
export function unhurried(): boolean {
  return display.large || display.low || display.zoom > 100;
}

/** Whether the glass has room above the line of reach for what is only looked at. */
export const roomAbove = () => display.low && !display.across;

/** Controls below the line must still find room; a cabinet that hangs higher is not fit for 低位模式. */
const LEAST_SHARE = { upright: 0.42, across: 0.735 };

/** Share of the glass, from its upper edge, that nothing to be touched may lie in while 低位模式 is on. */
export function aboveReach(): number {
  return 1 - Math.max(display.withinReach, display.across ? LEAST_SHARE.across : LEAST_SHARE.upright);
}

/** Writes the modes where the style sheets look for them. */
export function showOn(root: HTMLElement): void {
  const wide = matchMedia("(orientation: landscape)");
  display.across = wide.matches;
  wide.addEventListener("change", () => (display.across = wide.matches));
  watchEffect(() => {
    root.dataset["size"] = display.large ? "large" : "standard";
    root.dataset["contrast"] = display.contrast ? "high" : "standard";
    root.dataset["reach"] = display.low ? "low" : "standard";
    const wanted = shownZoom() / (display.large ? LARGE : 100);
    const scale = Math.max(wanted, display.textScale);
    root.dataset["zoom"] = scale > 1 ? "more" : "standard";
    root.style.setProperty("--zoom", String(scale));
    root.style.setProperty("--above-reach", String(aboveReach()));
  });
}
