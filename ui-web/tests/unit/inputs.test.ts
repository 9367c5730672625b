import { describe, expect, it } from "vitest";
import type { StepOf } from "@/contract";
import { addMonths, isoDate, weeksOf } from "@/inputs/calendar";
import { isComplete } from "@/inputs/complete";
import { grouped, mayFollow } from "@/inputs/digits";
import { isPlaceWanted } from "@/inputs/place";
import { inkLength, LEAST_INK_PX, strokesFrom } from "@/inputs/signature";

type Question = StepOf<"question">;
const question = (more: Partial<Question>): Question => ({
  kind: "question",
  field: "f",
  label: "问题",
  input: "text",
  required: true,
  ...more,
});

describe("an answer is sent only when it is worth sending", () => {
  it.each<[string, Partial<Question>, string, boolean]>([
    ["ten digits are no mobile number", { input: "phone" }, "1380013800", false],
    ["eleven digits are", { input: "phone" }, "13800138000", true],
    ["a new number range is as good as an old one", { input: "phone" }, "19900000000", true],
    ["the masked number the service knows may stand", { input: "phone", value: "138****8000" }, "138****8000", true],
    ["another masked number is nothing", { input: "phone", value: "138****8000" }, "139****8000", false],
    ["an optional question may stay empty", { required: false }, "", true],
    ["a required one may not", {}, "", false],
    [
      "where emptiness has a button of its own, the button says it",
      { required: false, emptyLabel: "长期有效" },
      "",
      false,
    ],
    ["a day before the first is too early", { input: "date", min: "2026-11-22" }, "2026-11-21", false],
    ["the first day counts", { input: "date", min: "2026-11-22" }, "2026-11-22", true],
    ["the last day counts", { input: "date", max: "2026-12-31" }, "2026-12-31", true],
    ["a day after the last is too late", { input: "date", max: "2026-12-31" }, "2027-01-01", false],
    ["a month before the first is too early", { input: "month", min: "2026-03" }, "2026-02", false],
    ["a month between the bounds counts", { input: "month", min: "2026-03", max: "2026-11" }, "2026-11", true],
    ["a year alone is no month", { input: "month" }, "2026", false],
    ["four characters are too few for five", { minLength: 5 }, "桃花坞区", false],
    ["a character outside the first plane counts once", { minLength: 2, maxLength: 2 }, "𠮷野", true],
    ["spaces alone are no text", {}, "   ", false],
    ["six digits fit six", { input: "digits", minLength: 6, maxLength: 6 }, "123456", true],
    ["a citizen number may end in X", { input: "idNumber" }, "63010219491231002X", true],
    ["but not begin with it", { input: "idNumber" }, "X3010219491231002X", false],
    ["an amount may have two decimals", { input: "money" }, "1280.50", true],
    ["and not end in its point", { input: "money" }, "1280.", false],
    ["a choice must be one of those offered", { input: "choice", options: [{ value: "a", label: "甲" }] }, "b", false],
  ])("%s", (_rule, more, value, expected) => {
    expect(isComplete(question(more), value)).toBe(expected);
  });
});

describe("a number pad writes only what can become a number", () => {
  it.each<[string, Question["input"], string, string, boolean]>([
    ["X is the eighteenth character of a citizen number", "idNumber", "63010219491231002", "X", true],
    ["and no other", "idNumber", "630102", "X", false],
    ["an amount has one point", "money", "12.5", ".", false],
    ["and does not begin with it", "money", "", ".", false],
    ["there is nothing below a cent", "money", "12.50", "1", false],
    ["digits follow digits", "digits", "622", "2", true],
  ])("%s", (_rule, kind, before, key, expected) => {
    expect(mayFollow(kind, before, key)).toBe(expected);
  });

  it("groups numbers as they stand on cards", () => {
    expect(grouped("phone", "13800138000")).toBe("138 0013 8000");
    expect(grouped("idNumber", "63010219491231002X")).toBe("630102 19491231 002X");
    expect(grouped("digits", "6222000000000005")).toBe("6222 0000 0000 0005");
    expect(grouped("money", "1280.50")).toBe("1280.50");
  });
});

describe("a place is picked as deep as asked", () => {
  const place = (code: string) => ({ code, name: code, hasBelow: true });

  it("goes below a province when a city is wanted", () => {
    expect(isPlaceWanted("city", 0, [place("320100"), place("320500")])).toBe(false);
  });

  it("takes a municipality for a city, because only districts are below it", () => {
    expect(isPlaceWanted("city", 0, [place("110101"), place("110102")])).toBe(true);
  });

  it("goes below a municipality when a county is wanted", () => {
    expect(isPlaceWanted("county", 0, [place("110101")])).toBe(false);
  });

  it("takes a city whatever is below it", () => {
    expect(isPlaceWanted("city", 1, [place("320581")])).toBe(true);
  });

  it("takes whatever has nothing below it", () => {
    expect(isPlaceWanted("county", 1, [])).toBe(true);
  });
});

describe("the calendar is the calendar", () => {
  it("knows leap years", () => {
    const days = (year: number) => weeksOf({ year, month: 2 }).flat().filter(Boolean).length;
    expect([2024, 2026, 2000, 2100].map(days)).toEqual([29, 28, 29, 28]);
  });

  it("puts the 22nd of November 2026 on a Sunday", () => {
    expect(weeksOf({ year: 2026, month: 11 }).map((week) => week[0])).toContain("2026-11-22");
  });

  it("has whole weeks only", () => {
    for (let month = 1; month <= 12; month++) {
      for (const week of weeksOf({ year: 2026, month })) expect(week).toHaveLength(7);
    }
  });

  it("turns over the year in both directions", () => {
    expect(addMonths({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
    expect(addMonths({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
    expect(addMonths({ year: 2026, month: 2 }, -12)).toEqual({ year: 2025, month: 2 });
  });

  it("writes dates with leading zeros", () => {
    expect(isoDate(2026, 3, 1)).toBe("2026-03-01");
  });
});

describe("a signature is ink in time", () => {
  const at = (x: number, y: number, time: number) => ({ x, y, time });

  it("counts time from the first touch, over all strokes", () => {
    const strokes = strokesFrom([{ points: [at(1.4, 2.6, 9_000)] }, { points: [at(3, 4, 9_250)] }]);
    expect(strokes).toEqual([[{ x: 1, y: 3, t: 0 }], [{ x: 3, y: 4, t: 250 }]]);
  });

  it("measures ink along the strokes, not through the air between them", () => {
    const strokes = strokesFrom([
      { points: [at(0, 0, 0), at(30, 40, 10)] },
      { points: [at(500, 500, 20), at(500, 560, 30)] },
    ]);
    expect(inkLength(strokes)).toBe(110);
  });

  it("finds a dot too short", () => {
    expect(inkLength(strokesFrom([{ points: [at(5, 5, 0)] }]))).toBeLessThan(LEAST_INK_PX);
    expect(inkLength([])).toBe(0);
  });
});
