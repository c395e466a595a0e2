/** A list, count, search, export or figure of the API, as one asks for it. */
export interface ListCall {
  path: string
  /** It narrows by rights alone: the database may look at few more rows than the page holds, wherever they lie. */
  isPlain: boolean
  /** A page in an order, narrowed by filters: no walk along most of a large table may stand behind it. */
  isPage?: boolean
}

/** What the values of filters are taken from. */
export interface Known {
  unitId: string
  personId: string
  topicId: string
  productId: string
  /** Segments: one whose members were put in by hand, and one by rule. */
  byHand: string
  byRule: string
  /** An own field used in filters, and how it is asked for. */
  ownField: { field: `x.${string}`; conditions: readonly { is: string; value: unknown }[] }
  customerId: string
  number: string
  indicators: { key: string; bucketings: string[] }[]
  requestId: string
  importId: string
  bulkId: string
  /** Days of the indicators: the period and the day after its last. */
  from: string
  to: string
}

const combined = (path: string, ...choices: readonly (readonly string[])[]): string[] =>
  choices.reduce<string[]>(
    (paths, choice) => paths.flatMap((one) => choice.map((words) => (words ? `${one}${one.includes('?') ? '&' : '?'}${words}` : one))),
    [path],
  )

const q = (words: string): string => `q=${encodeURIComponent(words)}`

/** Every list and search that the product offers, in each order and with the filters that it offers. */
export function listCalls(known: Known): ListCall[] {
  const customerFilters = [
    '',
    'kind=organisation',
    `unitId=${known.unitId}`,
    `ownerId=${known.personId}`,
    'provinceId=8',
    'provisional=true',
  ]
  const segments = [`segmentId=${known.byHand}`, `segmentId=${known.byRule}`]
  const customerWords = [q('رضایی'), q('زاده'), q('9123456'), q('1001')]
  const requestFilters = [
    'status=unfinished',
    'status=closed',
    'status=waiting',
    'priority=urgent',
    `topicId=${known.topicId}`,
    `productId=${known.productId}`,
    `unitId=${known.unitId}`,
    `holderId=${known.personId}`,
    'holderId=nobody',
    `customerId=${known.customerId}`,
    `topicId=${known.topicId}&status=unfinished`,
  ]
  const { field, conditions } = known.ownField
  const ownFields = conditions.map((asked) => `where=${encodeURIComponent(JSON.stringify({ field, ...asked }))}`)
  const requestWords = [q('یخچال'), q(known.number)]
  const interactionFilters = ['kind=visit', 'direction=in', `personId=${known.personId}`, `customerId=${known.customerId}`]
  const auditFilters = [`personId=${known.personId}`, 'action=request.registered', `subjectId=${known.customerId}`]
  const period = `from=${known.from}&to=${known.to}`
  const plain = [
    ...combined('/api/requests', ['sort=-reported', 'sort=reported', 'sort=-updated', 'sort=priority']),
    '/api/interactions',
    '/api/audit',
    '/api/notifications',
    '/api/cheques',
    '/api/contradictions',
    '/api/contradictions?state=settled',
    `/api/contradictions?customerId=${known.customerId}`,
    `/api/customers/${known.customerId}/provenance`,
    `/api/customers/${known.customerId}/provenance/cityId`,
    `/api/customers/${known.customerId}/trust`,
    '/api/duplicates',
    `/api/customers/${known.customerId}/timeline`,
  ]
  const narrowed = [
    ...combined('/api/contradictions', ['severity=high', `unitId=${known.unitId}`, `ownerId=${known.personId}`]),
    '/api/contradictions/count',
    ...combined('/api/customers', customerFilters, [
      'sort=name',
      'sort=-name',
      'sort=created',
      'sort=-created',
      'sort=contact',
      'sort=-contact',
    ]),
    ...combined('/api/customers', ownFields, ['sort=name', `sort=-created&fields=${field}`]),
    // In the order of an own field, with files that hold no value behind those that do, or alone.
    ...combined('/api/customers', ['', ...ownFields, 'kind=organisation'], [`sort=${field}`, `sort=-${field}&limit=100`]),
    ...combined('/api/customers/count', ownFields),
    ...combined('/api/customers', segments, ['sort=name', 'sort=-created']),
    `/api/segments/${known.byHand}/size`,
    `/api/segments/${known.byRule}/size`,
    `/api/segments/${known.byRule}/history`,
    '/api/segments',
    ...combined('/api/customers', customerWords, ['sort=name', 'sort=-created']),
    ...combined('/api/requests', requestFilters, ['sort=-reported', 'sort=reported', 'sort=-updated', 'sort=priority']),
    ...combined('/api/requests', requestWords, ['sort=-reported', 'sort=priority']),
    ...combined('/api/interactions', interactionFilters),
    ...combined('/api/audit', auditFilters),
    ...combined('/api/cheques', ['state=open', 'state=bounced', 'from=2025-06-01', `bank=${encodeURIComponent('ملت')}`]),
    `/api/customers/${known.customerId}/ledger`,
    `/api/customers/${known.customerId}/ledger?kinds=invoice&from=2025-01-01`,
    `/api/customers/${known.customerId}/account`,
    ...combined('/api/customers/near', [q('رظایی'), q('رضایی نوزی'), q('09123456798'), q('سپهزی دانا'), q('someone@exmaple.com')]),
    ...combined('/api/documents/search', [q('قرارداد'), q('قر')]),
    ...combined('/api/customers/search', [...customerWords, q('رضایی 912'), q('ر')]),
    '/api/customers/by-caller?number=09123456789',
    `/api/customers/${known.customerId}/timeline?kinds=call,visit`,
    `/api/customers/${known.customerId}/documents`,
    '/api/duplicates?state=not-duplicates',
    `/api/customers/${known.customerId}/merges`,
    '/api/duplicates/scan',
  ]
  const others = [
    ...combined('/api/customers/count', [...segments, ...customerFilters, ...customerWords]),
    ...combined('/api/requests/count', ['', ...requestFilters, ...requestWords]),
    ...known.indicators.flatMap(({ key, bucketings }) => [
      ...bucketings.map((by) => `/api/kpi/${key}?${period}&by=${by}&intervals=${by === 'unit'}`),
      ...combined(`/api/kpi/${key}?${period}`, segments, bucketings.includes('month') ? ['by=month'] : ['']),
      ...combined(`/api/kpi/${key}/records?${period}`, ['', `topicId=${known.topicId}`, ...segments]),
      ...combined(`/api/kpi/${key}/records/export?${period}`, bucketings.includes('month') ? ['by=month&bucket=1404-08'] : ['']),
    ]),
    `/api/customers/${known.customerId}`,
    `/api/customers/${known.customerId}/requests/${known.requestId}/similar`,
    `/api/requests/${known.number}`,
    ...['customers', 'requests', 'records'].map((list) => `/api/views?list=${list}`),
    '/api/people',
    '/api/people/export',
    `/api/people/${known.personId}/access`,
    '/api/bulk?noun=customers',
    `/api/bulk/${known.bulkId}`,
    `/api/bulk/${known.bulkId}/refusals`,
    '/api/imports',
    '/api/imports/export',
    `/api/imports/${known.importId}`,
    `/api/imports/${known.importId}/errors`,
    '/api/supervision/moves',
    `/api/leaves?personId=${known.personId}&from=${known.from}&to=${known.to}`,
    '/api/notifications?unread=true',
    '/api/notifications/bell',
    '/api/supervision',
    `/api/supervision?unitId=${known.unitId}`,
    ...combined('/api/audit/export', ['', `personId=${known.personId}`]),
    ...combined('/api/interactions/export', [`personId=${known.personId}`]),
    ...combined('/api/customers/export', ['', `unitId=${known.unitId}`]),
    ...combined('/api/cheques/export', ['', 'state=open']),
    ...combined('/api/requests/export', ['', `topicId=${known.topicId}`]),
  ]
  return [
    ...plain.map((path) => ({ path, isPlain: true })),
    ...narrowed.map((path) => ({ path, isPlain: false, isPage: path.startsWith('/api/requests') })),
    ...others.map((path) => ({ path, isPlain: false })),
  ]
}
