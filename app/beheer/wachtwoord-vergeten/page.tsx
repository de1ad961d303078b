import { Page } from '@/components/layout/page'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { ForgotPasswordForm } from '@/components/organiser/forgot-password-form'
import { forgotPasswordAction } from './actions'

export default function ForgotPasswordPage() {
  return (
    <DeskFrame>
      <Page width="reading">
        <ForgotPasswordForm action={forgotPasswordAction} />
      </Page>
    </DeskFrame>
  )
}
