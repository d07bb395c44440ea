import { expose, transfer } from "comlink";
import { sayAlive } from "./calls.ts";
import { createHost } from "./host.ts";
import type { PictureName, Pictures } from "./pictures.ts";
import { hire } from "./threadGroup.ts";

sayAlive();
const host = createHost(hire);
/** Columns are handed over, not copied. */
const handOver = <T extends object>(frame: T): T =>
  transfer(
    frame,
    Object.values(frame).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [])),
  );

expose({
  ...host,
  step: (weeks: number) => handOver(host.step(weeks)),
  picture: <K extends PictureName>(name: K, ask: Pictures[K]["ask"]) => handOver(host.picture(name, ask)),
  checkpoint: () => {
    const bytes = host.checkpoint();
    return transfer(bytes, [bytes.buffer]);
  },
});
