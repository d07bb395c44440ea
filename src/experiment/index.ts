export { type CheckRow, check } from "./check.ts";
export { type Contrast, type ContrastRow, readContrast, runContrast, type Verdict } from "./contrast.ts";
export { type Estimate, meanWithInterval, shareWithInterval } from "./intervals.ts";
export { type Job, type Means, type RunJobs, runJob, runJobsHere } from "./job.ts";
export { type NeutralityRow, neutrality } from "./neutrality.ts";
export { type PaperRow, paperRows, type RowKind } from "./paper.ts";
export { drawPriors, priorParameters } from "./priors.ts";
export { type RegisterEntry, register } from "./register.ts";
export { Run } from "./run.ts";
