import { z } from "zod";
import { armSchema, settings, spanSchema } from "../../experiment/index.ts";
import { interventionSchema, keyWords, someText } from "../../scenario/index.ts";

const MOST = 2000; // letters
const text = (en: string, zh: string) => someText(en, zh, MOST);

/** Pictures of the stage that a scene may show, by their names in its address. */
export const scenePictures = [
  "series-participation",
  "series-settlement",
  "series-coverage",
  "series-resources",
  "series-residents",
  "series-awareness",
  "series-hours",
  "series-matters",
  "series-organizations",
  "blocks",
  "layers",
  "map",
  "flows",
  "matters",
  "coverage",
  "lorenz-hours",
  "people",
] as const;

export const predictionKinds = ["curve", "value", "order", "choose"] as const;

const alternative = armSchema
  .extend({
    title: text("Its name.", "名称。").optional(),
    titleZh: text("Its name in Chinese.", "中文名称。").optional(),
  })
  .meta({ write: "a map with “title”, “set”, “interventions”", writeZh: "含“title”“set”“interventions”的映射" });

const option = z
  .strictObject({
    text: text("What it says.", "选项文字。"),
    textZh: text("The same in Chinese.", "选项的中文文字。").optional(),
    from: z.number().optional().meta(keyWords("Least value for which it is right [none].", "该选项成立的最小值；省略为不限。")),
    to: z.number().optional().meta(keyWords("Value below which it is right [none].", "该选项成立时须低于此值；省略为不限。")),
  })
  .meta({ write: "a map with “text”, “from” and “to”", writeZh: "含“text”“from”“to”的映射" });

const prediction = z
  .strictObject({
    kind: z.enum(predictionKinds).meta(keyWords("What the reader does.", "读者要做什么。")),
    ask: text("What is asked.", "所问的问题。"),
    askZh: text("The same in Chinese.", "问题的中文。").optional(),
    measure: z
      .string()
      .min(1)
      .meta(
        keyWords(
          "Measure that is predicted; “four-circles dictionary” lists them.",
          "要预测的指标；见 four-circles dictionary。",
          "a measure",
          "指标名",
        ),
      ),
    span: spanSchema.optional().meta({ description: "Weeks that count [the last 52].", descriptionZh: "计入的首末周；省略为最后 52 周。" }),
    known: z
      .int()
      .min(0)
      .max(3650)
      .default(0)
      .meta(keyWords("Weeks of a curve that are shown before it is drawn.", "画线之前先给出的周数。")),
    scale: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high)
      .optional()
      .meta(
        keyWords(
          "Least and largest value that can be predicted; of a share 0 and 1 if left out.",
          "可预测的最小值与最大值；指标为比例时默认 0 与 1。",
          "two rising numbers, such as [0, 200]",
          "递增的两个数，如 [0, 200]",
        ),
      ),
    arms: z
      .record(z.string().regex(/^\w{1,40}$/), alternative)
      .optional()
      .meta(
        keyWords(
          "Variants of the scene on the same random numbers: those that are put in order; of two, the first minus the second is predicted.",
          "同一随机数下的各种变体：供排序；若为两个，则预测前者减后者。",
          "a map of names and what each changes",
          "由名称与其改动组成的映射",
        ),
      ),
    options: z
      .array(option)
      .min(2)
      .max(6)
      .optional()
      .meta(keyWords("What may be chosen.", "供选择的选项。", "a list of options", "选项列表")),
    says: text("What to notice once it is seen.", "揭晓后应留意什么。").optional(),
    saysZh: text("The same in Chinese.", "揭晓后说明的中文。").optional(),
  })
  .meta({ write: "a map with “kind”, “ask” and “measure”", writeZh: "含“kind”“ask”“measure”的映射" });

/** Circles that a scene may highlight. */
export const sceneCircles = ["party", "acquaintance", "interest", "industry"] as const;

const highlight = z
  .strictObject({
    measures: z
      .array(z.string().min(1))
      .min(1)
      .max(4)
      .optional()
      .meta(
        keyWords("Curves of a chart over the weeks, by their measures.", "时间图中的曲线（写指标名）。", "a list of measures", "指标列表"),
      ),
    weeks: spanSchema.optional().meta(keyWords("A band of weeks of such a chart.", "时间图中的一段周次。")),
    circle: z.enum(sceneCircles).optional().meta(keyWords("A circle of the picture “layers”.", "“layers”图中的一个圈。")),
    community: z
      .union([z.enum(["most", "least"]), z.int().min(0).max(499)])
      .optional()
      .meta(
        keyWords(
          "A community of the map: its number, or where there is most or least of what the map shows.",
          "地图上的一个社区：编号，或所示指标最高（most）、最低（least）之处。",
          "a number from 0, “most” or “least”",
          "从 0 起的编号、most 或 least",
        ),
      ),
  })
  .meta({ write: "a map with “measures”, “weeks”, “circle” or “community”", writeZh: "含“measures”“weeks”“circle”或“community”的映射" });

/** What a lesson and each of its scenes may set; a scene adds to its lesson. */
const run = {
  set: settings.default({}).meta({ description: "Parameters, by path.", descriptionZh: "参数（按路径）。" }),
  weeks: z.int().min(26).max(3650).optional().meta(keyWords("Weeks to run.", "运行周数。")),
};

const scene = z
  .strictObject({
    title: text("Its title.", "场景标题。"),
    titleZh: text("Its title in Chinese.", "场景的中文标题。").optional(),
    text: text("A few sentences.", "几句说明。"),
    textZh: text("The same in Chinese.", "说明的中文。").optional(),
    scenario: text("Another scenario than that of the lesson.", "与本课不同的情景。").optional(),
    ...run,
    interventions: z
      .array(interventionSchema)
      .default([])
      .meta(keyWords("Changes during the run.", "运行中的变更。", "a list of interventions", "变更列表")),
    picture: z.enum(scenePictures).optional().meta(keyWords("Picture that is shown.", "所示图画。")),
    highlight: highlight.optional(),
    look: text("What to look at in the picture.", "图中应看何处。").optional(),
    lookZh: text("The same in Chinese.", "应看何处的中文。").optional(),
    controls: z
      .array(z.string().min(1))
      .max(6)
      .default([])
      .meta(keyWords("Parameters within reach.", "可动手调节的参数。", "a list of paths", "路径列表")),
    predict: prediction.optional(),
    talk: text("A question to talk about.", "讨论题。").optional(),
    talkZh: text("The same in Chinese.", "讨论题的中文。").optional(),
    story: z.boolean().default(false).meta(keyWords("Offers the stories of those in it.", "可打开其中各主体的故事。")),
  })
  .meta({ write: "a map with “title” and “text”", writeZh: "含“title”“text”的映射" });

/** A lesson: scenes, each with a run, something to predict, and what to see and to talk about. */
export const lessonSchema = z.strictObject({
  title: text("Its title.", "课的标题。"),
  titleZh: text("Its title in Chinese.", "课的中文标题。").optional(),
  question: text("What one would like to know.", "本课的问题。").optional(),
  questionZh: text("The same in Chinese.", "问题的中文。").optional(),
  minutes: z.int().min(1).max(180).default(15).meta(keyWords("How long it takes.", "所需分钟数。")),
  scenario: text("A scenario that comes along, by name.", "随程序提供的情景名。"),
  seed: z.string().min(1).max(100).default("lesson").meta(keyWords("Seed; run r has “SEED/r”.", "随机种子；第 r 次运行为“SEED/r”。")),
  seeds: z.int().min(6).max(60).default(16).meta(keyWords("Runs that a prediction is held against.", "用来对照预测的运行次数。")),
  ...run,
  scenes: z
    .array(scene)
    .min(1)
    .max(20)
    .meta(keyWords("Its scenes.", "各场景。", "a list of scenes", "场景列表")),
});

export type Lesson = z.output<typeof lessonSchema>;
export type Scene = Lesson["scenes"][number];
/** What stands out in the picture of a scene. */
export type Highlight = NonNullable<Scene["highlight"]>;
export type Prediction = NonNullable<Scene["predict"]>;
export type Option = NonNullable<Prediction["options"]>[number];
