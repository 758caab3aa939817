/** What stands beside a trigger in the tree, and as what. */
export interface Argument {
  readonly role: 'agent' | 'patient' | 'instrument' | 'place' | 'with' | 'into' | 'from' | 'recipient'
  readonly head: number
  readonly by: string
}

/** Takes one more argument, under the name of the rule that found it; a head of -1 is none. */
export type AddArgument = (role: Argument['role'], head: number, name: string) => void
