import { randomInt } from 'node:crypto'
import { Agent, request } from 'node:http'

/** A request of the API: what is asked, and by whom. */
export interface Call {
  method: string
  path: string
  body?: object
}

/** The answer of the API, read whole. */
export interface Answer {
  status: number
  text: string
  cookie: string | undefined
}

/** Requests that the product takes from one address in a minute; more come from other addresses, as in an office. */
const perAddress = 1000

/** Asks the product over connections that are kept alive. `cookie` is a session's; none asks as a stranger. */
export function openClient(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const { hostname, port } = new URL(url)
  const firstHouse = randomInt(2 ** 24)
  let asked = 0
  const ask = ({ method, path, body }: Call, cookie?: string): Promise<Answer> => {
    asked += 1
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const house = (firstHouse + Math.floor(asked / perAddress)) % 2 ** 24
    const headers = {
      'x-parvandeh': '1',
      'x-forwarded-for': `10.${(house >> 16) & 255}.${(house >> 8) & 255}.${house & 255}`,
      'accept-language': 'fa',
      ...(cookie !== undefined && { cookie }),
      ...(payload !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    }
    return new Promise((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (reply) => {
        const chunks: Buffer[] = []
        reply.on('data', (chunk: Buffer) => chunks.push(chunk))
        reply.on('error', reject)
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cookie: reply.headers['set-cookie']?.[0]?.split(';')[0],
          }),
        )
      })
      sent.on('error', reject)
      sent.end(payload)
    })
  }
  return {
    ask,
    /** Asks and wants a good answer. */
    json: async <T>(call: Call, cookie?: string): Promise<T> => {
      const { status, text } = await ask(call, cookie)
      if (status !== 200) throw new Error(`${call.method} ${call.path}: ${status} ${text}`)
      return JSON.parse(text) as T
    },
    /** Signs in and gives the cookie of the session. */
    signIn: async (login: string, password: string): Promise<string> => {
      const { cookie, text } = await ask({ method: 'POST', path: '/api/session', body: { login, password } })
      if (cookie === undefined) throw new Error(`${login} could not sign in: ${text}`)
      return cookie
    },
    close: () => agent.destroy(),
  }
}

export type Client = ReturnType<typeof openClient>
