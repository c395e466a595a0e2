import { catalogueRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { CatalogueDialog } from './CatalogueDialog.tsx'
import type { Product } from './catalogue.types.ts'
import { useCatalogueWords } from './messages.ts'

/** Adds a product or changes one. */
export function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const words = useCatalogueWords()
  const { saved } = useSettingWords()
  const client = useQueryClient()
  const [given, setGiven] = useState({ name: product?.name ?? '', code: product?.code ?? '', active: product?.active ?? true })
  const onSuccess = () => {
    void client.invalidateQueries({ queryKey: [catalogueRoutes.show.path] })
    toast({ text: saved })
    onClose()
  }
  const add = useWrite(catalogueRoutes.addProduct, { onSuccess })
  const change = useWrite(catalogueRoutes.changeProduct, { onSuccess })
  const save = product ? change : add
  const body = { ...given, code: given.code.trim() || null }
  return (
    <CatalogueDialog
      title={product ? words.editProduct : words.addProduct}
      isNew={product === null}
      failure={save.error}
      isPending={save.isPending}
      active={given.active}
      onActive={(active) => setGiven({ ...given, active })}
      onSubmit={() =>
        product ? change.mutate({ params: { productId: product.id }, body: { ...body, version: product.version } }) : add.mutate({ body })
      }
      onClose={onClose}
    >
      <TextField
        isRequired
        autoFocus
        label={words.name}
        value={given.name}
        onChange={(name) => setGiven({ ...given, name })}
        problem={save.error?.byField.name}
      />
      <TextField
        ltr
        label={words.code}
        value={given.code}
        maxLength={60}
        onChange={(code) => setGiven({ ...given, code })}
        problem={save.error?.byField.code}
      />
    </CatalogueDialog>
  )
}
