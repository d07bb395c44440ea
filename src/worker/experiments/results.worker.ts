import { expose } from "comlink";
import { sayAlive } from "../calls.ts";
import { readResults } from "./readResults.ts";

export interface ResultsReader {
  read: typeof readResults;
}

sayAlive();
expose({ read: readResults } satisfies ResultsReader);
