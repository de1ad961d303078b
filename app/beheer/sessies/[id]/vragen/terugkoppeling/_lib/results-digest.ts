import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import type { TriageState } from '@/lib/triage/schema'

/** An agenda question with the state and text that its result mail shows. */
type Result = { id: string; text: string; triage: { state: TriageState; resultText: string } | null }

/** Returns a digest of the questions with their texts, states and result texts, to recognise an outdated preview. */
export const resultsDigest = (results: Result[]) =>
  previewDigest(results.map(({ id, text, triage }) => [id, text, triage?.state, triage?.resultText]))
