import { expose } from "comlink";
import { sayAlive } from "./calls.ts";
import { createSecondHost } from "./secondHost.ts";

sayAlive();
expose(createSecondHost());
