import type { View } from "@/contract";

/**
 * What makes two views the same screen. A view with the same key updates the screen that stands (an error at the field,
 * a new text while waiting); another key brings a new screen, with the focus on its heading and fingers held off for a
 * moment.
 */
export function screenKey({ step, item }: View): string {
  switch (step.kind) {
    case "attract":
    case "choose":
    case "sign":
    case "review":
    case "goodbye":
      return step.kind;
    case "brief":
      return `brief ${item?.seq ?? ""}`;
    case "identify":
      return `identify ${step.whose ?? "self"} ${step.phase}`;
    case "relation":
      return `relation ${step.field}`;
    case "materials":
      return `materials ${step.phase} ${step.paper?.name ?? ""}`;
    case "rate":
      return `rate ${step.phase}`;
    case "question":
      return `question ${step.field}`;
    case "commitment":
      return `commitment ${step.digest}`;
    case "wait":
      return `wait ${step.doing}`;
    case "answer":
      return `answer ${step.title} ${step.page?.at ?? 1}`;
    case "paper":
      return `paper ${step.phase}`;
    case "result":
      return `result ${step.outcome}`;
    case "staff":
      return `staff ${step.phase} ${step.title}`;
    case "eligibility":
      return `eligibility ${step.notice.code}`;
  }
}
