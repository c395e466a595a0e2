import { column, describeAgreement, intercept, type Reference } from '../testing/agree-with-lme4.ts'
import { numbers, readReference } from '../testing/reference-data.ts'

describeAgreement({
  name: 'InstEval A',
  file: 'insteval.csv.gz',
  y: 'y',
  X: (table) => [intercept(table)],
  factors: { s: column('s'), d: column('d') },
  reference: () => readReference<Reference>('insteval-reference-A.json'),
})

describeAgreement(
  {
    name: 'InstEval B',
    file: 'insteval.csv.gz',
    y: 'y',
    X: (table) => [intercept(table), numbers(table['service']!)],
    factors: {
      s: column('s'),
      d: column('d'),
      'dept:service': (table) => table['dept']!.map((dept, row) => `${dept}:${table['service']![row]}`),
    },
    reference: () => readReference<Reference>('insteval-reference-B.json'),
  },
  { inJavaScript: false },
)
