import { createServer } from 'node:net'

/** A free port on 127.0.0.1: the preferred one if nobody has it, else one that the system picks. */
export async function freePort(preferred = 0): Promise<number> {
  return (await tryListening(preferred)) ?? (await tryListening(0)) ?? 0
}

function tryListening(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1' }, () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}
