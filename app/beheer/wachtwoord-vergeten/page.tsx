import { AdminFrame } from '@/app/beheer/_components/admin-frame'
import { Page } from '@/components/ui/page/page'
import { ForgotPasswordForm } from './_components/forgot-password-form'
import { forgotPasswordAction } from './actions'

export default function ForgotPasswordPage() {
  return (
    <AdminFrame>
      <Page width="reading">
        <ForgotPasswordForm action={forgotPasswordAction} />
      </Page>
    </AdminFrame>
  )
}
