import { ClassificationPage } from '../../modules/administration/classification/ClassificationPage.tsx'
import { useConditionSource } from '../../modules/customers/list/use-condition-source.ts'

/** The schemes of classification, with what rules over customers are made of. */
export const Classification = () => <ClassificationPage source={useConditionSource()} />
