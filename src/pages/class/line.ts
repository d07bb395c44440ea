import { signal } from "@preact/signals";
import { WebSocket as Line } from "partysocket";
import type { Message, Reply } from "../../teaching/index.ts";

/** Whether the class can be reached now. */
export const reached = signal(false);

/**
 * The line to the class, which comes back by itself after sleep, another network or a server that was gone.
 *
 * @param greet  said whenever the line stands: who one is
 * @param hear   what the class says
 */
export function openLine(greet: () => Message | undefined, hear: (reply: Reply) => void): (message: Message) => void {
  const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/line`;
  const line = new Line(url, [], {
    minReconnectionDelay: 200,
    maxReconnectionDelay: 2000,
    connectionTimeout: 4000,
    maxEnqueuedMessages: 0,
  });
  line.addEventListener("open", () => {
    reached.value = true;
    const greeting = greet();
    if (greeting) line.send(JSON.stringify(greeting));
  });
  line.addEventListener("close", () => (reached.value = false));
  line.addEventListener("message", ({ data }) => hear(JSON.parse(String(data)) as Reply));
  return (message) => {
    if (reached.value) line.send(JSON.stringify(message));
  };
}
