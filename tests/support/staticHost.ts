import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** A static host, as GitHub Pages is one: what lies in its folders may be replaced at any time. */
export class StaticHost {
  /** Contents by path, such as "/a/index.html". */
  readonly files = new Map<string, string | Buffer>();
  /** On every answer. */
  headers: Record<string, string> = {};
  /** How long an answer may be kept, by its path. */
  cacheControl: ((path: string) => string) | undefined;
  /** What a proxy before the host has kept by its address, and gives instead of what lies there by now; undefined where there is none. */
  proxy: Map<string, string | Buffer> | undefined;
  /** Of every answer, if it is not that there is no such file. */
  status = 200;
  /** Bodies of what was posted to it. */
  readonly posted: string[] = [];
  private port = 0;
  private readonly server: Server = createServer((request, response) => {
    const { url, method } = request;
    if (method === "POST") {
      let body = "";
      request.on("data", (part) => (body += part)).on("end", () => this.posted.push(body));
      response.writeHead(204).end();
      return;
    }
    const { pathname, search } = new URL(url as string, "http://host");
    const path = pathname.replace(/\/$/, "/index.html");
    const content = this.proxy?.get(path + search) ?? this.files.get(path);
    if (content !== undefined) this.proxy?.set(path + search, content);
    response.writeHead(content === undefined ? 404 : this.status, {
      "content-type": types[extname(path)] ?? "text/plain",
      ...this.headers,
      ...(this.cacheControl && { "cache-control": this.cacheControl(path) }),
    });
    response.end(this.status === 200 ? content : `error ${this.status}`);
  });

  static async start(): Promise<StaticHost> {
    const host = new StaticHost();
    await host.open();
    return host;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Opens it, or comes back after it was closed, where it was. */
  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, "localhost", resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Goes away, as a network does. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
