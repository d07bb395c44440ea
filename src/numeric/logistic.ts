import { exp } from "./exp.ts";

/** 1 / (1 + e^-x). */
export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));
