/** What canned views have in common: one person, one item, and how a view is made of a step. */
import type { Choice, Notice, Step, View } from "../../../src/contract";

export type Views = Readonly<Record<string, () => View>>;

const item = { seq: 16, name: "异地长期居住人员备案", category: "基本医疗保险参保人员异地就医备案" };
const person = { name: "王*明", idTail: "1234" };
export const choice = (id: string, label: string, primary = false): Choice => ({ id, label, primary });
export const notice = (tone: Notice["tone"], text: string): Notice => ({ code: "sample", text, tone });

/** The kind of step a view shows, with which its name has to begin: `identify` of `identify-waiting`. */
export const kindOf = (name: string) => name.split("-")[0] ?? name;

let revision = 0;
/** What differs from the usual view; undefined leaves a part out. */
type More = { [K in keyof View]?: View[K] | undefined };

export function view(step: Step, more: More = {}): View {
  revision += 1;
  const whole: More = { revision, step, language: "zh-CN", canGoBack: true, item, person, ...more };
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as unknown as View;
}
