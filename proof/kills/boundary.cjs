/**
 * Read by a command before anything else (node --require): takes down what it does to files, in the order of time and over all its
 * threads, and kills it before one of these steps, or in the middle of what it writes there.
 *
 *   FOUR_CIRCLES_STEPS  file that gets a letter for each step: w for what writes, x for all else
 *   FOUR_CIRCLES_KILL   step before which it is killed, from 1 [none]
 *   FOUR_CIRCLES_TORN   if set, half of what that step writes is written before
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

const { FOUR_CIRCLES_STEPS: steps, FOUR_CIRCLES_KILL: kill = "Infinity", FOUR_CIRCLES_TORN: torn } = process.env;
const { fstatSync, openSync, writeSync } = fs;
const log = openSync(steps, "a");
let within = 0; // a function of Node that calls others of these is one step

const isLast = (letter) => {
  writeSync(log, letter);
  return fstatSync(log).size >= Number(kill);
};
const die = () => process.kill(process.pid, "SIGKILL");

/**
 * @param content  place of what is written among the arguments
 * @param counts   whether a call is a step at all
 */
function watch(of, name, { content, counts = () => true } = {}) {
  const original = of[name];
  of[name] = function (...args) {
    if (within > 0 || !counts(args)) return original.apply(this, args);
    const last = isLast(content === undefined ? "x" : "w");
    if (last && (content === undefined || !torn)) die();
    if (last) args[content] = args[content].slice(0, args[content].length >> 1);
    within++;
    let done;
    try {
      done = original.apply(this, args);
    } finally {
      within--;
    }
    if (!last) return done;
    return done instanceof Promise ? done.finally(die) : die();
  };
}

const ofFiles = ([file]) => file > 2; // not what a person reads
const toWrite = ([, flags = "r"]) => flags !== "r";
for (const name of ["renameSync", "fsyncSync", "fdatasyncSync", "ftruncateSync", "rmSync", "linkSync", "mkdirSync"]) watch(fs, name);
watch(fs, "openSync", { counts: toWrite });
watch(fs, "writeSync", { content: 1, counts: ofFiles });
watch(fs, "writeFileSync", { content: 1 });
for (const name of ["rename", "rm", "rmdir", "mkdir"]) watch(fs.promises, name);
watch(fs.promises, "writeFile", { content: 1 });

let handles; // what all open files have in common
const { open } = fs.promises;
fs.promises.open = async (...args) => {
  if (toWrite(args) && isLast("x")) die();
  const file = await open(...args);
  if (handles === undefined) {
    handles = Object.getPrototypeOf(file);
    for (const name of ["datasync", "sync", "truncate"]) watch(handles, name);
    watch(handles, "appendFile", { content: 0 });
  }
  return file;
};
syncBuiltinESMExports();
