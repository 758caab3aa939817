/** The checker of EDTF used in tests only; it ships no types. */
declare module 'edtf' {
  export default function edtf(text: string): unknown
}
