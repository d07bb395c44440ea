import type { Words } from "./words.ts";

/** Words of those whose story is suggested, by the rules that find them. */
export const suggestions = {
  suggest_gaveUp: [
    "{{who}} gave {{hours}} in a year, and has not taken part since week {{week}}.",
    "{{who}}曾在一年内付出 {{hours}}，第 {{week}} 周之后再未参与。",
  ],
  suggest_carries: ["{{who}} gave most in the last year: {{hours}}.", "{{who}}近一年付出最多：{{hours}}。"],
  suggest_recruited: [
    "{{who}} joined the party in week {{week}}; in the year before they had given {{hours}}.",
    "{{who}}于第 {{week}} 周入党，此前一年付出 {{hours}}。",
  ],
  suggest_closed: ["{{who}} closed in week {{week}}, after {{years}}.", "{{who}}于第 {{week}} 周注销，成立年限 {{years}}。"],
  suggest_dissolved: [
    "{{who}}, of {{members}} from {{organizations}}, was dissolved in week {{week}}.",
    "{{who}}（{{organizations}}、{{members}}）于第 {{week}} 周撤销。",
  ],
  suggest_overstated: [
    "{{who}} reports that {{reported}} of its members come; actually {{activity}} do.",
    "{{who}}上报 {{reported}} 的党员参加活动，实际为 {{activity}}。",
  ],
  suggest_returned: [
    "{{who}} was reopened {{times}}, most recently in week {{week}}.",
    "{{who}}重新提出 {{times}}，最近一次在第 {{week}} 周。",
  ],
  suggest_petitioned: [
    "{{who}} became a petition in week {{week}}; it had arisen in week {{raised}}.",
    "{{who}}于第 {{week}} 周转信访，提出于第 {{raised}} 周。",
  ],
  suggest_nobody: ["Nobody is suggested yet: run more weeks, or choose somebody.", "尚无建议的主体：请运行更多周，或自行选择。"],
  count_hours_one: ["{{count}} hour", "{{count}} 小时"],
  count_hours_other: ["{{count}} hours", "{{count}} 小时"],
  count_years_one: ["{{count}} year", "{{count}} 年"],
  count_years_other: ["{{count}} years", "{{count}} 年"],
  count_once: ["once", "1 次"],
  count_times_one: ["{{count}} time", "{{count}} 次"],
  count_times_other: ["{{count}} times", "{{count}} 次"],
  count_members_one: ["{{count}} member", "{{count}} 名党员"],
  count_members_other: ["{{count}} members", "{{count}} 名党员"],
  count_organizations_one: ["{{count}} organization", "{{count}} 个成员单位"],
  count_organizations_other: ["{{count}} organizations", "{{count}} 个成员单位"],
} as const satisfies Words;
