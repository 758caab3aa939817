import { lexer, type Token, type Tokens } from 'marked'

/**
 * The words of a Markdown text without its marks, one empty line between blocks: headings, paragraphs, quotes, list items and
 * table rows. Links keep their words, pictures and code go.
 */
export function markdownText(markdown: string): string {
  return blocks(lexer(markdown))
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .join('\n\n')
}

function blocks(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    switch (token.type) {
      case 'heading':
      case 'paragraph':
        return [inline(token.tokens ?? [])]
      case 'text':
        return [token.tokens ? inline(token.tokens) : decoded((token as Tokens.Text).text)]
      case 'blockquote':
        return blocks(token.tokens ?? [])
      case 'list':
        return (token as Tokens.List).items.flatMap((item) => blocks(item.tokens))
      case 'table': {
        const { header, rows } = token as Tokens.Table
        return [header, ...rows].map((row) => row.map((cell) => inline(cell.tokens)).join(', '))
      }
      case 'html':
        return [decoded((token as Tokens.HTML).text.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''))]
      default:
        return []
    }
  })
}

function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'image':
          return ''
        case 'br':
          return '\n'
        case 'escape':
        case 'codespan':
          return decoded((token as Tokens.Escape).text)
        case 'html':
          return ''
        default:
          if ('tokens' in token && token.tokens) return inline(token.tokens)
          return 'text' in token ? decoded(token.text as string) : ''
      }
    })
    .join('')
}

/** Markdown may write its five dangerous characters as HTML does. */
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|apos|nbsp);/g, (_entity, name: string) => CHARACTERS[name])
const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'", nbsp: ' ' }
