import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digest } from "../src/engine/index.ts";
import { hashText } from "../src/numeric/index.ts";
import { drawKey } from "../src/random/index.ts";
import type { Programs } from "./programs.ts";
import { STREAM } from "./sides/ours.ts";
import { SideProcess } from "./sides/process.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { makeTown, writeTown } from "./town.ts";

const SEED = "1";
const WARM = 3;

export const sideNames = ["c", "ours-1", "ours-2", "wasm-1", "wasm-2", "agentscript", "flocc"] as const;
export type SideName = (typeof sideNames)[number];

export interface SideResult {
  side: SideName;
  /** Weeks in each run. */
  weeks: number;
  /** Milliseconds a week by the clock. */
  week: Spread;
  /** Time by the clock over that of ours on one thread in the same round. */
  ratio: Spread;
  /** The same of processor time, which what else the machine does disturbs less. */
  processorRatio: Spread;
  /** Over the weeks of the check. */
  activeShare: number;
  trustSd: number;
  /** Of trust and activity after the last week of the check. */
  digest: string;
  /** Same bits, or for peers with their own random numbers the same in distribution. */
  agrees: boolean;
}

export interface SizeResult {
  residents: number;
  runs: number;
  /** Largest difference from ours that counts as the same in distribution. */
  tolerance: { activeShare: number; trustSd: number };
  sides: SideResult[];
}

export interface Plan {
  residents: number;
  sides: readonly SideName[];
  runs: number;
  /** Least milliseconds that a run should take. */
  least: number;
  /** Weeks after which states are compared. */
  checkWeeks: number;
}

/**
 * Runs the reference model on all sides, each in a process of its own, in turns: every round runs each side once, so
 * that what else the machine does falls on all. Ratios are taken within rounds.
 */
export async function sideBySide(plan: Plan, { reference, kernel }: Programs, tell: (text: string) => void): Promise<SizeResult> {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-bench-"));
  const open: { side: SideName; process: SideProcess }[] = [];
  try {
    const town = makeTown(plan.residents, SEED);
    const path = join(folder, "town");
    writeTown(path, town);
    const { k0, k1 } = drawKey(SEED);
    for (const side of plan.sides) {
      if (side === "c" && !reference) continue;
      const process_ =
        side === "c"
          ? new SideProcess(reference!, [path, String(k0 >>> 0), String(k1 >>> 0), String(hashText(STREAM))])
          : new SideProcess(process.execPath, [
              "--max-old-space-size=12288",
              join(import.meta.dirname, "side.js"),
              side,
              path,
              SEED,
              kernel,
            ]);
      open.push({ side, process: process_ });
    }

    const checks = new Map<SideName, Check>();
    for (const { side, process } of open) {
      tell(`${plan.residents} residents: ${side}, ${plan.checkWeeks} weeks to be compared`);
      checks.set(side, await check(process, join(folder, "state"), plan));
    }
    const weeks = new Map<SideName, number>();
    for (const { side, process } of open) {
      let week = (await process.run(1)).clock;
      for (let w = 0; w < WARM && week * w < plan.least; w++) {
        const count = Math.ceil(Math.min(10, plan.least / week / 4));
        week = Math.min(week, (await process.run(count)).clock / count);
      }
      weeks.set(side, Math.max(1, Math.min(1000, Math.ceil(plan.least / week))));
    }
    const times = new Map<SideName, { clock: number; processor: number }[]>(open.map(({ side }) => [side, []]));
    for (let run = 0; run < plan.runs; run++) {
      tell(`${plan.residents} residents: round ${run + 1} of ${plan.runs}`);
      for (const { side, process } of open) {
        const count = weeks.get(side)!;
        const { clock, processor } = await process.run(count);
        times.get(side)!.push({ clock: clock / count, processor: processor / count });
      }
    }

    const ours = checks.get("ours-1")!;
    const tolerance = toleranceOf(plan, ours);
    const base = times.get("ours-1")!;
    const sides = open.map(({ side }): SideResult => {
      const its = checks.get(side)!;
      const peer = side === "agentscript" || side === "flocc";
      return {
        side,
        weeks: weeks.get(side)!,
        week: spreadOf(times.get(side)!.map(({ clock }) => clock)),
        ratio: spreadOf(times.get(side)!.map(({ clock }, run) => clock / base[run].clock)),
        processorRatio: spreadOf(times.get(side)!.map(({ processor }, run) => processor / base[run].processor)),
        ...its,
        agrees: peer
          ? Math.abs(its.activeShare - ours.activeShare) < tolerance.activeShare && Math.abs(its.trustSd - ours.trustSd) < tolerance.trustSd
          : its.digest === ours.digest,
      };
    });
    return { residents: plan.residents, runs: plan.runs, tolerance, sides };
  } finally {
    for (const { process } of open) process.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Check {
  activeShare: number;
  trustSd: number;
  digest: string;
}

/** Runs the weeks of the check and reads the state after each. */
async function check(side: SideProcess, path: string, { residents, checkWeeks }: Plan): Promise<Check> {
  let sum = 0;
  let result: Check = { activeShare: 0, trustSd: 0, digest: "" };
  for (let week = 1; week <= checkWeeks; week++) {
    await side.run(1);
    await side.writeState(path);
    const { buffer } = new Uint8Array(readFileSync(path));
    const trust = new Float32Array(buffer, 0, residents);
    const active = new Uint8Array(buffer, 4 * residents, residents);
    sum += active.reduce((count, one) => count + one, 0) / residents;
    const mean = trust.reduce((total, t) => total + t, 0) / residents;
    const squares = trust.reduce((total, t) => total + (t - mean) ** 2, 0);
    result = {
      activeShare: sum / week,
      trustSd: Math.sqrt(squares / residents),
      digest: digest([
        { name: "trust", values: trust },
        { name: "active", values: active },
      ]),
    };
  }
  return result;
}

/**
 * Four standard errors of the difference of two mean shares. Shares of later weeks follow earlier ones with a
 * correlation of about 0.45 (0.5 times the weights of the three shares), which widens them by 1.6. The spread of trust
 * changes with the noise alone: 1%, and 1 / sqrt(residents).
 */
function toleranceOf({ residents, checkWeeks }: Plan, { activeShare, trustSd }: Check): SizeResult["tolerance"] {
  const error = Math.sqrt((2 * activeShare * (1 - activeShare)) / (residents * checkWeeks));
  return { activeShare: 4 * 1.6 * error, trustSd: trustSd * (0.01 + 1 / Math.sqrt(residents)) };
}
