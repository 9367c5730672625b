import { describe, expect, it } from "vitest";
import { parts } from "@/words/breaks";

describe("where a line of a heading may end", () => {
  it("in a long phrase after a word, never before a mark", () => {
    const title = parts("您在当地的住址是？");
    expect(title.join("")).toBe("您在当地的住址是？");
    expect(title).toContain("当地");
    expect(title.at(-1)).toMatch(/.？$/u);
  });

  it("after a short phrase only", () => {
    expect(parts("想听回复吗？可以留手机号")).toEqual(["想听回复吗？", "可以留手机号"]);
  });

  it("keeps what is no Chinese as it is", () => {
    expect(parts("Where do you live?").join("")).toBe("Where do you live?");
    expect(parts("")).toEqual([]);
  });
});
