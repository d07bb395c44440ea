import { type Signal, signal } from "@preact/signals";
import { place } from "../place.ts";

/** A choice of some pictures, as a word of the address: #stage/flows/resource-time. */
interface Choice {
  name: string;
  /** Names of the pictures that offer it. */
  pictures: readonly string[];
  /** What is chosen; nothing if that is what a picture opens with. */
  written(): string | undefined;
  /** Chooses what an address says; what there is not, is not chosen. */
  read(text: string): void;
}

const choices = signal<readonly Choice[]>([]);

/** Has the stage keep a choice in its address, so that a link shows the same picture. */
export function keepInAddress(choice: Choice): void {
  choices.value = [...choices.peek(), choice];
  readChoice(choice, place.peek());
}

/** The same for one of some words. */
export function keepWord<T extends string>(name: string, pictures: readonly string[], chosen: Signal<T>, options: readonly T[]): void {
  const initial = chosen.peek();
  keepInAddress({
    name,
    pictures,
    written: () => (chosen.value === initial ? undefined : chosen.value),
    read: (text) => {
      if (options.includes(text as T)) chosen.value = text as T;
    },
  });
}

/** The same for a number from `least` on. */
export function keepNumber(name: string, pictures: readonly string[], chosen: Signal<number>, least: number): void {
  const initial = chosen.peek();
  keepInAddress({
    name,
    pictures,
    written: () => (chosen.value === initial ? undefined : String(chosen.value)),
    read: (text) => {
      const number = Number(text);
      if (Number.isInteger(number) && number >= least) chosen.value = number;
    },
  });
}

/** Chooses what an address on the stage says of its picture. */
export function readChoices(address: string): void {
  for (const choice of choices.peek()) readChoice(choice, address);
}

/** The address of a picture with what is chosen; words that nobody knows yet stay, for a picture comes after its address. */
export function addressOf(picture: string, address: string): string {
  const mine = choices.value.filter(({ pictures }) => pictures.includes(picture));
  const [before, ...words] = address.split("/");
  const unknown = before === picture ? words.filter((word) => !mine.some(({ name }) => word.startsWith(`${name}-`))) : [];
  const known = mine.flatMap(({ name, written }) => {
    const text = written();
    return text === undefined ? [] : [`${name}-${text}`];
  });
  return [picture, ...known, ...unknown].join("/");
}

function readChoice({ name, pictures, read }: Choice, address: string): void {
  const [picture, ...words] = address.split("/");
  const word = pictures.includes(picture) ? words.find((one) => one.startsWith(`${name}-`)) : undefined;
  if (word !== undefined) read(word.slice(name.length + 1));
}
