import { signal } from "@preact/signals";
import { parse } from "yaml";
import { type Lesson, lessonSchema, type Predicted, readLesson } from "../../teaching/index.ts";
import { goTo } from "../laboratory/goTo.ts";
import { files, lessonFile, notice, refusal } from "../laboratory/session/index.ts";
import { packed, unpacked } from "../laboratory/session/linkText.ts";
import { predictionsIn, writePlace } from "./lessonPlace.ts";

const texts = import.meta.glob<string>("../../../lessons/*.yaml", { query: "?raw", import: "default", eager: true });

/** Lessons that come along, by name; that they are right is tested. */
export const shippedLessons: ReadonlyMap<string, Lesson> = new Map(
  Object.entries(texts).map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1, -".yaml".length), lessonSchema.parse(parse(text))]),
);

/** A lesson of one's own: its name in the address holds its text, if that is small. */
const OWN = "~";
const SMALL = 6000; // letters of a link that passes everywhere
const own = signal<ReadonlyMap<string, Lesson>>(new Map());

/** The lesson of a name in the address; undefined until it is read, or if there is none. */
export const lessonOf = (id: string): Lesson | undefined => shippedLessons.get(id) ?? own.value.get(id);

/** Whether a name stands for a text that has yet to be read. */
export const isUnread = (id: string): boolean => id.startsWith(OWN) && !own.value.has(id) && id.length > OWN.length;

const read = (name: string, text: string) =>
  readLesson({ path: name, text }, async (path) => {
    const file = path.split("/").at(-1) as string;
    const found = [file, `${file}.yaml`].find((one) => Object.hasOwn(files.value, one));
    return found === undefined ? undefined : { path: found, text: files.value[found] };
  });

/** Takes in the lesson that an address holds. */
export async function openFromAddress(id: string): Promise<void> {
  const text = await unpacked(id.slice(OWN.length));
  const reading = typeof text === "object" ? await read("lesson", text.text) : undefined;
  if (reading?.ok) own.value = new Map([...own.value, [id, reading.lesson]]);
  else {
    notice.value = { tone: "bad", word: "lessonLostLink" };
    goTo("lessons");
  }
}

/** Opens a lesson that was dropped on the page, or says what is wrong with it. */
export async function openDropped(): Promise<void> {
  const dropped = lessonFile.value;
  if (dropped === undefined) return;
  lessonFile.value = undefined;
  const reading = await read(dropped.name, dropped.text);
  if (!reading.ok) {
    refusal.value = { file: dropped.name, problems: reading.problems };
    return;
  }
  const letters = await packed(dropped.text);
  const small = letters.length <= SMALL;
  const id = small ? `${OWN}${letters}` : `${OWN}${dropped.name}`;
  own.value = new Map([...own.value, [id, reading.lesson]]);
  if (!small) notice.value = { tone: "bad", word: "lessonLarge" };
  goTo(`lessons/${encodeURIComponent(id)}/1`);
}

const keyOf = (id: string) => `four-circles.lesson.${id.slice(0, 200)}`;

/** [lesson] what was predicted, by scene from 0. */
const predictions = signal<Readonly<Record<string, ReadonlyMap<number, Predicted>>>>({});

/** What was predicted in a lesson: here, or before on this device. */
export function predictionsOf(id: string, lesson: Lesson): ReadonlyMap<number, Predicted> {
  const here = predictions.value[id];
  if (here) return here;
  try {
    return predictionsIn(lesson, (localStorage.getItem(keyOf(id)) ?? "").split("/"));
  } catch {
    return new Map(); // storage is forbidden
  }
}

/** Keeps what was predicted, here and on this device; undefined takes a prediction back. */
export function keepPrediction(id: string, lesson: Lesson, scene: number, predicted: Predicted | undefined): void {
  const next = new Map(predictionsOf(id, lesson));
  if (predicted) next.set(scene, predicted);
  else next.delete(scene);
  keepAll(id, next);
}

/** Keeps those that an address brings along. */
export function keepAll(id: string, all: ReadonlyMap<number, Predicted>): void {
  predictions.value = { ...predictions.value, [id]: all };
  try {
    localStorage.setItem(keyOf(id), writePlace("", 1, all));
  } catch {} // forbidden, or full
}
