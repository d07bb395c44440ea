/** What befalls the program at a random moment, and how it is seen that nothing is lost. */
export interface Kill {
  readonly id: string;
  readonly what: string;
  /** Absent where it is not to be had. */
  readonly missing?: string | undefined;
  /** @param random  a number in [0, 1), another one each time @throws whatever is lost or wrong */
  moment(random: () => number): Promise<void>;
}
