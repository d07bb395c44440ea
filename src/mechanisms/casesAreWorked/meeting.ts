import { hasTie } from "../../circles/index.ts";
import {
  ACCEPTS,
  AGAINST,
  BY_BRANCH,
  BY_ORGANIZATION,
  type Context,
  governs,
  kindOfType,
  MOST_CONCERNED,
  minutesLeft,
  NO_VOTE,
  PRESSED,
  spendTime,
  type World,
} from "../../engine/index.ts";
import { logistic } from "../../numeric/index.ts";
import type { Draws } from "../../random/index.ts";
import { closeness } from "./closeness.ts";
import type { Consulting } from "./consultationParameters.ts";
import { chargeConvener, convenersTime } from "./convene.ts";
import { deffuantRound, hegselmannKrauseRound } from "./deliberation.ts";

const USUAL_MOTIVATION = 0.4;
const KEYS = 64; // keys of draws for each matter, one for each flat and the last for the talk
const TALK = KEYS - 1;
const EDUCATION = 1;

/** What a meeting came to. */
export interface Outcome {
  invited: number;
  came: number;
  /** Votes so far, of those who came now or before or were visited. */
  voted: number;
  accepting: number;
  pressed: number;
  /** Mean opinion of all who are concerned. */
  acceptability: number;
}

/**
 * One meeting of a consultation: those concerned come or not, those present talk, then they vote; the convener asks the
 * others at their doors, as far as the time left allows.
 *
 * @param first  first seat of the matter
 */
export function meet(world: World, context: Context<Consulting>, q: number, first: number): Outcome {
  const { parameters: p } = context;
  const m = world.matters.columns;
  const seats = world.seats.columns;
  const parties = m.parties[q];
  const draws = context.stream("meeting");
  const key = m.serial[q] * KEYS;
  const present = world.workspace("consultation/present", Int32Array, MOST_CONCERNED);
  let came = 0;
  for (let s = 0; s < parties; s++) if (comes(world, context, q, first + s, draws, key + s)) present[came++] = first + s;
  if (came > 1) talk(world, p, q, present, came, draws, key + TALK);

  const pressure = p.pressing * strictness(m.convener[q], context.rigidity);
  for (let k = 0; k < came; k++) vote(world, p, present[k], pressure);
  chargeConvener(world, q, first, p.length);
  const visits = Math.floor(convenersTime(world, q, first) / p.visit);
  let visited = 0;
  for (let s = first; s < first + parties && visited < visits; s++) {
    if (seats.vote[s] !== NO_VOTE) continue;
    vote(world, p, s, pressure);
    visited++;
  }
  if (visited > 0) chargeConvener(world, q, first, visited * p.visit);

  const outcome: Outcome = { invited: parties, came, voted: 0, accepting: 0, pressed: 0, acceptability: 0 };
  for (let s = first; s < first + parties; s++) {
    if (seats.vote[s] !== NO_VOTE) outcome.voted++;
    if (seats.vote[s] >= ACCEPTS) outcome.accepting++;
    if (seats.vote[s] === PRESSED) outcome.pressed++;
    outcome.acceptability += seats.opinion[s] / parties;
  }
  return outcome;
}

/** How hard whoever convenes presses, against the ordinary: a branch as rigidly as its programme, a consultation organization not. */
function strictness(convener: number, rigidity: number): number {
  if (convener === BY_ORGANIZATION) return 0;
  return convener === BY_BRANCH ? 2 * rigidity : 1;
}

/** Whether consent is given: enough of those concerned voted, and enough of these accepted (eq. 4.12; Civil Code art. 278). */
export function reaches(outcome: Outcome, type: number): boolean {
  const { present = 0, consent = 0 } = kindOfType[type];
  return outcome.voted > 0 && outcome.voted >= present * outcome.invited - 1e-9 && outcome.accepting >= consent * outcome.voted - 1e-9;
}

/** Someone invited comes or not; whoever comes gives the time. */
function comes(world: World, { parameters: p, week }: Context<Consulting>, q: number, s: number, draws: Draws, key: number): boolean {
  const { seats, residents } = world;
  const i = seats.columns.resident[s];
  if (minutesLeft(world, i) < p.length) return false;
  const { motivation, fatigue } = residents.columns;
  const readiness =
    p.attendance +
    p.stakePull * Math.abs(2 * seats.columns.opinion[s] - 1) +
    p.closeness * closeness(world, q, i) +
    p.motivation * (motivation[i] - USUAL_MOTIVATION) * (1 - fatigue[i]);
  if (!draws.chance(key, logistic(readiness), 0, i)) return false;
  spendTime(world, i, p.length);
  governs(world, i, week);
  seats.columns.came[s]++;
  return true;
}

/** A round of talk among those present: the first half of the meetings is with those tied, as far as there are any. */
function talk(world: World, p: Consulting, q: number, present: Int32Array, came: number, draws: Draws, key: number): void {
  const { opinion, resident } = world.seats.columns;
  const { ability } = world.residents.columns;
  const x = world.workspace("consultation/opinion", Float64Array, MOST_CONCERNED);
  let education = 0;
  for (let k = 0; k < came; k++) {
    x[k] = opinion[present[k]];
    education += ability[resident[present[k]] * 4 + EDUCATION] / came;
  }
  const epsilon = p.listening[world.matters.columns.convener[q] - 1] * (0.8 + education);
  if (p.rule === "hegselmannKrause") {
    hegselmannKrauseRound(x, came, epsilon, world.workspace("consultation/next", Float64Array, MOST_CONCERNED));
  } else {
    let speaker = 0;
    deffuantRound(x, came, epsilon, p.stepSize, (n) => {
      const drawn = draws.below(key, came, 1 + n);
      if (n % 2 === 0) speaker = drawn;
      else if (n < came) return tiedTo(world, resident, present, came, speaker, drawn);
      return drawn;
    });
  }
  for (let k = 0; k < came; k++) opinion[present[k]] = x[k];
}

/** The first of those present, from a drawn place on, who is tied to the speaker; the drawn one if none is. */
function tiedTo(world: World, resident: Uint32Array, present: Int32Array, came: number, speaker: number, from: number): number {
  for (let k = 0; k < came; k++) {
    const other = (from + k) % came;
    if (other !== speaker && hasTie(world.ties, resident[present[speaker]], resident[present[other]])) return other;
  }
  return from;
}

/** Accepts by one's own opinion; or signs against it under pressure, as far as one answers to duty. */
function vote(world: World, p: Consulting, s: number, pressure: number): void {
  const { opinion, vote: votes, resident } = world.seats.columns;
  const gap = p.acceptanceThreshold - opinion[s];
  if (gap <= 0) votes[s] = ACCEPTS;
  else votes[s] = gap <= pressure * 2 * world.residents.columns.extrinsic[resident[s]] ? PRESSED : AGAINST;
}
