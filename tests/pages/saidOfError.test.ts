import { afterEach, expect, it, vi } from "vitest";
import { saidOfCause, saidOfError } from "../../src/pages/laboratory/saidOfError.ts";
import { BeyondMeans, limits } from "../../src/population/index.ts";
import { armName, tellSaid } from "../../src/words/index.ts";

afterEach(() => vi.restoreAllMocks());

const zh = (error: unknown) => tellSaid("zh", saidOfError(error));

it("what a browser refuses is said in Chinese, and in English in its own words", () => {
  const full = new DOMException("The quota has been exceeded.", "QuotaExceededError");
  expect(zh(full)).toBe("浏览器存储空间已满。");
  expect(tellSaid("en", saidOfError(full))).toBe("The quota has been exceeded.");
  for (const name of ["NotFoundError", "NotReadableError", "UnknownError", "RangeError"])
    expect(zh({ name, message: "No." })).not.toMatch(/[A-Za-z]/);
});

it("what nobody expected has no English in a Chinese sentence: its own words stand in the console", () => {
  const console = vi.spyOn(globalThis.console, "error").mockImplementation(() => {});
  const bug = new TypeError("Cannot read properties of undefined (reading 'x')");
  expect(zh(bug)).toBe("程序内部出错，原文见浏览器控制台。");
  expect(console).toHaveBeenCalledWith(bug);
  expect(tellSaid("en", saidOfError(bug))).toBe(bug.message);
});

it("a run that outgrew what it can hold says why in Chinese too, from the message that is kept of it", () => {
  for (const table of ["organizations", "branches", "matters"]) {
    const { message } = new BeyondMeans(table, limits[table]);
    expect(tellSaid("zh", saidOfCause(`week 9: ${message}`))).toMatch(/超过一次运行的上限/);
  }
  vi.spyOn(globalThis.console, "error").mockImplementation(() => {});
  expect(tellSaid("zh", saidOfCause("Out of memory"))).not.toMatch(/[A-Za-z]/);
});

it("arms of the programme have words, and others the names that their plan gives them", () => {
  expect(["off", "placebo", "on", "base", "甲"].map((arm) => armName("zh", arm))).toEqual(["关", "安慰剂", "开", "基准", "甲"]);
});
