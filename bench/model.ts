/**
 * The reference model, small enough to be written in every language and library that is compared:
 *
 *   each resident has acquaintances (12 on average, 94% of them within 1,000 places) and belongs to two groups, a club
 *   (mean size 40) and a team (mean size 30). Each week, from the state of the week before,
 *
 *     pull   = 0.4 a + 0.3 c + 0.2 m + 0.2 t - 0.1 w
 *     active = 1 with probability 0.05 + 0.5 min(1, max(0, pull)), else 0
 *     trust  = t + 0.1 (mean trust of the acquaintances - t) + 0.02 z
 *
 *   a, c, m  share of active acquaintances, club members, team members
 *   t, w     trust and will of the resident; will stays as it was
 *   z        standard normal
 *
 * Who has no acquaintances has a = 0 and the mean trust t.
 */
export const model = {
  acquaintances: 12,
  near: 0.94,
  places: 1000,
  clubSize: 40,
  teamSize: 30,
  activeAtStart: 0.2,
  byAcquaintances: 0.4,
  byClub: 0.3,
  byTeam: 0.2,
  byTrust: 0.2,
  byWill: 0.1,
  least: 0.05,
  most: 0.5,
  trustPace: 0.1,
  trustNoise: 0.02,
} as const;

/** A side of the comparison: one way to write the model. */
export interface Side {
  run(weeks: number): void;
  /** State after the last week; trust in float32. */
  state(): { trust: Float32Array; active: Uint8Array };
  close?(): void;
}
