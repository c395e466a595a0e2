/** What was measured of one case over so many connections, with the bare SQL beside it. */
export interface Measured {
  name: string
  kind: 'keyed' | 'list' | 'write' | 'figures'
  hands: number
  /** Calls ended by the time limit, in pieces of work, the warming up among them. */
  refused: number
  /** Milliseconds: the median, the 95th and the 99th percentile. */
  times: number[]
  perSecond: number
  /** Processor time of the server for each request of HTTP. */
  cpuMs: number
  statements: number
  sqlMs: number
  sqlPerSecond: number
}

/** How many times the bare SQL a case may take, and what it may use of the server's processor. */
const goals: Record<Measured['kind'], { ratio: number; cpuMs: number }> = {
  keyed: { ratio: 4, cpuMs: 1 },
  list: { ratio: 3, cpuMs: Infinity },
  write: { ratio: Infinity, cpuMs: Infinity },
  figures: { ratio: Infinity, cpuMs: Infinity },
}

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** Times as long as the bare SQL: the medians over one connection, the throughput over many. */
const ratioOf = ({ hands, times, sqlMs, perSecond, sqlPerSecond }: Measured): number =>
  hands === 1 ? (times[0] ?? Number.NaN) / sqlMs : sqlPerSecond / perSecond

const missed = (one: Measured): string[] => {
  const { ratio, cpuMs } = goals[one.kind]
  return [
    ...(one.hands === 1 && ratioOf(one) > ratio ? [`over ${ratio} times`] : []),
    ...(one.refused > 0 ? [`ended by the time limit: ${figure(one.refused)} times a page`] : []),
    ...(one.cpuMs > cpuMs ? [`over ${cpuMs} ms of server`] : []),
  ]
}

/** One line of the table. */
export function rowOf(one: Measured): string {
  const cells = [
    one.name,
    String(one.hands),
    ...one.times.map(figure),
    figure(one.perSecond),
    figure(one.cpuMs),
    String(one.statements),
    figure(one.sqlMs),
    figure(ratioOf(one)),
    missed(one).join(', ') || (goals[one.kind].ratio === Infinity ? '' : 'met'),
  ]
  return `| ${cells.join(' | ')} |`
}

interface Table {
  customers: number
  measured: readonly Measured[]
  /** From the click to the painted file of so many lines, in milliseconds. */
  painted: { lines: number; times: readonly number[] }
  load: readonly (readonly number[])[]
}

/** The section of the results. */
export function tableOf({ customers, measured, painted, load }: Table): string {
  const many = customers.toLocaleString('en')
  const [begin = [], end = []] = load
  const head = [
    '',
    'connections',
    'p50 ms',
    'p95',
    'p99',
    'per second',
    'server CPU ms a request',
    'statements',
    'SQL p50 ms',
    'times SQL',
    'goal',
  ]
  return `### ${many} customers, ${(customers * 5).toLocaleString('en')} requests, ${(customers * 20).toLocaleString('en')} interactions

Load average before ${begin.map(figure).join(' ')}, after ${end.map(figure).join(' ')}.

| ${head.join(' | ')} |
|${head.map(() => '---').join('|')}|
${measured.map(rowOf).join('\n')}

In Chromium with the processor slowed four times, from the click on a customer to the painted file of
${painted.lines.toLocaleString('en')} lines: ${painted.times.map((one) => `${one.toFixed(0)} ms`).join(', ')}.
`
}
