import { apiError } from '../api/ApiError.ts'

/** What went wrong and what to do about it. */
export function Failure({ error }: { error: unknown }) {
  const { message, remedy, code } = apiError(error)
  return (
    <div className="failure" role="alert" data-code={code}>
      <p className="failure-what">{sentence(message)}</p>
      <p className="failure-remedy">{sentence(remedy)}</p>
    </div>
  )
}

const sentence = (words: string): string => {
  const text = words.charAt(0).toUpperCase() + words.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
