export { Run } from "./run.ts";
