/** One canned view of every kind of step, with invented people, for looking at the screens without a service. */
import { answers } from "./answers.ts";
import { entering } from "./entering.ts";
import { filing } from "./filing.ts";
import { identify } from "./identify.ts";
import { leaving } from "./leaving.ts";
import { materials } from "./materials.ts";
import { papers } from "./papers.ts";
import { questions } from "./questions.ts";
import { staff } from "./staff.ts";
import type { Views } from "./view.ts";

export { catalog, places } from "./catalog.ts";

export const views: Views = {
  ...entering,
  ...identify,
  ...questions,
  ...filing,
  ...answers,
  ...materials,
  ...papers,
  ...leaving,
  ...staff,
};

/** The order in which answering walks through them. */
export const walk = [
  "attract",
  "choose",
  "brief",
  "identify-waiting",
  "identify-confirm",
  "question-choice",
  "question-place",
  "question-date",
  "question-month",
  "question-date-empty",
  "question-phone",
  "question-id-number",
  "question-money",
  "question-bank-warning",
  "question-text",
  "commitment",
  "sign",
  "review",
  "wait-submit",
  "result-finished",
  "paper-printed",
  "goodbye-paper",
];
