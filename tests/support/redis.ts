import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Redis } from "ioredis";

/** Where redis-server is installed; undefined if it is not. */
export const redisServer: string | undefined = (process.env.PATH ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "redis-server"))
  .find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** A port of this machine that is free. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A Redis server of a test's own, on a loopback port, that keeps nothing on disk. */
export class RedisServer {
  readonly url: string;
  /** A client beside the program. */
  readonly client: Redis;
  private readonly port: number;
  private process!: ChildProcess;

  private constructor(port: number) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}/1`;
    this.client = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    this.client.on("error", () => {}); // until it is up
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.again();
    return server;
  }

  /** Starts it, empty. */
  async again(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "four-circles-redis-"));
    const options = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
    this.process = spawn(redisServer as string, options, { stdio: "ignore" });
    await this.client.ping();
  }

  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    this.client.disconnect();
    await this.kill();
  }
}
