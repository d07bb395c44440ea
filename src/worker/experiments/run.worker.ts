import { expose } from "comlink";
import { executeRun, type RunRequest } from "../../experiment/index.ts";
import { snapshotFiles } from "../../exports/index.ts";
import { sayAlive } from "../calls.ts";
import { lineOfHelper } from "../helpers.ts";

sayAlive();
void lineOfHelper().then((line) => expose({ run: (request: RunRequest) => executeRun(request, snapshotFiles) }, line));
