import type { Reply } from "../../teaching/index.ts";

/** Messages that a connection may send at once, and how many more a second. */
const [BURST, PER_SECOND] = [20, 4];

/** Somebody at the other end of a socket. */
export interface Connection {
  send(reply: Reply): void;
}

/** What a connection has become. */
export interface Guest extends Connection {
  kind: "nobody" | "seat" | "screen" | "teacher";
  seat: number;
  /** Messages that it may still send, as of a time in milliseconds. */
  allowance: number;
  at: number;
}

/** Who is connected. */
export class Guests {
  private readonly all = new Map<Connection, Guest>();
  private readonly now: () => number;

  /** @param now  milliseconds of a clock */
  constructor(now: () => number) {
    this.now = now;
  }

  add(connection: Connection): void {
    this.all.set(connection, { kind: "nobody", seat: 0, allowance: BURST, at: this.now(), send: (reply) => connection.send(reply) });
  }

  remove(connection: Connection): Guest | undefined {
    const guest = this.all.get(connection);
    this.all.delete(connection);
    return guest;
  }

  of = (connection: Connection): Guest | undefined => this.all.get(connection);

  /** A bucket of messages that fills again. */
  maySpeak(guest: Guest): boolean {
    const now = this.now();
    guest.allowance = Math.min(BURST, guest.allowance + ((now - guest.at) / 1000) * PER_SECOND);
    guest.at = now;
    if (guest.allowance < 1) return false;
    guest.allowance--;
    return true;
  }

  /** Those who sit at a seat. */
  at = (seat: number): Guest[] => this.seated.filter((guest) => guest.seat === seat);

  get seated(): Guest[] {
    return [...this.all.values()].filter(({ kind }) => kind === "seat");
  }

  /** Seats whose phones are here. */
  get here(): ReadonlySet<number> {
    return new Set(this.seated.map(({ seat }) => seat));
  }

  /** Boards and projectors. */
  get watching(): Guest[] {
    return [...this.all.values()].filter(({ kind }) => kind === "teacher" || kind === "screen");
  }
}
