import { z } from "zod";
import { keyWords, someText } from "../../scenario/index.ts";
import { armSchema, settings } from "../arms.ts";
import { outcomeSchema } from "../outcomes/schema.ts";

const levels = z
  .union([
    z.array(z.unknown()).min(1),
    z.strictObject({ from: z.number(), to: z.number(), steps: z.int().min(1).max(1_000_000).optional() }),
  ])
  .meta(
    keyWords(
      "Levels of a parameter: a list, an even grid {from, to, steps}, or a range {from, to} for a sampled design.",
      "参数水平：列表、等距网格 {from, to, steps}，或供抽样设计用的区间 {from, to}。",
      "a list such as [0, 0.5, 1], a grid such as {from: 0, to: 1, steps: 5}, or a range such as {from: 0, to: 1}",
      "列表（如 [0, 0.5, 1]）、网格（如 {from: 0, to: 1, steps: 5}）或区间（如 {from: 0, to: 1}）",
    ),
  );
export type Levels = readonly unknown[] | { from: number; to: number; steps?: number | undefined };

const designKinds = ["grid", "rows", "latinHypercube", "sobol", "saltelli", "morris"] as const;

const target = z.strictObject({
  outcome: someText("Outcome whose mean is to be known.", "要估准的结果。"),
  halfWidth: z
    .number()
    .positive()
    .meta(
      keyWords(
        "Half of the width of its interval, in units of the outcome.",
        "区间半宽，与结果同单位。",
        "a number above 0",
        "大于 0 的数",
      ),
    ),
  difference: z
    .tuple([z.string(), z.string()])
    .optional()
    .meta(
      keyWords(
        "Two arms: the mean of first minus second, on common random numbers, instead of the mean of each arm.",
        "两个实验组：公共随机数下前者减后者的均值，而非各组均值。",
        "two arms, such as [on, off]",
        "两个实验组，如 [on, off]",
      ),
    ),
  range: z
    .tuple([z.number(), z.number()])
    .refine(([least, most]) => least < most, "must rise")
    .optional()
    .meta(
      keyWords(
        "Least and largest value that a run can have, where more is known than of the measure; a narrower range needs fewer runs. If a value lies outside, the target cannot be met.",
        "单次运行可能的最小值与最大值（比指标本身的范围更窄时填写）；范围越窄，所需运行越少。若有值超出，则目标不能达成。",
        "least and largest value, such as [0, 0.5]",
        "最小值与最大值，如 [0, 0.5]",
      ),
    ),
});

/** When a point is known precisely enough. */
export const untilSchema = z
  .strictObject({
    targets: z
      .array(target)
      .min(1)
      .meta(
        keyWords(
          "What is to be known how well.",
          "目标精度。",
          "a list such as [{outcome: participation_rate, halfWidth: 0.01}]",
          "列表，如 [{outcome: participation_rate, halfWidth: 0.01}]",
        ),
      ),
    confidence: z.number().min(0.5).max(0.9999).default(0.95).meta(keyWords("Confidence of the intervals.", "置信水平。")),
    minimum: z.int().min(2).max(1_000_000).default(8).meta(keyWords("Replicates before the first look.", "首次查看前的重复数。")),
    maximum: z.int().min(2).max(1_000_000).meta(keyWords("Replicates at which a point ends in any case.", "重复数上限。")),
    round: z.int().min(1).max(1_000_000).default(8).meta(keyWords("Replicates between looks.", "两次查看之间的重复数。")),
  })
  .optional()
  .meta(keyWords("Replicates until precise enough, at each point, instead of a fixed number.", "各点重复到足够精确为止，而非固定次数。"));

/** A design of runs: what varies, how often, and what is kept. */
export const planSchema = z.strictObject({
  title: someText("Name shown to readers.", "显示给读者的名称。"),
  titleZh: someText("The same in Chinese.", "中文名称。").optional(),
  question: someText("What the runs are to answer.", "要回答的问题。").optional(),
  questionZh: someText("The same in Chinese.", "中文问题。").optional(),
  scenario: someText(
    "Scenario that all runs start from: a file, relative to the plan, or the name of one that comes along.",
    "各运行的基础情景：相对于计划的文件，或自带情景名。",
  ),
  set: settings
    .default({})
    .meta(keyWords("Parameters of all runs, by path.", "所有运行的参数（按路径）。", "a map of “path: value”", "“路径: 值”的映射")),
  factors: z
    .record(z.string(), levels)
    .default({})
    .meta(
      keyWords(
        "What varies: levels by path of the parameter.",
        "因子：按参数路径给出水平。",
        "a map of “path: levels”",
        "“路径: 水平”的映射",
      ),
    ),
  design: z
    .strictObject({
      kind: z
        .enum(designKinds)
        .default("grid")
        .meta(
          keyWords(
            "grid crosses all levels; rows takes the points written in rows; latinHypercube and sobol fill the space of the factors; saltelli and morris are the designs of Sobol’ indices and of elementary effects.",
            "grid 全组合；rows 逐行给出；latinHypercube 与 sobol 为空间填充设计；saltelli 与 morris 分别用于 Sobol’ 指数与基本效应。",
          ),
        ),
      size: z
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .meta(
          keyWords(
            "Points of a Latin hypercube or of Sobol’; base points of Saltelli, (factors + 2) points each; trajectories of Morris, (factors + 1) points each.",
            "拉丁超立方或 Sobol’ 序列的点数；Saltelli 抽样的基点数（各含因子数 + 2 个点）；Morris 筛选法的轨道数（各含因子数 + 1 个点）。",
          ),
        ),
      candidates: z
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .meta(
          keyWords(
            "Trajectories of Morris that are drawn, of which the most distant are run; as many as are run if left out.",
            "Morris 筛选法抽取的候选轨道数，运行其中相距最远者；省略时与运行数相同。",
          ),
        ),
      draws: z
        .enum(["common", "own"])
        .optional()
        .meta(
          keyWords(
            "common gives a replicate the same random numbers at all points; own gives each trajectory of Morris, base point of Saltelli or row of rows random numbers of its own, so that chance is one more factor, in no index; of rows drawn from a posterior the differences of arms then cover seeds and parameters. common if left out.",
            "common：同一次重复在所有设计点上用相同的随机数；own：Morris 的每条轨道、Saltelli 的每个基点或 rows 的每一行各用自己的随机数，随机性即成为另一个因子，不计入任何指数；若各行抽自后验，组间差异即涵盖种子与参数。省略时为 common。",
          ),
        ),
      seed: someText("Seed of a sampled design; that of the plan if left out.", "抽样设计的种子；省略时用计划的种子。").optional(),
      rows: z
        .array(settings)
        .min(1)
        .optional()
        .meta(
          keyWords(
            "Points one by one, each a map of values by path.",
            "逐点给出，每点为路径到取值的映射。",
            "a list of maps of “path: value”",
            "“路径: 值”映射的列表",
          ),
        ),
    })
    .default({ kind: "grid" })
    .meta(keyWords("How points are taken from the levels of the factors.", "由各因子水平得到设计点的方式。")),
  arms: z
    .record(z.string(), armSchema)
    .default({ base: { set: {}, interventions: [] } })
    .meta(
      keyWords(
        "Variants run at every point on common random numbers; one, named base, if left out.",
        "每个设计点上采用公共随机数的各实验组；省略时仅有 base。",
        "a map of arms by name",
        "按名称列出的实验组映射",
      ),
    ),
  replicates: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .meta(
      keyWords(
        "Runs of each point and arm; replicate r has the seed “SEED/r” everywhere (design.draws: common); 1 if left out.",
        "每点每组的重复数；第 r 次重复一律用种子“SEED/r”（design.draws 为 common 时）；省略为 1。",
      ),
    ),
  seed: z
    .preprocess((value) => (typeof value === "number" ? String(value) : value), z.string().min(1))
    .default("1")
    .meta(keyWords("Any text. The same plan and seed give the same rows.", "任意文本；同一计划与种子得到同样的行。", "some text", "文本")),
  weeks: z
    .int()
    .min(1)
    .max(3650)
    .optional()
    .meta(keyWords("Length of each run; that of the scenario if left out.", "每次运行的时长；省略时同情景。")),
  outcomes: z
    .array(outcomeSchema)
    .min(1)
    .meta(
      keyWords(
        "What a run is summarized by: columns of runs.parquet.",
        "汇总每次运行的结果：runs.parquet 的列。",
        "a list such as [{measure: participation_rate}]",
        "列表，如 [{measure: participation_rate}]",
      ),
    ),
  keep: z
    .strictObject({
      measures: z
        .union([z.literal("all"), z.array(z.string())])
        .optional()
        .meta(
          keyWords(
            "Measures kept week by week: a list, or all; those of the outcomes if left out.",
            "逐周保留的指标：列表或 all；省略时为结果所用指标。",
            "all, or a list of measures",
            " all，或指标列表",
          ),
        ),
      every: z.int().min(1).max(3650).default(1).meta(keyWords("Keeps every nth week, and the last.", "每隔多少周保留一周（末周必留）。")),
      snapshots: z
        .array(z.int().min(1))
        .default([])
        .meta(
          keyWords("Weeks after which the whole state is kept as Parquet.", "保存全部状态（Parquet）的周。", "a list of weeks", "周的列表"),
        ),
    })
    .default({ every: 1, snapshots: [] })
    .meta(keyWords("What is kept of a run beside its outcomes.", "除结果外保留的内容。")),
  until: untilSchema,
});
export type Plan = z.output<typeof planSchema>;
