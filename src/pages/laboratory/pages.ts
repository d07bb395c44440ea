import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Word } from "../../words/index.ts";
import { Workbench } from "./Workbench.tsx";

/** A page of the laboratory: its name in the address, its word on the tab, and what it shows; loaded when first opened. */
interface Page {
  id: string;
  word: Word;
  load: () => Promise<ComponentType>;
}

export const pages: readonly Page[] = [
  { id: "laboratory", word: "workbench", load: async () => Workbench },
  { id: "experiments", word: "experiments", load: () => import("./experiments/Experiments.tsx").then(({ Experiments }) => Experiments) },
  { id: "register", word: "register", load: () => import("./PaperIndex.tsx").then(({ PaperIndex }) => PaperIndex) },
  { id: "compare", word: "compare", load: () => import("./compare/ComparePage.tsx").then(({ ComparePage }) => ComparePage) },
  { id: "why", word: "whyPage", load: () => import("./why/WhyPage.tsx").then(({ WhyPage }) => WhyPage) },
];

/** The page that is open. */
export const page = signal(pages[0].id);
