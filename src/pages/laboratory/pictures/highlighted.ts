import { createContext } from "preact";

/** What stands out in a picture that a lesson shows. */
export interface Highlighted {
  measures?: readonly string[] | undefined;
  weeks?: readonly [from: number, to: number] | undefined;
  circle?: "party" | "acquaintance" | "interest" | "industry" | undefined;
  community?: number | "most" | "least" | undefined;
}

/** It, for the pictures within; elsewhere nothing stands out. */
export const Highlight = createContext<Highlighted>({});
