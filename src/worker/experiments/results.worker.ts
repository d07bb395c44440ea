import { expose } from "comlink";
import { sayAlive } from "../calls.ts";
import { readResults } from "./readResults.ts";
import { readStudy } from "./readStudy.ts";

export interface ResultsReader {
  read: typeof readResults;
  study: typeof readStudy;
}

sayAlive();
expose({ read: readResults, study: readStudy } satisfies ResultsReader);
