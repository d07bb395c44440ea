import { expect, it } from "vitest";
import type { Suggestion } from "../../src/observation/index.ts";
import { tellSuggestion } from "../../src/words/index.ts";

const resident = { kind: "resident", index: 12 } as const;
const branch = { kind: "branch", index: 3 } as const;
const matter = { kind: "matter", index: 57 } as const;

it.each<[Suggestion, string, string]>([
  [
    { rule: "gaveUp", agent: resident, values: { hours: 33.3, week: 71 } },
    "Resident 12 gave 33 hours in a year, and has not taken part since week 71.",
    "居民 12 曾在一年内付出 33 小时，第 71 周之后再未参与。",
  ],
  [
    { rule: "carries", agent: resident, values: { hours: 1.2 } },
    "Resident 12 gave most in the last year: 1 hour.",
    "居民 12 近一年付出最多：1 小时。",
  ],
  [
    { rule: "recruited", agent: resident, values: { week: 20, hours: 9.6 } },
    "Resident 12 joined the party in week 20; in the year before they had given 10 hours.",
    "居民 12 于第 20 周入党，此前一年付出 10 小时。",
  ],
  [
    { rule: "closed", agent: { kind: "organization", index: 33 }, values: { week: 4, years: 7.4 } },
    "Organization 33 closed in week 4, after 7 years.",
    "社会组织 33 于第 4 周注销，成立年限 7 年。",
  ],
  [
    { rule: "dissolved", agent: branch, values: { week: 33, organizations: 1, members: 2 } },
    "Branch 3, of 2 members from 1 organization, was dissolved in week 33.",
    "党支部 3（1 个成员单位、2 名党员）于第 33 周撤销。",
  ],
  [
    { rule: "overstated", agent: branch, values: { reported: 0.784, activity: 0.0167 } },
    "Branch 3 reports that 78% of its members come; actually 1.7% do.",
    "党支部 3 上报 78% 的党员参加活动，实际为 1.7%。",
  ],
  [
    { rule: "returned", agent: matter, values: { week: 97, times: 2 } },
    "Matter 57 was reopened 2 times, most recently in week 97.",
    "事项 57 重新提出 2 次，最近一次在第 97 周。",
  ],
  [
    { rule: "petitioned", agent: matter, values: { week: 40, raised: 31 } },
    "Matter 57 became a petition in week 40; it had arisen in week 31.",
    "事项 57 于第 40 周转信访，提出于第 31 周。",
  ],
])("says why somebody is suggested, by the rule %o", (suggestion, en, zh) => {
  expect(tellSuggestion("en", suggestion)).toBe(en);
  expect(tellSuggestion("zh", suggestion)).toBe(zh);
});
