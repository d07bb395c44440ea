import { type QuarterOrder, Quarters } from "./quarters.ts";

const quarters = new Quarters();

/** What a worker thread is asked to do. */
export const after = (order: QuarterOrder) => quarters.after(order);
