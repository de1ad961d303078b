import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { ForgotPasswordForm } from './_components/forgot-password-form'
import { forgotPasswordAction } from './actions'

export default function ForgotPasswordPage() {
  return (
    <LoggedOutPage>
      <ForgotPasswordForm action={forgotPasswordAction} />
    </LoggedOutPage>
  )
}
