import { expose } from "comlink";
import { sayAlive } from "./calls.ts";
import { createCounterfactualHost } from "./counterfactualHost.ts";

sayAlive();
expose(createCounterfactualHost());
