import { CommandFailure } from "./terminal.ts";

/** What the operating system means, for people. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "there is no space left",
  EDQUOT: "there is no space left for you",
  EFBIG: "files may not grow so large there",
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  EROFS: "it can only be read",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of that path is a file",
  EISDIR: "it is a folder",
  EEXIST: "there is something of that name already",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EIO: "the device fails",
};

const outOfRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** True for what a file system said, rather than a fault of the program. */
const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "syscall" in error && typeof (error as NodeJS.ErrnoException).code === "string";

const reason = ({ code = "", message }: NodeJS.ErrnoException) => reasons[code] ?? message;

/**
 * What to say when something cannot be written; anything but an error of the file system is returned as it is.
 *
 * @param kept  what is safe all the same, if anything is
 */
export function unwritable(path: string, error: unknown, kept = ""): unknown {
  if (!isOfSystem(error)) return error;
  const remedy = outOfRoom.has(error.code as string) ? "Make room and give the same command again." : "Name another place with --out.";
  return new CommandFailure(`${path}: cannot be written: ${reason(error)}. ${kept}${remedy}`, { cause: error });
}

/** Whether something could not be written for want of space, or of a place; undefined if it failed for another reason. */
export function lackOf(error: unknown): "space" | "place" | undefined {
  const of = error instanceof CommandFailure ? error.cause : error;
  if (!isOfSystem(of)) return error instanceof CommandFailure ? "place" : undefined;
  return outOfRoom.has(of.code as string) ? "space" : "place";
}

/** What to say of any error of the file system that nobody else has said something about. */
export const systemFailure = (error: unknown): CommandFailure | undefined =>
  isOfSystem(error)
    ? new CommandFailure(`${error.path ?? error.syscall}: cannot be used: ${reason(error)} (${error.code}, ${error.syscall}).`)
    : undefined;
