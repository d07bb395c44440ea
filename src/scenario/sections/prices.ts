import type { z } from "zod";
import { quantity, section } from "../parameter.ts";

/** What things cost, the same for all programmes: so that what they cost differs by the hours and people they take alone. */
export const pricesSection = section(
  {
    hour: quantity({
      label: { en: "Price of work", zh: "外聘工时价格" },
      help: {
        en: "Of a trainer, adviser, expert or guide who is paid from outside.",
        zh: "由外部付酬的培训师、顾问、专业人员或讲解员。",
      },
      default: 37,
      min: 0,
      max: 1000,
      unit: "yuan an hour",
      rows: ["Z15"],
      evidence: "A",
      source: "Disposable income per head, 71,092 yuan in 2023 [S12], over 52 weeks of 37 hours.",
      prior: [19, 76],
    }),
    perResident: quantity({
      label: { en: "Price of a service", zh: "公共服务价格" },
      help: {
        en: "Of a station, a platform, a volunteer centre or a system that serves all residents, each.",
        zh: "服务全体居民的党建站、平台、志愿者中心或系统，每项的费用。",
      },
      default: 1,
      min: 0,
      max: 100,
      unit: "yuan per resident a year",
      rows: ["Z15"],
    }),
    grant: quantity({
      label: { en: "Size of a grant", zh: "资助额" },
      help: {
        en: "A prize, seed money, a project or a year’s support for a social organization.",
        zh: "奖金、启动资金、项目经费或一年的扶持资金。",
      },
      default: 20_000,
      min: 0,
      max: 1_000_000,
      unit: "yuan",
      rows: ["B1", "B2", "B6", "T13", "G2"],
      source: "Below the 60,000-137,000 yuan of a project of venture philanthropy [S38]-[S40].",
    }),
  },
  {
    label: { en: "Prices", zh: "价格" },
    help: { en: "The same for all programmes and their placebos.", zh: "各项工作及其安慰剂对照通用。" },
  },
);
export type PricesParameters = z.output<typeof pricesSection>;
