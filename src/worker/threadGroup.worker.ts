import { helper } from "../experiment/index.ts";

/** A thread that helps the laboratory with a run. */
const { receive } = helper();
addEventListener("message", ({ data }) => receive(data));
