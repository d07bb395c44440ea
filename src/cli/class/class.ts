import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import qrcode from "qrcode-generator";
import type { ClassMode } from "../../teaching/index.ts";
import { lessonFrom, makeFolder, scenarioFrom, shippedFolder, sourceFrom } from "../files.ts";
import { lock } from "../lock.ts";
import { heedSignals } from "../stopping.ts";
import { CommandFailure, type Terminal } from "../terminal.ts";
import { type ComparedOptions, comparedRuns } from "./comparedRuns.ts";
import { PlayedDistrict } from "./playedDistrict.ts";
import { quarterThreads } from "./quarterThreads.ts";
import { Room, type Subject } from "./room.ts";
import { localAddresses, serve } from "./serve.ts";

interface Options extends ComparedOptions {
  mode?: ClassMode;
  port: string;
  host?: string;
  seed?: string;
  out?: string;
}

/** What is played if nobody names another: small, so that a round takes a second or some. */
const usual: Readonly<Record<ClassMode, string>> = {
  district: "contrasts/base/district",
  lesson: "1-neighbours",
  districts: "community",
  replicates: "community",
};

/** Modes in which each seat has runs of its own: they stand in folders of their own. */
const ofEach: ReadonlySet<ClassMode> = new Set(["districts", "replicates"]);

/** Serves a class until it is told to stop. */
export async function classroom(source: string | undefined, options: Options, terminal: Terminal): Promise<void> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new CommandFailure(`--port: is ${options.port}. Write a number from 0 to 65535.`);
  const pages = shippedFolder("dist/pages");
  if (!existsSync(join(pages, "class.html"))) throw new CommandFailure(`${pages}: the page is not built. Give “npm run build” first.`);
  const name = source ?? usual[options.mode ?? "district"];
  const subject = await subjectOf(name, options);
  const { mode } = subject;
  const folder = options.out ?? join("out", ["class", basename(name, ".yaml"), ...(ofEach.has(mode) ? [mode] : [])].join("-"));
  await makeFolder(folder);
  const unlock = await lock(folder, "class", (text) => terminal.err(text)); // two servers would write one journal
  const room = await Room.open(subject, name, folder, Date.now).catch((error: Error) => {
    unlock();
    throw new CommandFailure(error.message);
  });
  const served = await serve(room, pages, port, options.host).catch((error) => {
    unlock();
    throw error;
  });
  const [address] = options.host ? [options.host] : localAddresses();
  const here = `http://127.0.0.1:${served.port}`;
  room.address = `http://${address ?? "127.0.0.1"}:${served.port}`;
  room.alarm = (text) => terminal.alarm(text);
  if (!address)
    terminal.alarm("No network: phones cannot reach this machine. Join a Wi-Fi, or open a hotspot, and give the command again.");
  const code = qrcode(0, "M");
  code.addData(`${room.address}/#${room.code}`);
  code.make();
  terminal.out(code.createASCII(1, 2));
  terminal.out(`Phones:    ${room.address}   letters ${room.code}`);
  terminal.out(`Teacher:   ${here}/class.html#board-${room.teacherToken}   (for you alone)`);
  terminal.out(`Projector: ${here}/class.html#screen`);
  terminal.out(`Kept in:   ${folder}${room.seats > 0 ? `, with ${room.seats} seats from before` : ""}`);
  terminal.err("The class is open. Ctrl-C ends it; the same command goes on with it.");
  heedSignals("class", terminal);
  await new Promise<void>((resolve) => {
    if (terminal.stop.aborted) resolve();
    else terminal.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await served.close();
  unlock();
}

async function subjectOf(name: string, options: Options): Promise<Subject> {
  const { seed, mode } = options;
  const lesson = join(shippedFolder("lessons"), `${basename(name, ".yaml")}.yaml`);
  const isLesson = existsSync(name) ? /^scenes:/m.test((await sourceFrom(name, "lesson or a scenario")).text) : existsSync(lesson);
  if (isLesson && mode !== undefined && mode !== "lesson")
    throw new CommandFailure(`class: ${name} is a lesson, which a class predicts together. Leave --mode out, or name a scenario.`);
  if (!isLesson && mode === "lesson")
    throw new CommandFailure(`class: ${name} is no lesson. Name one, such as 2-matters, or leave --mode lesson out.`);
  if (isLesson) {
    const of = await lessonFrom(name);
    return { mode: "lesson", lesson: of, text: readFileSync(existsSync(name) ? name : lesson, "utf8"), seed: of.seed };
  }
  const set = seed === undefined ? [] : [`seed=${JSON.stringify(seed)}`];
  if (mode === "replicates") return { mode, ...(await comparedRuns(name, set, options)) };
  if (options.with.length > 0)
    throw new CommandFailure("class: --with names what --mode replicates compares. Add that, or leave --with out.");
  const base = await scenarioFrom(name, set);
  if (mode === "districts") {
    const { compute, close } = quarterThreads();
    return { mode, base, seed: base.seed, compute, end: close };
  }
  return {
    mode: "district",
    district: new PlayedDistrict(base),
    title: { en: base.title, zh: base.titleZh ?? base.title },
    seed: base.seed,
  };
}
