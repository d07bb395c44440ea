/**
 * Rounds of bounded confidence (eq. 4.11). Opinions lie on a scale of 0-1.
 *
 * Sources: R. Hegselmann & U. Krause (2002), Opinion dynamics and bounded confidence, JASSS 5(3) 2; G. Deffuant,
 * D. Neau, F. Amblard & G. Weisbuch (2000), Mixing beliefs among interacting agents, Advances in Complex Systems 3, 87-98.
 */

/**
 * One round after Hegselmann and Krause: each moves to the mean of all who think alike, at once.
 *
 * @param opinions  [seat] before and after
 * @param epsilon   bound of confidence
 * @param out       [seat] memory to work in
 */
export function hegselmannKrauseRound(opinions: Float64Array, seats: number, epsilon: number, out: Float64Array): void {
  for (let k = 0; k < seats; k++) {
    let sum = 0;
    let count = 0;
    for (let j = 0; j < seats; j++) {
      if (Math.abs(opinions[j] - opinions[k]) > epsilon) continue;
      sum += opinions[j];
      count++;
    }
    out[k] = sum / count;
  }
  opinions.set(out.subarray(0, seats));
}

/**
 * One round after Deffuant: as many meetings as seats; two who meet and think alike move towards each other.
 *
 * @param stepSize    how far they move, 0-0.5
 * @param pick  seat drawn for the n-th place of the round, 0 to 2 seats - 1
 */
export function deffuantRound(opinions: Float64Array, seats: number, epsilon: number, stepSize: number, pick: (n: number) => number): void {
  for (let meeting = 0; meeting < seats; meeting++) {
    const a = pick(2 * meeting);
    const b = pick(2 * meeting + 1);
    const gap = opinions[b] - opinions[a];
    if (Math.abs(gap) > epsilon) continue;
    opinions[a] += stepSize * gap;
    opinions[b] -= stepSize * gap;
  }
}
