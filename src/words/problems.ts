/**
 * Problems of scenarios and checkpoints in Chinese. They are written where they are found, in English, with values
 * and names of parameters in them; here stands what each of these sentences is in Chinese.
 */
const sentences: readonly [RegExp, string][] = [
  [/^is missing\.$/, "缺失。"],
  [/^has no value\.$/, "没有值。"],
  [/^is empty\.$/, "是空的。"],
  [/^is not a map of keys and values\.$/, "不是由键和值组成的映射。"],
  [/^is not YAML: (.*)$/, "不是 YAML：$1"],
  [/^is not a parameter\.$/, "不是参数。"],
  [/^is not .*\.$/, "在此处不可用。"],
  [/^is (\d+), past the end of the run \((\d+) weeks\)\.$/, "为 $1，超过运行的结束（$2 周）。"],
  [/^is (.*) for ([\w.]+)\.$/, "（$2）为 $1。"],
  [/^is (.*) \([^()]*\)\.$/, "为 $1。"],
  [/^is (.*)\.$/, "为 $1。"],
  [/^names community (\d+), but there are (\d+)\.$/, "所指的社区 $1 不存在，共有 $2 个。"],
  [/^names (.*), which is not a parameter\.$/, "所指的 $1 不是参数。"],
  [/^names (.*), which cannot change during a run\.$/, "所指的 $1 在运行中不能变更。"],
  [/^names (.*), which cannot be read\.$/, "所指的 $1 无法读取。"],
  [/^leads back to (.*): a loop\.$/, "又回到 $1，形成循环。"],
  [/^Mend the line above\.$/, "请改正该行或其上一行。"],
  [/^Write at least “title: …” on a line of its own\.$/, "至少单独写一行“title: …”。"],
  [/^Name a scenario file, such as (.*)\.$/, "请写情景文件名，如 $1。"],
  [/^Name an existing file, relative to this one\.$/, "请写相对于本文件而存在的文件。"],
  [/^Take one of the extends lines out\.$/, "请去掉其中一行 extends。"],
  [/^Write --set path=value\.$/, "请写 --set 路径=值。"],
  [/^Did you mean (.*)\?$/, "是否指 $1？"],
  [/^Known here: (.*)\.$/, "此处可用：$1。"],
  [/^Name a week from 1 to (\d+)\.$/, "请写 1 到 $1 之间的周。"],
  [/^Name numbers from 0 to (\d+)\.$/, "请写 0 到 $1 之间的编号。"],
  [/^Name one that “four-circles schema” lists\.$/, "请写“four-circles schema”所列的参数。"],
  [/^Only (.*) and (\S+) can\.$/, "只有 $1 与 $2 可以。"],
  [/^Write one of (.*?)(?:; the default is (.*))?\.$/, "请写 $1 之一；默认 $2。"],
  [/^Write true or false(?:; the default is (.*))?\.$/, "请写 true 或 false；默认 $1。"],
  [/^Write a whole number from (\S+) to (\S+?)(?:; the default is (.*))?\.$/, "请写 $1 到 $2 之间的整数；默认 $3。"],
  [/^Write a number from (\S+) to (\S+?)(?:; the default is (.*))?\.$/, "请写 $1 到 $2 之间的数；默认 $3。"],
  [/^Write a list of numbers from (\S+) to (\S+?)(?:; the default is (.*))?\.$/, "请写数列，各数在 $1 到 $2 之间；默认 $3。"],
  [/^Write a whole number from (\S+?)(?:; the default is (.*))?\.$/, "请写不小于 $1 的整数；默认 $2。"],
  [/^Expected: (.*)\.$/, "应为：$1。"],
  [/^is not a checkpoint of Four Circles\..*$/, "不是“四圈”的存档。应为 --checkpoint 所写或在实验室中保存的文件。"],
  [/^is damaged or only half written \((\d+) bytes, .*$/, "已损坏或未写完（$1 字节，校验不符）。请用更早的存档，或重新运行。"],
  [/^has format (\d+) when expected (\d+)\. Use version (\S+) of .*$/, "的格式为 $1，应为 $2。请用写出它的 four-circles $3 版。"],
];

/** A sentence about a problem in Chinese; in English if it has none. */
export function problemInChinese(sentence: string): string {
  const found = sentences.find(([pattern]) => pattern.test(sentence));
  if (!found) return sentence;
  return sentence.replace(found[0], found[1]).replace("；默认 。", "。");
}
