import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import type { AddedBody } from '../../../src/server/contract/answers.ts'
import { apiError } from '../api/ApiError.ts'
import { ask } from '../api/ask.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { counted } from '../shell/dates.ts'
import { Failure } from '../shell/Failure.tsx'
import { Cross, Sheet } from '../shell/icons.tsx'

interface Metadata {
  readonly title: string
  readonly outlet: string
  readonly published: string
}

const sendText = (text: string, metadata: Metadata) =>
  ask<AddedBody>('/api/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, ...metadata }),
  })

function sendFile(file: File, metadata: Metadata) {
  const form = new FormData()
  for (const [name, value] of Object.entries(metadata)) form.append(name, value)
  form.append('file', file, file.name)
  return ask<AddedBody>('/api/files', { method: 'POST', body: form })
}

/** Reads new reports: files, or pasted text, with what is known of them. Several files are read one after the other. */
export function AddReport({ files: dropped, onClose }: { files: readonly File[]; onClose: () => void }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [files, setFiles] = useState(dropped)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState<string>()
  const [done, setDone] = useState(0)
  const [failures, setFailures] = useState<readonly { readonly name: string; readonly error: unknown }[]>([])
  const hint = useId()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const field = (name: string) => String(form.get(name) ?? '')
    const metadata = { title: field('title'), outlet: field('outlet'), published: field('published') }
    const jobs =
      files.length > 0
        ? files.map((file) => ({ name: file.name, run: () => sendFile(file, metadata), file }))
        : [{ name: 'the text', run: () => sendText(text, metadata), file: undefined }]
    const failed: { name: string; error: unknown; file: File | undefined }[] = []
    let last: AddedBody | undefined
    setFailures([])
    for (const { name, run, file } of jobs) {
      setBusy(name)
      try {
        last = await run()
      } catch (error) {
        failed.push({ name, error, file })
      }
    }
    setBusy(undefined)
    await queries.invalidateQueries({ queryKey: ['record'] })
    if (failed.length > 0) {
      setFailures(failed)
      setDone(jobs.length - failed.length)
      setFiles(failed.flatMap(({ file }) => file ?? []))
      return
    }
    onClose()
    if (jobs.length > 1) await navigate({ to: '/reports' })
    else if (last !== undefined) await navigate({ to: '/reports/$id', params: { id: last.report } })
  }

  return (
    <Dialog
      title={files.length > 1 ? `Read ${files.length} reports` : 'Read a report'}
      first="content"
      onClose={onClose}
    >
      <form className="add" onSubmit={submit}>
        {files.length > 0 ? (
          <ul className="add-files" aria-label="Files to read">
            {files.map((file, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              <li key={index}>
                <Sheet />
                <span className="file-name">{file.name}</span>
                <span className="file-size">{Math.max(1, Math.round(file.size / 1024))} kB</span>
                <button
                  type="button"
                  className="quiet square"
                  aria-label={`Leave out ${file.name}`}
                  onClick={() => setFiles(files.filter((_, other) => other !== index))}
                >
                  <Cross />
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <label className="field">
            <span>The text</span>
            <textarea
              name="text"
              rows={9}
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder="Paste the whole report, as it was published"
              spellCheck={false}
              data-first
            />
          </label>
        )}
        {failures.map(({ name, error }) => (
          <div key={name} className="add-failure">
            {!apiError(error).message.includes(name) && <p className="failure-name">{name}</p>}
            <Failure error={error} />
          </div>
        ))}
        <div className="add-metadata" aria-describedby={hint}>
          {files.length < 2 && (
            <label className="field wide">
              <span>Title</span>
              <input name="title" autoComplete="off" />
            </label>
          )}
          <label className="field">
            <span>Outlet</span>
            <input name="outlet" autoComplete="off" placeholder="who published it" />
          </label>
          <label className="field">
            <span>Published</span>
            <input name="published" type="date" />
          </label>
        </div>
        <p className="hint" id={hint}>
          {files.length > 0 ? 'Leave empty what the file says itself. ' : ''}
          Without a date of publication, “last month” stays relative. Nothing leaves this machine.
        </p>
        <footer className="add-foot">
          {files.length === 0 && (
            <label className="quiet button">
              <Sheet /> Choose files
              <input
                type="file"
                multiple
                accept=".txt,.md,.markdown,.html,.htm,text/*"
                onChange={(event) => setFiles([...(event.target.files ?? [])])}
              />
            </label>
          )}
          <span className="busy" role="status">
            {busy ? `Reading ${busy} …` : done > 0 && `${counted(done, 'report')} read`}
          </span>
          <button
            type="submit"
            className="primary"
            data-first={files.length > 0 || undefined}
            disabled={busy !== undefined || (files.length === 0 && text.trim() === '')}
          >
            Read
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
