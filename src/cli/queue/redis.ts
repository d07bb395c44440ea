import { Redis } from "ioredis";
import { CommandFailure } from "../terminal.ts";

const CONNECT = 5000; // ms for a server to take a connection and to answer
const AWAY = 60_000; // ms that a server may be away before a command gives up
const MEBIBYTE = 2 ** 20;

/** A Redis server, and how to name it to people: without its password. */
export interface Address {
  url: string;
  shown: string;
}

/** Reads "redis://user:password@host:port/db", or rediss:// for TLS. @throws CommandFailure that says what to write */
export function addressOf(text: string, command: string): Address {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A password with / ? or # in it, not written as %2F %3F %23, would be read as something else, and be shown.
  const whole = url && url.hostname !== "" && /^(\/\d*)?$/.test(url.pathname) && url.search === "" && url.hash === "";
  if (!whole || !/^rediss?:$/.test(url.protocol))
    throw new CommandFailure(
      `${command}: --queue is ${withoutPassword(text)}. Write redis://host:port or redis://host:port/db, such as redis://localhost:6379/0; with a password redis://user:password@host:port, its signs / ? # @ as %2F %3F %23 %40; rediss:// for TLS.`,
    );
  const who = url.username || url.password ? "***@" : "";
  return { url: text, shown: `${url.protocol}//${who}${url.hostname}:${url.port || "6379"}${url.pathname === "/" ? "" : url.pathname}` };
}

/** An address that may not be one, without what may be a password in it. */
const withoutPassword = (text: string): string => text.replace(/^([a-z]*:\/\/)?.*@/is, "$1***@");

/**
 * Connects to a server that is fit to hold a queue.
 *
 * @param lost   told when the server has been away for too long
 * @param limit  how long that is, ms
 * @throws CommandFailure that says why not, and what to do
 */
export async function connect({ url, shown }: Address, lost: (failure: CommandFailure) => void, limit = AWAY): Promise<Redis> {
  let connected = false;
  let cause = "";
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT,
    maxRetriesPerRequest: null, // commands wait for a server that comes back
    retryStrategy: (times) => (connected ? Math.min(50 * 2 ** times, 2000) : null),
  });
  redis.on("error", ({ message }) => {
    cause = message;
  });
  const late = setTimeout(() => redis.disconnect(), 2 * CONNECT);
  let info: string;
  try {
    await redis.connect();
    info = await redis.info();
    if (cause !== "") throw new Error(cause); // such as a database that does not exist
    connected = true;
  } catch (error) {
    redis.disconnect();
    const why = cause || ((error as Error).message.startsWith("Connection is closed") ? "it does not answer" : (error as Error).message);
    throw new CommandFailure(`${shown}: no Redis is to be had there: ${why.replace(/\.$/, "")}. ${remedyOf(why)}`);
  } finally {
    clearTimeout(late);
  }
  const fault = unfit((name) => fieldOf(info, name));
  if (fault) {
    redis.disconnect();
    throw new CommandFailure(`${shown}: ${fault}`);
  }
  let away: NodeJS.Timeout | undefined;
  redis.on("close", () => {
    away ??= setTimeout(
      () =>
        lost(
          new CommandFailure(`${shown}: Redis has been away for ${limit / 1000} s (${cause}). Start it, and give the same command again.`),
        ),
      limit,
    ).unref(); // attempts to connect keep the command running, and it shall not outlive them
  });
  const back = () => {
    clearTimeout(away);
    away = undefined;
  };
  redis.on("ready", back);
  redis.on("end", back);
  return redis;
}

/** What to do about a server that cannot be used, by what it or the connection says. */
function remedyOf(why: string): string {
  if (/NOAUTH|WRONGPASS|AUTH/.test(why))
    return "Give its user and password: redis://user:password@host:port, or redis://:password@host:port.";
  if (/certificate|self-signed/i.test(why))
    return "Name the file of the authority that signed its certificate: NODE_EXTRA_CA_CERTS=ca.pem.";
  if (/wrong version number|packet length|EPROTO/i.test(why)) return "It has no TLS there: write redis:// or its port for TLS.";
  return "Start one, such as redis-server --port 6379, or mend the address; a server with TLS wants rediss://.";
}

/** Memory that a server has left, bytes. */
export async function freeBytes(redis: Redis): Promise<number> {
  const memory = await redis.info("memory");
  const limit = Number(fieldOf(memory, "maxmemory"));
  return limit === 0 ? Number.POSITIVE_INFINITY : limit - Number(fieldOf(memory, "used_memory"));
}

const fieldOf = (info: string, name: string): string => info.match(new RegExp(`^${name}:(.*?)\r?$`, "m"))?.[1] ?? "";

/** Why a server cannot hold a queue. */
function unfit(field: (name: string) => string): string | undefined {
  const [major, minor] = field("redis_version").split(".").map(Number);
  if (major < 6 || (major === 6 && minor < 2)) return `is Redis ${field("redis_version")}. Use 6.2 or newer.`;
  if (field("maxmemory") !== "0" && field("maxmemory_policy") !== "noeviction")
    return `would drop runs when it is full (maxmemory-policy ${field("maxmemory_policy")}). Set it with: redis-cli config set maxmemory-policy noeviction.`;
  return undefined;
}

/** What to say of a server that refuses a command; undefined if it is only that the connection is closed. */
export async function refusal(error: unknown, { shown }: Address, redis: Redis): Promise<CommandFailure | undefined> {
  const { message } = error as Error;
  if (/^(Connection is closed|Stream isn't writeable)/.test(message)) return undefined;
  if (!/\bOOM\b/.test(message))
    return new CommandFailure(`${shown}: Redis refuses: ${message}. Mend that, and give the same command again.`);
  const memory = await redis.info("memory").catch(() => "");
  const limit = Math.round(Number(fieldOf(memory, "maxmemory")) / MEBIBYTE);
  return new CommandFailure(
    `${shown}: Redis is full (maxmemory ${limit} MiB). Give it more, with redis-cli config set maxmemory 1gb, and give the same command again.`,
  );
}
