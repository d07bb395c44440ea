import { expose } from "comlink";
import { createSecondHost } from "./secondHost.ts";

expose(createSecondHost());
