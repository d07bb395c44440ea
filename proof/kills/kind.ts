/** What befalls the program at a random moment, and how it is seen that nothing is lost. */
export interface Kill {
  readonly id: string;
  readonly what: string;
  /** Absent where it is not to be had. */
  readonly missing?: string | undefined;
  /** @param random  a number in [0, 1), another one each time @throws whatever is lost or wrong */
  moment(random: () => number): Promise<void>;
  /** All places where it can befall, if these can be counted. */
  places?(): Promise<readonly Place[]>;
}

export type PlacedKill = Kill & Required<Pick<Kill, "places">>;

export interface Place {
  readonly name: string;
  /** @throws whatever is lost or wrong */
  befalls(): Promise<void>;
}

/** What can befall at places that can be counted, at each of them. @param find  called once */
export function placed(id: string, what: string, find: () => Promise<readonly Place[]>): PlacedKill {
  let found: Promise<readonly Place[]> | undefined;
  const places = () => (found ??= find());
  return {
    id,
    what,
    places,
    async moment(random) {
      const all = await places();
      await all[Math.floor(random() * all.length)].befalls();
    },
  };
}
