/** Who did what to whom in the terms of PLOVER: one event of one sentence. Actors and recipients are phrases of the text. */
export interface PloverEvent {
  readonly type: string
  readonly mode?: string | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly cue: string
}
