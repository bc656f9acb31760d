import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** A proxy on loopback that leads every host to one server, and what it was asked for. */
export interface ProxyServer {
  readonly url: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** Starts the proxy; whatever host a client names, it reaches the server at this address. */
export async function startProxyServer(target: string): Promise<ProxyServer> {
  const asked: string[] = [];
  const sockets = new Set<{ destroy(): unknown }>();
  const server = createServer().on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    const upstream = connect(Number(new URL(target).port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on("error", () => {});
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
