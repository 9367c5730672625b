/** Showing a card or a code, and saying who it is. */
import { choice, notice, view, type Views } from "./view.ts";

export const identify: Views = {
  "identify-waiting": () =>
    view(
      { kind: "identify", phase: "waiting", accepts: ["id-card", "ss-card", "e-voucher"] },
      {
        person: undefined,
      },
    ),
  "identify-verify": () =>
    view({ kind: "identify", phase: "waiting", accepts: ["verification-code"] }, { person: undefined }),
  "identify-filmed": () =>
    view(
      { kind: "identify", phase: "waiting", accepts: ["id-card", "ss-card", "e-voucher"], camera: {} },
      { person: undefined },
    ),
  "identify-filmed-failed": () =>
    view(
      {
        kind: "identify",
        phase: "failed",
        accepts: ["id-card", "ss-card", "e-voucher"],
        camera: {},
        notice: {
          code: "code.payment",
          text: "这是付款码，不是医保码。请打开手机上的医保码，再扫一次。",
          tone: "warning",
        },
        choices: [{ id: "retry", label: "再试一次", primary: true }],
      },
      { person: undefined },
    ),
  "identify-one": () => view({ kind: "identify", phase: "waiting", accepts: ["id-card"] }, { person: undefined }),
  "identify-reading": () => view({ kind: "identify", phase: "reading", accepts: ["id-card"] }, { person: undefined }),
  "identify-confirm": () => view({ kind: "identify", phase: "confirm", accepts: ["id-card"] }),
  "identify-confirm-long": () =>
    view(
      { kind: "identify", phase: "confirm", accepts: ["id-card"] },
      { person: { name: "阿*古丽·吐尔逊买买提·阿卜杜热合曼木", idTail: "123X" } },
    ),
  "identify-failed": () =>
    view(
      {
        kind: "identify",
        phase: "failed",
        accepts: ["id-card", "ss-card", "e-voucher"],
        notice: notice("warning", "卡拿开得太快了，请重新放好，停留 3 秒。"),
        choices: [choice("retry", "再试一次", true)],
      },
      { person: undefined },
    ),
  "identify-principal": () =>
    view(
      { kind: "identify", phase: "waiting", whose: "principal", accepts: ["id-card", "ss-card"] },
      { person: undefined, agent: { name: "王*明" } },
    ),
};
