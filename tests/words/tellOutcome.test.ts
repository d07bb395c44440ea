import { expect, it } from "vitest";
import { tellOutcome, unitWord } from "../../src/words/index.ts";

const of = (id: string) => ({ name: id === "a" ? "Participation" : "Trust", unit: id === "a" ? "share of adults" : "0-1" });

it("says what an outcome is made of, in both languages", () => {
  const en = (rule: object) => tellOutcome("en", { measure: "a", ...rule }, of);
  expect(en({})).toBe("Participation");
  expect(en({ take: "maximum" })).toBe("Participation: maximum");
  expect(en({ minus: "b", over: "b", take: "last" })).toBe("Participation minus Trust over Trust: last value");
  expect(en({ take: "crossing", level: 0.3 })).toBe("Participation: week of crossing 30%");
  expect(en({ minus: "b", scale: "logOdds" })).toBe("log-odds of Participation minus log-odds of Trust");
  const zh = (id: string) => ({ name: id === "a" ? "参与率" : "信任", unit: of(id).unit });
  expect(tellOutcome("zh", { measure: "a", over: "b", take: "crossing", level: 2 }, zh)).toBe("参与率与信任之比：越过 2 的周次");
});

it("names the unit of a slope", () => {
  expect(unitWord("en", "share of adults; a year")).toBe("% of adults, a year");
  expect(unitWord("zh", "hours; a year")).toBe("小时（每年）");
});
