import { helper } from "../experiment/index.ts";
import { lineOfHelper } from "./helpers.ts";

/** A thread that helps the laboratory with a run. */
const { receive } = helper();
void lineOfHelper().then((line) => {
  line.onmessage = ({ data }) => receive(data);
});
