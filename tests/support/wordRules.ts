/** Names that stay in Latin letters in Chinese texts. */
const LATIN = new Set(
  "B BCa CSV GEXF Gephi GraphML JSON KiB Latin Louvain Morris MiB Node ODD PNG Parquet Saltelli Shift Sobol SVG YAML mu sigma p t".split(
    " ",
  ),
);

/** What is typed as it stands: commands, files and their endings, fields of links. */
const CODE = / ?four-circles( [a-z]+| \d+(\.\d+)*)? ?|[a-z]*\.(?:[a-z]+|4c)(?= |\W|$)|[a-z]+=/g;

/** Words that the glossary forbids, each with what stands for it. */
const NEVER_EN: readonly (readonly [RegExp, string])[] = [
  [/\bparty construction\b/i, "party building"],
  [/\bhatch/i, "incubation"],
  [/\b(leaves?|left|is) the shell\b|shell is left/i, "graduate"],
  [/\btrilogy\b/i, "three steps"],
  [/\bmass organization\b/i, "organizing"],
  [/\badministrative promotion\b/i, "administrative drive"],
  [/\bpulse\b/i, "campaign, epidemic"],
  [/\bdouble report/i, "dual registration"],
  [/\bfull rigidity\b/i, "rigidity 1"],
  [/\bcommon goods?\b/i, "public goods"],
  [/\bgarbage\b/i, "waste sorting"],
  [/\bcontradictions?\b/i, "conflict, dispute"],
  [/\bcorridors?\b/i, "stairwell"],
  [/\bscene building\b/i, "place-making"],
  [/\bbackbone\b/i, "resident leader"],
  [/\bcadres?\b/i, "resident leader"],
  [/\bself-government\b/i, "self-governance"],
  [/\bself-abilities\b/i, "four capacities"],
  [/\bneighbour guardians?\b/i, "neighbour visits"],
  [/\b(venture grants?|welfare ventures?)\b/i, "venture philanthropy"],
  [/\bladder of awareness\b/i, "levels of policy awareness"],
  [/\bsecond world\b/i, "counterfactual run"],
  [/\bfates?\b/i, "agents that differ"],
  [/\bindustry circle\b/i, "work circle"],
  [/\bcommon draws\b/i, "common random numbers"],
  [/\bGini index\b/i, "Gini coefficient"],
  [/\blearnt most|most was learnt\b/i, "posterior contraction"],
  [/\bswept\b/i, "tested"],
  [/\binternal management\b/i, "internal governance"],
  [/\bstreet-level\b/i, "subdistrict"],
  [/\bcases? (queue|taken)|\bclosed cases?\b/i, "matters"],
  [/\bheld up\b/i, "named as examples"],
  [/\btruly settled\b/i, "settled"],
  [/\btrades?\b(?! of)/i, "exchange of help"],
];
const NEVER_ZH: readonly (readonly [RegExp, string])[] = [
  [/党建项目/, "党建工作"],
  [/关闭党建|党建改为安慰剂/, "党建关闭 / 安慰剂对照"],
  [/建支(?!部)/, "组建党支部"],
  [/(单独|联合)支部覆盖率/, "单独组建率 / 联合组建率"],
  [/形式覆盖/, "有形覆盖"],
  [/功能覆盖/, "有效覆盖"],
  [/符合条件者的覆盖率/, "应建已建率"],
  [/智库指导员|专家指导员/, "党建指导员"],
  [/驿站|服务站/, "党建站"],
  [/政治引领力|思想引导力/, "政治领导力 / 思想引领力"],
  [/榜样/, "先进典型"],
  [/满刚性/, "刚性为 1"],
  [/运动/, "专项行动"],
  [/疫情脉冲/, "疫情冲击"],
  [/党员发展|党员流失/, "发展党员 / 退党"],
  [/共建联盟/, "社区党建联盟"],
  [/(?<!人)员工|工作人员/, "专职人员"],
  [/街镇/, "街道（镇）"],
  [/合成(辖区|城区)/, "虚拟城区"],
  [/单位房|安置房|商品房(?!小区)/, "单位小区 / 安置小区 / 商品房小区"],
  [/案件|个案/, "事项"],
  [/结案/, "办结"],
  [/真正解决/, "解决"],
  [/重现|重提/, "重新提出"],
  [/(?:事项|信访).*升级|升级.*信访/, "转信访"],
  [/(记录|真实)解决率/, "办结率 / 解决率（实际）"],
  [/楼道改造/, "楼道整治"],
  [/公共品/, "公共物品"],
  [/志愿参与率/, "志愿服务率"],
  [/结对共融/, "结对帮扶"],
  [/动员层级/, "逐级动员"],
  [/文书/, "行政事务"],
  [/知晓阶梯|阶梯/, "政策认知层级"],
  [/广播|口耳相传/, "大众传播 / 人际传播"],
  [/内部管理/, "内部治理"],
  [/三元闭合|共同活动闭合/, "三元闭包 / 社团闭包"],
  [/枢纽占比/, "前 1% 节点中介中心性占比"],
  [/有界信任/, "置信阈值"],
  [/抽得|抽取/, "随机数"],
  [/第二个世界|另一世界/, "反事实运行"],
  [/境遇/, "结果不同的个体"],
  [/实验臂/, "实验组"],
  [/(?<!配)对数(?!几率|标准差|率|刻度)/, "配对数"],
  [/(有|无)变更/, "基准 / 变更后"],
  [/区间带/, "目标区间"],
  [/信息增益/, "后验收缩率"],
  [/扫描/, "敏感性分析"],
  [/存档/, "检查点"],
  [/摘要/, "校验码"],
  [/积分/, "时间币"],
  [/内容服务站/, "党建站"],
  [/之(?![后前间一外内中上下])[\u4e00-\u9fff]{1,8}者/, "a verb"],
  [/(?<!12345 )热线/, "12345 热线"],
];

/** What is wrong with a text in English. */
export function faultsEn(text: string): string[] {
  const faults = NEVER_EN.filter(([never]) => never.test(text)).map(([never, rather]) => `“${text.match(never)?.[0]}”: write ${rather}`);
  if (/[\u3000-\u9fff\uff00-\uffef]/.test(text)) faults.push("Chinese in an English text");
  if (/\b(\w+) \1\b/i.test(text)) faults.push("a word twice");
  return faults;
}

/** What is wrong with a text in Chinese; what stands for a value, `{{name}}`, is set right when it is known. */
export function faultsZh(text: string): string[] {
  const plain = text.replace(CODE, "某").replace(/ ?\{\{\w+\}\} ?/g, "某");
  const faults = NEVER_ZH.filter(([never]) => never.test(plain)).map(([never, rather]) => `“${plain.match(never)?.[0]}”: write ${rather}`);
  const latin = (plain.match(/[A-Za-z][A-Za-z-]*/g) ?? []).filter((word) => !LATIN.has(word));
  if (latin.length > 0) faults.push(`Latin: ${latin.join(" ")}`);
  if (/[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z%][\u4e00-\u9fff]/.test(plain)) faults.push("no space between a number or a name and the text");
  if (/[\u4e00-\u9fff] ?[,;:!?()]|[,;:!?()] ?[\u4e00-\u9fff]/.test(plain)) faults.push("half-width punctuation");
  if (/["']/.test(plain)) faults.push("straight quotation marks");
  if (/[，。；：！？] | [，。；：！？]/.test(plain)) faults.push("a space beside full-width punctuation");
  return faults;
}

/** What is wrong with a name in both languages. @param letters  at most in English; ten of 24 in Chinese */
export function faultsOfLabel({ en, zh }: { en: string; zh: string }, letters = 24): string[] {
  const faults = [...faultsEn(en), ...faultsZh(zh)];
  const characters = Math.floor((letters * 10) / 24);
  if (en.length > letters) faults.push(`${en.length} letters; at most ${letters}`);
  if (zh.length > characters) faults.push(`${zh.length} characters; at most ${characters}`);
  if (!/^[A-Z0-9“]/.test(en)) faults.push("no capital");
  if (/[.。]$/.test(en + zh) || /[=<>_]|(?<!\d)%|[\u0370-\u03ff]/.test(en + zh)) faults.push("a symbol");
  return faults;
}

/** What is wrong with a help text, beside the name that it explains. */
export function faultsOfHelp({ en, zh }: { en: string; zh: string }, label?: { en: string; zh: string }): string[] {
  const faults = [...faultsEn(en), ...faultsZh(zh)];
  if (!/[.?]$/.test(en)) faults.push("no full stop");
  if (!/[。？]$/.test(zh)) faults.push("no 。");
  if (/, \S{1,3}\.$/.test(en)) faults.push("a symbol at the end");
  if (label && en.toLowerCase().startsWith(label.en.toLowerCase())) faults.push("repeats its name");
  if (label && zh.startsWith(label.zh)) faults.push("repeats its name in Chinese");
  return faults;
}

/** Lines “where: fault” of what is wrong, to be compared with []. */
export const report = (where: string, faults: readonly string[]): string[] => faults.map((fault) => `${where}: ${fault}`);
