import type { Words } from "./words.ts";

/** Words of stories: why did this happen. */
export const stories = {
  kind_matter: ["Matter", "事项"],
  kind_outside: ["the outside world", "外界"],
  kind_group: ["Interest group", "兴趣小组"],
  resource_money: ["{{amount}} yuan", "{{amount}} 元"],
  resource_volunteerTime: ["{{amount}} minutes of volunteer time", "{{amount}} 分钟志愿时间"],
  resource_staffTime: ["{{amount}} minutes of staff time", "{{amount}} 分钟员工时间"],
  resource_expertTime: ["{{amount}} minutes of expert time", "{{amount}} 分钟专家时间"],
  resource_credits: ["{{amount}} minutes of time credit", "{{amount}} 分钟时间币"],
  resource_site: ["{{amount}} hours of space", "{{amount}} 小时场地"],
  story_week: ["the week itself", "周次更替"],
  story_become: ["{{column}}: {{before}} → {{after}}", "{{column}}：{{before}} → {{after}}"],
  story_is: ["{{column}}: {{after}}", "{{column}}：{{after}}"],
  story_formed: ["{{circle}} circle: a tie with {{other}} is formed", "{{circle}}：与{{other}}建立联系"],
  story_lost: ["{{circle}} circle: the tie with {{other}} is lost", "{{circle}}：与{{other}}失去联系"],
  story_core: ["{{circle}} circle: the tie with {{other}} becomes a core tie", "{{circle}}：与{{other}}成为核心关系"],
  story_weak: ["{{circle}} circle: the tie with {{other}} becomes a weak tie", "{{circle}}：与{{other}}转为弱关系"],
  story_gives: ["gives {{amount}} to {{other}}", "向{{other}}给出{{amount}}"],
  story_gets: ["gets {{amount}} from {{other}}", "从{{other}}得到{{amount}}"],
  story_matterNew: ["matter {{n}} ({{type}}) is now its: {{after}}", "与事项{{n}}（{{type}}）有关：{{after}}"],
  story_matterState: ["matter {{n}} ({{type}}): {{before}} → {{after}}", "事项{{n}}（{{type}}）：{{before}} → {{after}}"],
  story_chanceYes: [
    "{{what}}: yes. Drawn {{u}}, below the chance of {{p}}, by {{margin}}",
    "{{what}}：是。抽得 {{u}}，低于概率 {{p}}，差 {{margin}}",
  ],
  story_chanceNo: [
    "{{what}}: no. Drawn {{u}}, not below the chance of {{p}}, by {{margin}}",
    "{{what}}：否。抽得 {{u}}，不低于概率 {{p}}，差 {{margin}}",
  ],
  story_certain: ["{{what}}: yes, for certain", "{{what}}：必然"],
  story_choice: ["{{what}}: {{chosen}}, which had a share of {{p}}. Drawn {{u}}", "{{what}}：{{chosen}}，占比 {{p}}。抽得 {{u}}"],
  story_forced: [
    "{{what}}: forced to {{outcome}}. Drawn {{u}}, with a chance of {{p}}",
    "{{what}}：强制为{{outcome}}。抽得 {{u}}，概率 {{p}}",
  ],
  story_exposure: [
    "Of its circles {{share}} took part lately ({{circles}}); its threshold was {{threshold}}",
    "各圈近期参与占比 {{share}}（{{circles}}）；其阈值为 {{threshold}}",
  ],
  story_served: ["{{whom}} gave {{minutes}} minutes for {{fee}} yuan", "{{whom}}提供 {{minutes}} 分钟，收费 {{fee}} 元"],
  story_serves: ["serves {{whom}}: {{minutes}} minutes for {{fee}} yuan", "服务{{whom}}：{{minutes}} 分钟，收费 {{fee}} 元"],
  story_votes: [
    "Of {{seats}} on the panel {{accepting}} accept after {{rounds}} rounds; {{needed}} are needed",
    "{{seats}} 人协商，{{rounds}} 轮后 {{accepting}} 人接受；需 {{needed}} 人",
  ],
  story_told: [
    "{{higher}} acquaintances stand higher: {{whom}}; not reached online",
    "{{higher}} 位熟人知晓度更高：{{whom}}；未经网络触达",
  ],
  story_toldOnline: [
    "{{higher}} acquaintances stand higher: {{whom}}; reached online too",
    "{{higher}} 位熟人知晓度更高：{{whom}}；也经网络触达",
  ],
  story_empty: ["Nothing happened to it in these weeks.", "这些周内没有发生任何事。"],
  story_heading: ["{{name}}, weeks {{from}} to {{to}}", "{{name}}，第 {{from}} 至 {{to}} 周"],
  story_attribution: ["What moved its values", "数值变化的来源"],
  story_chances: ["Chances that were taken on it", "作用于它的概率抽取"],
  story_taken: [
    "taken {{taken}} times, came true {{came}} ({{expected}} to be expected)",
    "抽取 {{taken}} 次，发生 {{came}} 次（期望 {{expected}} 次）",
  ],
  story_nearest: ["nearest call: week {{week}}, {{u}} against {{p}}", "最险：第 {{week}} 周，{{u}} 对 {{p}}"],
} as const satisfies Words;
