import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Word } from "../../words/index.ts";
import { Workbench } from "./Workbench.tsx";

/** A page of the laboratory: its name in the address, its word on the tab, and what it shows; loaded when first opened. */
interface Room {
  id: string;
  word: Word;
  load: () => Promise<ComponentType>;
}

export const rooms: readonly Room[] = [
  { id: "laboratory", word: "workbench", load: async () => Workbench },
  { id: "experiments", word: "experiments", load: () => import("./experiments/Experiments.tsx").then(({ Experiments }) => Experiments) },
  { id: "register", word: "register", load: () => import("./Register.tsx").then(({ Register }) => Register) },
  { id: "compare", word: "compare", load: () => import("./compare/CompareRoom.tsx").then(({ CompareRoom }) => CompareRoom) },
  { id: "why", word: "whyRoom", load: () => import("./why/WhyRoom.tsx").then(({ WhyRoom }) => WhyRoom) },
];

/** The room that is open. */
export const room = signal(rooms[0].id);
