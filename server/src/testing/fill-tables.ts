import type pg from 'pg'

/** How many rows the tables are given: enough that the database would not read one from end to end unless it must. */
export const filledWith = { customers: 12_000, requests: 15_000, interactions: 30_000 }

const uuid = (number: string, kind: number) => `('00000000-0000-7000-8000-${kind}' || lpad(to_hex(${number}), 11, '0'))::uuid`
const file = (number: string) => uuid(`(${number}) * 7919 % ${filledWith.customers} + 1`, 1)
const at = (share: string) => `timestamptz '2024-01-01' + (${share}) * interval '700 days'`

/**
 * Fills the tables with rows in the proportions of a large organisation: twenty units with their people, of which the
 * first has only old rows; what is rare (urgent, unfinished, held by nobody, of an unknown customer) is rare. The rows
 * are for the planner to judge by; they tell no sound story.
 */
export async function fillTables(owner: pg.Client, unitIds: readonly string[], personIds: readonly string[]): Promise<void> {
  const unit = (g: string) => `($1::uuid[])[case when share < 0.02 then 1 else 2 + ${g} % ${unitIds.length - 1} end]`
  const person = (g: string) => `($2::uuid[])[case when share < 0.02 then 1 else 2 + ${g} % ${personIds.length - 1} end]`
  const insert = async (table: string, count: number, columns: Record<string, string>): Promise<void> => {
    await owner.query(
      `insert into ${table} (${Object.keys(columns).join(', ')})
       select ${Object.values(columns).join(', ')} from generate_series(1, ${count}) g cross join lateral (select g / ${count}.0 as share,
         $1::uuid[] as units, $2::uuid[] as people) given`,
      [unitIds, personIds],
    )
  }
  await owner.query(`set session_replication_role = replica`)
  const { customers, requests, interactions } = filledWith
  const name = `(array['رضایی', 'محمدی', 'کریمی', 'نوری', 'زاده', 'سپهری', 'دانا'])[1 + g % 7] || ' ' || translate(to_hex(g * 131), '0123456789abcdef', 'ابپتثجچحخدذرزسشم')`
  const phone = `lpad((g * 7919 % 100000000)::text, 8, '0')`
  const rights = { unit_id: unit('g'), owner_id: person('g') }
  await insert('customers.customer', customers, {
    customer_id: uuid('g', 1),
    code: 'g::text',
    kind: `case when g % 8 = 0 then 'organisation' else 'person' end`,
    last_name: name,
    display_name: name,
    sort_name: `md5(g::text)`,
    name_joined: `replace(${name}, ' ', '')`,
    main_phone: `'+989' || ${phone}`,
    ...rights,
    province_id: '1 + g % 31',
    provisional: 'g % 500 = 0',
    accepted_problems: `'{}'`,
    last_contact_at: at('1 - share'),
    version: '1',
    created_at: at('share'),
    updated_at: at('share'),
  })
  await owner.query(`insert into customers.field_group values ('00000000-0000-7000-8000-0000000000a1', 'دیگر', null, 0, 1)`)
  await owner.query(
    `insert into customers.field (id, key, type, group_id, position, label_fa, kinds, access_class, required, is_unique, searchable, filtered, work_state,
       work_done, work_total, choices, rules, version, created_at, updated_at)
     values ($1, 'plan', 'text', '00000000-0000-7000-8000-0000000000a1', 0, 'طرح', '{person,organisation}', 'internal', false, false, false, true, 'ready',
       0, 0, '[]', '{}', 1, '2024-01-01', '2024-01-01')`,
    [filledIds.ownField],
  )
  await insert('customers.field_value', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    field_id: `'${filledIds.ownField}'`,
    value: `to_jsonb('طرح ' || g % 400)`,
    folded: `'طرح' || g % 400`,
    sort_text: `'طرح' || g % 400`,
  })
  await insert('customers.access_point', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 2),
    position: '0',
    kind: `'mobile'`,
    value: `'+989' || ${phone}`,
    digits: `'989' || ${phone}`,
    phone_tail: phone,
    is_primary: 'true',
    verified: 'true',
    consents: `'{}'`,
  })
  for (const [source, key, kind] of [
    ['name', name, 3],
    ['phone', `'09' || ${phone}`, 4],
    ['code', 'g::text', 5],
  ] as const)
    await insert('customers.search_row', customers, {
      customer_id: uuid('g', 1),
      id: uuid('g', kind),
      source: `'${source}'`,
      label: key,
      spaced: key,
      joined: `replace(${key}, ' ', '')`,
      ...(source === 'name' && { sounds: `string_to_array(translate(${key}, 'صثذضظطحغع', 'سسزززتهقا'), ' ')` }),
      ...rights,
      access_class: `'internal'`,
    })
  await insert('service.request', requests, {
    customer_id: file('g'),
    id: uuid('g', 6),
    number: `'05' || lpad(g::text, 6, '0')`,
    subject: `'یخچال سرد نمی‌کند'`,
    description: `repeat('شرح کار ', 20)`,
    topic_id: uuid('1 + g % 12', 7),
    product_id: uuid('1 + g % 15', 8),
    priority: `case when g % 400 = 0 then 'urgent' when g % 9 = 0 then 'high' else 'normal' end`,
    channel: `'phone'`,
    test: 'false',
    search_spaced: `' ' || (array['یخچال سرد نمی کند', 'لباسشویی اب نمی گیرد', 'نصب کولر', 'صدای ساید'])[1 + g % 4] || ' 05' || lpad(g::text, 6, '0') || ' ' || ${name}`,
    search_joined: `md5(g::text)`,
    version: '1',
    updated_at: at('share'),
    status: `case when share > 0.985 then (array['new', 'open', 'waiting'])[1 + g % 3] else 'closed' end`,
    unit_id: unit('g'),
    owner_id: `case when share > 0.995 then null else ${person('g')} end`,
    reported_at: at('share'),
    registered_at: at('share'),
    first_response_recorded: 'true',
    first_response_at: `${at('share')} + interval '2 hours'`,
    resolved_at: `case when share <= 0.985 then ${at('share')} + interval '1 day' end`,
    closed_at: `case when share <= 0.985 then ${at('share')} + interval '2 days' end`,
    reopened_count: '0',
    exchange_count: '2',
    event_count: '5',
  })
  const ofRequest = { customer_id: file('g'), request_id: uuid('g', 6), position: '0', unit_id: unit('g'), person_id: person('g') }
  const told = at('share')
  await insert('service.request_by_number', requests, {
    number: `'05' || lpad(g::text, 6, '0')`,
    customer_id: file('g'),
    request_id: uuid('g', 6),
  })
  await insert('service.resolution', requests, { ...ofRequest, id: uuid('g', 9), at: `${told} + interval '1 day'`, is_last: 'true' })
  await insert('service.exchange', requests, { ...ofRequest, id: uuid('g', 9), kind: `'answer'`, customer_at: told, employee_at: told })
  await insert('service.holding', requests, { ...ofRequest, id: uuid('g', 9), starts_at: told, ends_at: told, reason: `'taken'` })
  await insert('interactions.interaction', interactions, {
    customer_id: file('g'),
    id: uuid('g', 9),
    kind: `case when g % 50 = 0 then 'visit' else 'call' end`,
    direction: `case when g % 2 = 0 then 'in' else 'out' end`,
    channel: `'phone'`,
    ...rights,
    started_at: told,
    answered: 'true',
    subject: `'پیگیری'`,
    body: `repeat('گفت‌وگو ', 10)`,
    source: `'hand'`,
    recorded_at: told,
  })
  await insert('documents.document', customers, {
    customer_id: file('g'),
    id: uuid('g', 9),
    sha256: `md5(g::text)`,
    name: `'scan.pdf'`,
    media_type: `'application/pdf'`,
    bytes: '1',
    access_class: `'internal'`,
    ...rights,
    added_at: told,
    found_spaced: `' ' || (array['قرارداد', 'فاکتور', 'رسید'])[1 + g % 3] || ' ' || ${name}`,
    found_joined: `(array['قرارداد', 'فاکتور', 'رسید'])[1 + g % 3] || replace(${name}, ' ', '')`,
  })
  const rule = `jsonb_build_object('all', jsonb_build_array(
    jsonb_build_object('field', 'unitId', 'is', 'equals', 'value', $1[4]), '{"field": "lastContactAt", "is": "older-than", "value": 90}'::jsonb))`
  await insert('customers.segment', 2, {
    id: `('00000000-0000-7000-8000-b0000000000' || g)::uuid`,
    owner_id: '($2::uuid[])[1]',
    name: `'گروه ' || g`,
    name_joined: `'گروه' || g`,
    description: `''`,
    audience: `'all'`,
    condition: `case when g = 2 then ${rule} end`,
    fields: `case when g = 2 then array['unitId', 'lastContactAt'] else '{}' end`,
    version: '1',
    created_at: told,
    updated_at: told,
  })
  // Two files of one unit and one holder each, so that a narrow reader sees some of them.
  await insert('customers.duplicate_pair', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    other_id: uuid(`g + ${(unitIds.length - 1) * (personIds.length - 1)}`, 1),
    score: '9000 + g * 7919 % 1000',
    plain_score: '9000 + g * 7919 % 1000',
    reasons: `'{mobile,name-near}'`,
    state: `case when g % 10 = 0 then 'not-duplicates' else 'open' end`,
    shared_keys: `'{}'`,
    found_at: told,
    compared_at: told,
    ...rights,
  })
  await insert('customers.segment_member', filledWith.customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    segment_id: `(case when g % 20 = 0 then '${filledIds.byHand}' else '00000000-0000-7000-8000-b00000000003' end)::uuid`,
    change_id: uuid('g', 9),
    added_at: told,
  })
  await insert('customers.provenance', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    field: `'cityId'`,
    access_class: `'internal'`,
    value: `'7'`,
    source_kind: `'form'`,
    from_at: told,
    confirmed_at: told,
  })
  await insert('customers.contradiction', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    rule_id: `'01930000-0000-7000-8000-000000000001'`,
    field: `'cityId'`,
    access_classes: `array['internal']`,
    stated: `'{"as": "city", "value": 1}'`,
    observed: `'{"as": "city", "value": 2}'`,
    evidence: `'{}'`,
    severity: `case when g % 50 = 0 then 'high' else 'low' end`,
    state: `case when g % 3 = 0 then 'open' else 'kept' end`,
    fingerprint: 'g::text',
    ...rights,
    opened_at: told,
    version: '1',
  })
  await insert('customers.timeline_entry', interactions, {
    customer_id: file('g'),
    id: uuid('g', 9),
    at: told,
    kind: `'call'`,
    permission: `'interactions.read'`,
    ...rights,
    access_class: `'internal'`,
    subject_type: `'interaction'`,
    subject_id: uuid('g', 9),
    subject_version: '1',
    facts: `'{}'`,
  })
  await insert('sales.entry', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    kind: `case when g % 3 = 0 then 'invoice' else 'cheque' end`,
    number: 'g::text',
    day: `(${told})::date`,
    description: `'خرید'`,
    amount: '1000000 + g',
    effect: 'case when g % 3 = 0 then 1000000 + g else -1000000 - g end',
    reference: `''`,
    source: `'hand'`,
    recorded_at: told,
    version: '1',
  })
  await insert('sales.cheque', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 9),
    serial: 'g::text',
    bank: `(array['ملت', 'ملی', 'صادرات'])[1 + g % 3]`,
    branch: `''`,
    holder: `''`,
    amount: '1000000 + g',
    due_day: `(${told})::date`,
    state: `case when share > 0.95 then 'in-hand' when g % 50 = 0 then 'bounced' else 'cleared' end`,
    state_day: `(${told})::date`,
    voided: 'false',
    ...rights,
  })
  await insert('sales.account', customers, {
    customer_id: uuid('g', 1),
    id: uuid('g', 1),
    balance: '1000000',
    arrears: '0',
    open_cheques: '0',
    entries: '1',
    ...rights,
    version: '1',
    updated_at: told,
  })
  await insert('identity.audit_entry', requests, {
    id: uuid('g', 9),
    at: told,
    actor_kind: `'person'`,
    actor_id: person('g'),
    action: `case when g % 100 = 0 then 'field.read' else 'request.registered' end`,
    subject_type: `'request'`,
    subject_id: `${uuid('g', 6)}::text`,
  })
  await insert('identity.notification', requests, {
    id: uuid('g', 9),
    person_id: person('g'),
    kind: `'request-assigned'`,
    at: told,
    times: '1',
    permission: `'service.read'`,
    ...rights,
    subject_type: `'request'`,
    subject_id: uuid('g', 6),
    label: `'05'`,
    title_class: `'internal'`,
    read_at: `case when share < 0.9 then ${told} end`,
  })
  await insert('service.request_event', requests, {
    customer_id: file('g'),
    id: uuid('g', 9),
    request_id: uuid('g', 6),
    sequence: 'g',
    kind: `case when g % 3 = 0 then 'resolved' else 'registered' end`,
    at: told,
    note: `'با تعویض قطعه درست شد'`,
    recorded_at: told,
  })
  await insert('identity.bulk', 20, {
    id: uuid('g', 9),
    person_id: person('g'),
    actor_kind: `'person'`,
    locale: `'fa'`,
    noun: `'customers'`,
    change: `'{}'`,
    state: `'done'`,
    started_at: told,
    undo_until: told,
  })
  await insert('identity.bulk_row', customers, {
    id: uuid('g', 9),
    bulk_id: uuid('1 + g % 20', 9),
    customer_id: uuid('g', 1),
    row_id: uuid('g', 1),
    label: 'g::text',
    outcome: `case when g % 60 = 0 then 'refused' else 'changed' end`,
    code: `case when g % 60 = 0 then 'not-permitted' end`,
    version: '1',
  })
  await insert('integrations.import', 20, {
    id: uuid('g', 9),
    file_name: `'log.csv'`,
    sha256: `''`,
    bytes: '1',
    state: `'done'`,
    staged_to: '1',
    staged: 'true',
    ...Object.fromEntries(['rows_read', 'rows_known', 'rows_refused', 'rows_loaded', 'requests_loaded'].map((column) => [column, '0'])),
    ...rights,
    created_at: told,
  })
  await insert('integrations.import_row', requests, {
    import_id: uuid('1 + g % 20', 9),
    number: 'g',
    line: 'g',
    known: 'false',
    cells: `'[]'`,
    problems: `case when g % 50 = 0 then '[]'::jsonb end`,
  })
  await owner.query(`set session_replication_role = origin`)
  await owner.query('vacuum (analyze)')
}

/** Ids of rows by their place, as the filling made them. */
export const filledIds = {
  ownField: '00000000-0000-7000-8000-0000000000a2',
  byHand: '00000000-0000-7000-8000-b00000000001',
  byRule: '00000000-0000-7000-8000-b00000000002',
  topic: '00000000-0000-7000-8000-700000000002',
  product: '00000000-0000-7000-8000-800000000002',
  import: '00000000-0000-7000-8000-900000000005',
  bulk: '00000000-0000-7000-8000-900000000005',
}
