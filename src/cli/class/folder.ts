import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../files.ts";
import type { FileOfClass } from "./activity.ts";

/** What others can read of a class, in its folder: written whole, and one writing at a time, for a teacher may press faster than a disk writes. */
export class ClassFolder {
  private readonly path: string;
  private readonly files: () => readonly FileOfClass[];
  private writing = Promise.resolve();
  /** [name] what stands there. */
  private readonly written = new Map<string, string>();

  constructor(path: string, files: () => readonly FileOfClass[]) {
    this.path = path;
    this.files = files;
  }

  /** @throws CommandFailure that says why it could not be written */
  write(): Promise<void> {
    this.writing = this.writing.catch(() => {}).then(() => this.writeChanged());
    return this.writing;
  }

  private async writeChanged(): Promise<void> {
    for (const { name, text } of this.files()) {
      const file = join(this.path, name);
      if (this.written.get(name) === text && existsSync(file)) continue;
      this.written.delete(name);
      await writeWhole(file, text);
      this.written.set(name, text);
    }
  }
}
