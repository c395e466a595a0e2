import { Bell, MoreHorizontal, Pencil, Phone, Plus, Trash2 } from 'lucide-react'
import { type Stories, useSay } from '../kit/story.ts'
import { Button } from './Button.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'
import { Dialog, DialogTrigger, SidePanel } from './Dialog.tsx'
import { IconButton } from './IconButton.tsx'
import { Menu, MenuItem, MenuLine, MenuSection, MenuTrigger } from './Menu.tsx'
import { Popover } from './Popover.tsx'
import { TextArea, TextField } from './TextField.tsx'
import { toast } from './toast.tsx'
import { useState } from 'react'

const row = 'flex flex-wrap items-center gap-3'

function Variants() {
  const say = useSay()
  return (
    <div className={row}>
      <Button variant="primary" icon={<Plus size={17} />}>
        {say('ثبت درخواست', 'Register request')}
      </Button>
      <Button icon={<Phone size={17} />}>{say('ثبت تماس', 'Log a call')}</Button>
      <Button variant="quiet">{say('انصراف', 'Cancel')}</Button>
      <Button variant="danger" icon={<Trash2 size={17} />}>
        {say('حذف واحد', 'Remove unit')}
      </Button>
      <Button variant="primary" pending>
        {say('در حال ذخیره', 'Saving')}
      </Button>
      <Button isDisabled>{say('غیرفعال', 'Disabled')}</Button>
      <Button size="small">{say('کوچک', 'Small')}</Button>
      <IconButton label={say('ویرایش', 'Edit')} keys="E" icon={<Pencil size={18} />} />
      <IconButton label={say('اعلان‌ها', 'Notifications')} icon={<Bell size={18} />} />
    </div>
  )
}

function Overlays() {
  const say = useSay()
  const [confirming, setConfirming] = useState(false)
  return (
    <div className={row}>
      <MenuTrigger>
        <IconButton label={say('کارهای بیشتر', 'More actions')} variant="secondary" icon={<MoreHorizontal size={18} />} />
        <Menu>
          <MenuSection title={say('درخواست', 'Request')}>
            <MenuItem id="edit" icon={<Pencil size={16} />} keys="E">
              {say('ویرایش', 'Edit')}
            </MenuItem>
            <MenuItem id="call" icon={<Phone size={16} />} hint={say('شماره‌گیری با تلفن اداره', 'Dials by the desk phone')}>
              {say('تماس با مشتری', 'Call the customer')}
            </MenuItem>
          </MenuSection>
          <MenuLine />
          <MenuItem id="remove" danger icon={<Trash2 size={16} />}>
            {say('حذف', 'Remove')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <DialogTrigger>
        <Button>{say('گفت‌وگو', 'Dialog')}</Button>
        <Dialog
          title={say('ارجاع به واحد دیگر', 'Refer to another unit')}
          renderActions={(close) => (
            <>
              <Button variant="primary" onPress={close}>
                {say('ارجاع بده', 'Refer')}
              </Button>
              <Button onPress={close}>{say('انصراف', 'Cancel')}</Button>
            </>
          )}
        >
          <div className="grid gap-4">
            <TextField label={say('واحد', 'Unit')} />
            <TextArea
              label={say('یادداشت برای واحد گیرنده', 'Note for the receiving unit')}
              hint={say('مشتری آن را نمی‌بیند.', 'The customer does not see it.')}
            />
          </div>
        </Dialog>
      </DialogTrigger>
      <DialogTrigger>
        <Button>{say('پنل کناری', 'Side panel')}</Button>
        <SidePanel title={say('درخواست ۱۴۰۵-۰۰۲۳۴', 'Request 1405-00234')}>
          {say('جزئیات کنار صفحه باز می‌شود.', 'Details open beside the page.')}
        </SidePanel>
      </DialogTrigger>
      <DialogTrigger>
        <Button>{say('پنجرهٔ کوچک', 'Popover')}</Button>
        <Popover label={say('توضیح', 'Explanation')}>
          {say('تعریف شاخص در اینجا می‌آید.', 'The definition of the indicator goes here.')}
        </Popover>
      </DialogTrigger>
      <Button onPress={() => setConfirming(true)}>{say('تأیید', 'Confirmation')}</Button>
      <ConfirmDialog
        danger
        isOpen={confirming}
        onOpenChange={setConfirming}
        onConfirm={() => setConfirming(false)}
        title={say('واحد «خدمات میدانی» حذف شود؟', 'Remove the unit “Field service”?')}
        actionLabel={say('حذف واحد', 'Remove unit')}
      >
        {say(
          '۳ همکار این واحد بی‌واحد می‌شوند. درخواست‌ها سر جای خود می‌مانند.',
          '3 people will be left without a unit. Requests stay where they are.',
        )}
      </ConfirmDialog>
      <Button onPress={() => toast({ text: say('درخواست بسته شد.', 'The request was closed.'), onUndo: () => {} })}>
        {say('پیام با برگرداندن', 'Toast with undo')}
      </Button>
      <Button
        onPress={() =>
          toast({
            tone: 'failed',
            text: say('ذخیره نشد.', 'Not saved.'),
            detail: say('نوشتهٔ شما سر جایش است؛ دوباره امتحان کنید.', 'What you typed is kept; try again.'),
          })
        }
      >
        {say('پیام خطا', 'Failure toast')}
      </Button>
    </div>
  )
}

export const stories: Stories = { variants: Variants, overlays: Overlays }
