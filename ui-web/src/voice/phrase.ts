import type { StepKind, View } from "@/contract";

/** The phrase a screen is explained with; it says what to do and never what stands there. */
export function phraseOf({ step }: View): string {
  switch (step.kind) {
    case "identify":
      if (step.phase === "waiting" && step.accepts[0] === "verification-code") return "identify.verify";
      return `identify.${step.phase}`;
    case "question":
      return `question.${step.input}`;
    case "wait":
      return `wait.${step.doing}`;
    case "paper":
      return step.levels.length > 0 ? `paper.${step.phase}.rate` : `paper.${step.phase}`;
    case "result":
      return `result.${OUTCOMES[step.outcome]}`;
    case "goodbye":
      if (step.takeCard) return step.takePaper ? "goodbye.both" : "goodbye.card";
      return step.takePaper ? "goodbye.paper" : "goodbye";
    default:
      return step.kind satisfies StepKind;
  }
}

type Outcome = Extract<View["step"], { kind: "result" }>["outcome"];

/** Whoever stands beside may hear how it went, but no more. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  finished: "done",
  accepted: "accepted",
  received: "accepted",
  refused: "refused",
  alreadyFiled: "open",
  unconfirmed: "open",
  notSentYet: "open",
};
