import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { extname, join, normalize, sep } from "node:path";
import { type WebSocket, WebSocketServer } from "ws";
import { MOST_UP } from "../../teaching/index.ts";
import { CommandFailure } from "../terminal.ts";
import type { Connection } from "./guests.ts";
import type { Room } from "./room.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Milliseconds between looks whether the other end of a line is there. */
const HEARTBEAT = 15_000;
/** Bytes that may wait for a phone before its line is given up: it comes back and is told all that it needs. */
const MOST_WAITING = 1 << 20;

/** Addresses under which others in the local network find this machine. */
export const localAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((one) => (one && one.family === "IPv4" && !one.internal ? [one.address] : []));

export interface Served {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves a class: the built page and the lines of phones, teacher and screens on one port, by plain HTTP.
 *
 * @param pages  folder of the built page
 * @throws CommandFailure if the port cannot be had
 */
export async function serve(room: Room, pages: string, port: number, host?: string): Promise<Served> {
  const server = createServer((request, response) => answer(pages, request, response));
  const lines = new WebSocketServer({ server, path: "/line", maxPayload: 4 * MOST_UP, perMessageDeflate: false });
  const alive = new WeakSet<WebSocket>(); // who has gone is to be forgotten
  lines.on("connection", (socket) => {
    const connection: Connection = {
      send: (reply) => {
        if (socket.readyState !== socket.OPEN) return;
        if (socket.bufferedAmount > MOST_WAITING) socket.terminate();
        else socket.send(JSON.stringify(reply));
      },
    };
    room.connect(connection);
    alive.add(socket);
    socket.on("pong", () => alive.add(socket));
    socket.on("message", (data) => void room.take(connection, data.toString()));
    socket.on("close", () => room.leave(connection));
    socket.on("error", () => socket.terminate()); // more than a message may hold
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(portFailure(error, port)));
    lines.once("error", () => {}); // told by the server
    server.listen(port, host, resolve);
  });
  const beat = setInterval(() => {
    for (const socket of lines.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, HEARTBEAT);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      clearInterval(beat);
      for (const socket of lines.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await room.close();
    },
  };
}

function portFailure({ code, message }: NodeJS.ErrnoException, port: number): CommandFailure {
  if (code === "EADDRINUSE")
    return new CommandFailure(
      `port ${port}: is in use, perhaps by another class on this machine. Name another with --port, such as ${port + 1}.`,
    );
  if (code === "EACCES") return new CommandFailure(`port ${port}: may not be used by you. Name one above 1023 with --port.`);
  return new CommandFailure(`port ${port}: cannot be used: ${message}.`);
}

/** A file of the built page; the short address leads to the class. */
function answer(pages: string, { url = "/", method }: IncomingMessage, response: ServerResponse): void {
  const path = pathIn(url);
  const file = path && join(pages, path === "/" ? "class.html" : path);
  const size = file?.startsWith(pages + sep) ? sizeOf(file) : undefined;
  // No service worker: a class is never served from what an earlier one left.
  if ((method !== "GET" && method !== "HEAD") || file === undefined || size === undefined || path === "/sw.js") {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("There is no such page. 没有此页面。\n");
    return;
  }
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": size,
    "cache-control": path?.startsWith("/assets/") ? "public, max-age=86400, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  });
  if (method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

function pathIn(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, "http://host").pathname));
  } catch {
    return undefined;
  }
}

function sizeOf(file: string): number | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}
