import { expose } from "comlink";
import { runArm } from "../teaching/index.ts";
import { sayAlive } from "./calls.ts";

sayAlive();
expose({ runArm });
