import type { StepOf } from "@/contract";

type Question = StepOf<"question">;

/** A value the service masked and prefilled; answering it unchanged keeps what the service knows. */
export function isMasked(value: string): boolean {
  return value.includes("*");
}

/** Whether an answer is worth sending; whether it is right is for the service to say. */
export function isComplete(step: Question, value: string): boolean {
  if (value === "") return !step.required && step.emptyLabel === undefined;
  if (isMasked(value)) return value === step.value;
  switch (step.input) {
    case "choice":
      return step.options?.some((option) => option.value === value) ?? false;
    case "place":
      return /^\d{6}$/.test(value);
    case "date":
      return (
        /^\d{4}-\d{2}-\d{2}$/.test(value) &&
        (step.min === undefined || value >= step.min) &&
        (step.max === undefined || value <= step.max)
      );
    case "month":
      return (
        /^\d{4}-\d{2}$/.test(value) &&
        (step.min === undefined || value >= step.min) &&
        (step.max === undefined || value <= step.max)
      );
    case "phone":
      return /^\d{11}$/.test(value);
    case "idNumber":
      return /^\d{17}[\dX]$/.test(value);
    case "money":
      return /^\d+(\.\d{1,2})?$/.test(value);
    case "digits":
    case "pin":
      return value.length >= (step.minLength ?? 1) && value.length <= (step.maxLength ?? Number.POSITIVE_INFINITY);
    case "text": {
      const length = [...value.trim()].length;
      return length >= (step.minLength ?? 1) && length <= (step.maxLength ?? Number.POSITIVE_INFINITY);
    }
  }
}
