import { inFolder } from './inFolder.ts'
import { writeNameExamples, writeRawExamples, writeTreeExamples, writeWordList } from './languageExamples.ts'
import { runPython } from './runPython.ts'
import type { TrainingOptions } from './train.ts'

/**
 * Trains `models/encoder.bin` and what reads its vectors, `tagger.bin`, `parser.bin` and `names-head.bin`, with PyTorch: a pretrained
 * encoder is taught the treebanks and names, labels raw news, and the small model learns from both (see `training/language`).
 */
export async function train({ data, models, embeddings, heldOut }: TrainingOptions): Promise<void> {
  if (heldOut)
    throw new Error('language measures itself on half of the dev parts while it learns: leave out --held-out')
  await inFolder(undefined, async (folder) => {
    const numbersOf = writeWordList(embeddings, folder)
    await writeTreeExamples(data, models, numbersOf, folder)
    await writeNameExamples(data, numbersOf, folder)
    await writeRawExamples(data, numbersOf, folder)
    runPython('train.py', folder, models)
  })
}
