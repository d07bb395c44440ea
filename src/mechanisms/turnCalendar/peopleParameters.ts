import type { ParametersOf } from "../../engine/index.ts";
import { level, probability, quantity } from "../../scenario/index.ts";

/** What rules who dies and who moves. */
export const peopleParameters = {
  deaths: probability({
    label: { en: "Deaths at 60", zh: "60 岁死亡率" },
    help: { en: "Lower before, higher after, as the doubling says.", zh: "之前较低，之后较高，按翻倍年数变化。" },
    default: 0.0065,
    per: "year",
    max: 0.5,
    rows: ["Z12"],
    evidence: "M",
    source: "Gompertz with a life expectancy of about 79 years, Jiangsu 2020.",
    prior: [0.005, 0.009],
  }),
  doubling: quantity({
    label: { en: "Doubling of deaths", zh: "死亡率翻倍年数" },
    help: { en: "The chance to die doubles in so many years of age.", zh: "年龄每增加这么多年，死亡率翻一倍。" },
    default: 7,
    min: 2,
    max: 30,
    unit: "years",
    rows: ["Z12"],
    evidence: "M",
    source: "Gompertz: 7 to 8 years in most populations.",
    prior: [6.5, 8.5],
  }),
  moving: probability({
    label: { en: "Households that move", zh: "住户迁移率" },
    help: { en: "Whole households leave, and others come in their place.", zh: "整户迁出，另有住户迁入。" },
    default: 0.08,
    per: "year",
    max: 0.9,
    rows: ["Z12"],
    source: "So that residents have lived about 12 years where they live, as at the start.",
    prior: [0.03, 0.1],
  }),
  dissatisfied: level({
    label: { en: "Dissatisfied movers", zh: "不满促迁" },
    help: {
      en: "How much more often the wholly dissatisfied move; the satisfied move less.",
      zh: "完全不满者迁移率高出的比例；满意者迁移较少。",
    },
    default: 0.5,
    rows: ["F10"],
    prior: [0, 1],
  }),
};
export type People = ParametersOf<typeof peopleParameters>;
