import { Link } from '@tanstack/react-router'
import { apiError } from '../api/ApiError.ts'

/** What went wrong and what to do about it. */
export function Failure({ error }: { error: unknown }) {
  const { message, remedy, code } = apiError(error)
  return (
    <div className="failure" role="alert" data-code={code}>
      <p className="failure-what">{sentence(message)}</p>
      <p className="failure-remedy">
        {code === 'not-found' ? <Link to="/reports">See what the record has</Link> : sentence(remedy)}
      </p>
    </div>
  )
}

const sentence = (words: string): string => {
  // A file's name stays as it is written.
  const text = /^[a-z]+[ ,]/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return /[.!?]$/.test(text) ? text : `${text}.`
}
