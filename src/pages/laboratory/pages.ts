import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import type { Word } from "../../words/index.ts";

/** A page: its name in the address, its word on the tab, and what it shows; loaded when first opened. */
interface Page {
  id: string;
  word: Word;
  /** The page that it is a part of, whose tab leads to it. */
  under?: string;
  /** What drives the run stands below it. */
  drives: boolean;
  /** It fills the window and drives the run itself: no tab leads to it, and it has keys of its own. */
  bare?: true;
  /** It needs no district until somebody asks it for one. */
  alone?: true;
  load: () => Promise<ComponentType<{ pages: readonly string[] }>>;
}

export const pages: readonly Page[] = [
  { id: "start", word: "front", drives: false, alone: true, load: () => import("../front/Front.tsx").then(({ Front }) => Front) },
  {
    id: "lessons",
    word: "lessons",
    drives: false,
    alone: true,
    load: () => import("../lessons/Lessons.tsx").then(({ Lessons }) => Lessons),
  },
  { id: "laboratory", word: "workbench", drives: true, load: () => import("./Workbench.tsx").then(({ Workbench }) => Workbench) },
  { id: "real", word: "isItReal", drives: true, load: () => import("./real/Real.tsx").then(({ Real }) => Real) },
  {
    id: "experiments",
    word: "experiments",
    drives: false,
    load: () => import("./experiments/Experiments.tsx").then(({ Experiments }) => Experiments),
  },
  { id: "claims", word: "claims", drives: false, load: () => import("../claims/Claims.tsx").then(({ Claims }) => Claims) },
  {
    id: "register",
    word: "register",
    under: "claims",
    drives: false,
    load: () => import("../claims/Register.tsx").then(({ Register }) => Register),
  },
  {
    id: "lesson-stage",
    word: "lessonOnStage",
    drives: false,
    bare: true,
    alone: true,
    load: () => import("../lessons/Lessons.tsx").then(({ LessonOnStage }) => LessonOnStage),
  },
  { id: "stage", word: "stage", drives: false, bare: true, load: () => import("./stage/Stage.tsx").then(({ Stage }) => Stage) },
];

/** Where one comes without an address. */
export const start = pages[0].id;
/** The page that is open. */
export const page = signal(start);
