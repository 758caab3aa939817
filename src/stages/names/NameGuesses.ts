/** A first guess at the label of each token (an index into `LABELS`), and how sure it was, from 0 to 4. */
export interface NameGuesses {
  readonly labels: Int32Array
  readonly sureness: Uint8Array
}
