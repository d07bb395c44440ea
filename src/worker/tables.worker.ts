import { expose } from "comlink";
import { sayAlive } from "./calls.ts";
import { readTables } from "./readTables.ts";

sayAlive();
expose({ readTables });
