import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync } from "node:fs";
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

/** A certificate that signs itself, for 127.0.0.1, and its key. */
function certificate(): { cert: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), "four-circles-tls-"));
  const [cert, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-keyout", key, "-out", cert];
  execFileSync("openssl", ["req", "-x509", ...made, ...subject], { stdio: "ignore" });
  return { cert, key };
}

/** A Redis server of a test's own, on a loopback port, that keeps nothing on disk. */
export class RedisServer {
  readonly url: string;
  /** A client beside the program. */
  readonly client: Redis;
  /** File of the certificate of a server with TLS. */
  readonly certificate: string | undefined;
  private readonly options: readonly string[];
  private process!: ChildProcess;

  private constructor(port: number, guarded?: { user: string; password: string }) {
    const tls = guarded && certificate();
    const at = `127.0.0.1:${port}/1`;
    this.url = guarded ? `rediss://${guarded.user}:${encodeURIComponent(guarded.password)}@${at}` : `redis://${at}`;
    this.certificate = tls?.cert;
    const secure = tls ? ["--tls-cert-file", tls.cert, "--tls-key-file", tls.key, "--tls-auth-clients", "no"] : [];
    const user = guarded ? ["--user", guarded.user, "on", `>${guarded.password}`, "~*", "&*", "+@all", "--user", "default", "off"] : [];
    this.options = [...(tls ? ["--port", "0", "--tls-port"] : ["--port"]), String(port), ...secure, ...user];
    const trust = tls ? { tls: { ca: readFileSync(tls.cert) } } : {};
    this.client = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 50, ...trust });
    this.client.on("error", () => {}); // until it is up
  }

  /** @param guarded  lets in this user alone, and speaks TLS */
  static async start(guarded?: { user: string; password: string }): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), guarded);
    await server.again();
    return server;
  }

  /** Starts it, empty. */
  async again(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "four-circles-redis-"));
    const options = [...this.options, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
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
