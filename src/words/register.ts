import type { Words } from "./words.ts";

/** Words of the register of the paper. */
export const register = {
  register: ["Register", "对照表"],
  registerHelp: [
    "Every row of the paper with what holds it in the model: mechanisms, parameters, measures. {{rows}} rows, {{homeless}} not modelled.",
    "论文的每一条与模型中承载它的机制、参数、指标。共 {{rows}} 条，{{homeless}} 条未建模。",
  ],
  registerSearch: ["Search the register", "搜索对照表"],
  registerRow: ["Row", "编号"],
  registerTitle: ["In the paper", "论文内容"],
  registerKind: ["Kind", "类别"],
  registerHome: ["In the model", "模型中的对应"],
  registerSwitch: ["Switch", "开关"],
  registerRivals: ["Competing explanations", "竞争性解释"],
  kind_of_row_framing: ["framing", "背景"],
  kind_of_row_agent: ["agent", "主体"],
  kind_of_row_state: ["state", "状态"],
  kind_of_row_process: ["process", "过程"],
  kind_of_row_policy: ["policy", "政策"],
  kind_of_row_outcome: ["outcome", "结果"],
  kind_of_row_clock: ["clock", "时点"],
  kind_of_row_circle: ["circle", "圈层"],
} as const satisfies Words;
