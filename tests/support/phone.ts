import { WebSocket } from "ws";
import type { Reply } from "../../src/teaching/index.ts";

type Of<T extends Reply["type"]> = Extract<Reply, { type: T }>;

/** A phone, a teacher or a screen without a page: it speaks the protocol and keeps what it was told. */
export class Phone {
  /** Bytes that came. */
  received = 0;
  sent = 0;
  closed = false;
  private readonly told: Reply[] = [];
  private readonly socket: WebSocket;
  private waiting: (() => void)[] = [];

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      const text = data.toString();
      this.received += text.length;
      this.told.push(JSON.parse(text) as Reply);
      this.wake();
    });
    socket.on("close", () => {
      this.closed = true;
      this.wake();
    });
    socket.on("error", () => {});
  }

  static async dial(port: number): Promise<Phone> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/line`);
    const phone = new Phone(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", () => resolve());
      socket.once("error", reject);
    });
    return phone;
  }

  send(message: unknown): void {
    const text = typeof message === "string" ? message : JSON.stringify(message);
    this.sent += text.length;
    this.socket.send(text);
  }

  /** Waits for something to be said, and takes it and all before it away. */
  async hears<T extends Reply["type"]>(type: T, fits: (reply: Of<T>) => boolean = () => true): Promise<Of<T>> {
    for (;;) {
      const at = this.told.findIndex((reply) => reply.type === type && fits(reply as Of<T>));
      if (at >= 0) return this.told.splice(0, at + 1).at(-1) as Of<T>;
      if (this.closed) throw new Error(`the line closed before ${type} was said`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Goes away without a word, as a phone does that is switched off. */
  drop(): void {
    this.socket.terminate();
  }

  private wake(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}
