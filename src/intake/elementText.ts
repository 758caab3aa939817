const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LI ' +
    'MAIN NAV OL P PRE SECTION TABLE TBODY THEAD TR UL'
  ).split(' '),
)
const UNSEEN = new Set('BUTTON HEAD IFRAME INPUT NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '))
const [ELEMENT, TEXT] = [1, 3]

/**
 * The text of an element as a reader sees it: white space collapsed, an empty line between blocks, a line break for `<br>`. It
 * goes from node to node, not down into them, so that no depth of nesting is too deep.
 */
export function elementText(root: Element): string {
  const blocks: string[] = []
  let block = ''
  const close = () => {
    const text = block
      .split('\n')
      .map((line) => line.replace(/[ \t\r\f\u00a0]+/g, ' ').trim())
      .join('\n')
      .trim()
    if (text !== '') blocks.push(text)
    block = ''
  }
  let node: Node | null = root
  while (node !== null) {
    let enter: boolean = node.nodeType === ELEMENT
    if (node.nodeType === TEXT) block += (node.textContent ?? '').replace(/\s+/g, ' ')
    else if (enter) {
      const tag = (node as Element).tagName.toUpperCase()
      if (UNSEEN.has(tag)) enter = false
      else if (BLOCKS.has(tag)) close()
      else if (tag === 'BR') block += '\n'
      else if (tag === 'TD' || tag === 'TH') block += ' '
    }
    let next: Node | null = enter ? node.firstChild : null
    while (next === null && node !== null) {
      if (node.nodeType === ELEMENT && BLOCKS.has((node as Element).tagName.toUpperCase())) close()
      if (node === root) {
        node = null
        break
      }
      next = node.nextSibling
      if (next === null) node = node.parentNode
    }
    node = node === null ? null : next
  }
  close()
  return blocks.join('\n\n')
}
