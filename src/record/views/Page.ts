import { z } from 'zod'

/** One page of a list, and how many there are in all. */
export const Page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    total: z.int().nonnegative().describe('how many there are without limit and offset'),
  })
export interface Page<Item> {
  items: Item[]
  total: number
}

/** Which part of a list is wanted. */
export const PageQuery = z.object({
  limit: z.int().positive().max(1000).optional().describe('at most this many; 100 unless told'),
  offset: z.int().nonnegative().optional().describe('leave out this many at the start'),
})
export type PageQuery = z.infer<typeof PageQuery>
