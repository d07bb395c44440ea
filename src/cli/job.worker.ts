import { type Job, runJob } from "../experiment/index.ts";

/** What a worker thread does with a job. */
export default (job: Job) => runJob(job);
