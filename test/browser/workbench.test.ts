import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEnglishReader } from '../../src/reader/openEnglishReader.ts'
import { depotFireReading, depotFireReport, readDepotFire } from './depotFire.ts'
import { openWorkbench, type Workbench } from './openWorkbench.ts'

// One record that begins empty and takes in reports, one that holds the report of the depot fire and nothing else.
let growing: Workbench
let workbench: Workbench
const path = `/reports/${depotFireReport.id}`
const pipeline = depotFireReading.statements.find(
  ({ value }) => value.type === 'text' && value.text === 'an old pipeline',
)!

beforeAll(async () => {
  growing = await openWorkbench({ read: readDepotFire })
  workbench = await openWorkbench({ read: readDepotFire })
  await workbench.record.addReading(depotFireReport, depotFireReading)
})
afterAll(async () => {
  await growing?.close()
  await workbench?.close()
})

/** Drops a file on the window, as from a folder beside it. */
const drop = async (page: Page, name: string, bytes: number[] | string) => {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      const part = typeof content === 'string' ? content : new Uint8Array(content as number[])
      transfer.items.add(new File([part], fileName as string))
      return transfer
    },
    [name, bytes] as const,
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  await page.dispatchEvent('body', 'drop', { dataTransfer: data })
}

const marked = (page: Page) => page.locator('[data-lit="marked"]')

describe('an empty record', () => {
  it('says what to do', async () => {
    const page = await growing.open('/')
    await page.getByRole('heading', { name: 'Who says so?' }).waitFor()
    await page.getByRole('button', { name: /Drop a report here/ }).click()
    await page.getByRole('dialog').getByLabel('The text').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('link', { name: 'Incidents' }).click()
    await page.getByRole('heading', { name: 'No incidents yet' }).waitFor()
  })
})

describe('a new report', () => {
  it('is read from a dropped file, and shows its statements', async () => {
    const page = await growing.open('/reports')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const { title, outlet, author, published, text } = depotFireReport
    await drop(
      page,
      'depot.md',
      `---\ntitle: ${title}\noutlet: ${outlet}\nauthor: ${author}\npublished: ${published}\n---\n${text}`,
    )
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByText('depot.md').isVisible()).toBe(true)
    await dialog.getByRole('button', { name: 'Read', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: depotFireReport.title! }).waitFor()
    const statements = page.getByRole('complementary', { name: 'What is stated' })
    expect(await statements.getByRole('button').count()).toBe(depotFireReading.statements.length)
  })

  it('is read from pasted text with its outlet and date', async () => {
    const page = await growing.open('/reports')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('a')
    await page.getByLabel('The text').fill(depotFireReport.text)
    await page.getByLabel('Title').fill('Pasted here')
    await page.getByLabel('Outlet').fill('Pasted Press')
    await page.getByLabel('Published').fill('2022-11-09')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Pasted here' }).waitFor()
    expect(await page.getByText('Pasted Press').first().isVisible()).toBe(true)
    expect(await page.getByText('9 Nov 2022').first().isVisible()).toBe(true)
  })

  it('that is no text is refused with what to do, and the others are read', async () => {
    const page = await growing.open('/reports')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await drop(page, 'scan.pdf', [37, 80, 68, 70, 45, 49, 46, 55, 10, 0, 1, 2, 3, 0])
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.getAttribute('data-code')).toBe('file-binary')
    expect(await alert.locator('.failure-remedy').textContent()).toMatch(/\w/)
  })
})

describe('the reader itself', () => {
  it('reads what is pasted: who is said to have been killed, and by whom it is said', async () => {
    const reading = await openWorkbench(openEnglishReader())
    const page = await reading.open('/reports')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('a')
    await page
      .getByLabel('The text')
      .fill('Gunmen killed four soldiers in an attack on a barracks near Mosul on Friday, police said.')
    await page.getByRole('button', { name: 'Read', exact: true }).click()
    const killed = page.getByRole('button', { name: /^killed 4/ })
    await killed.waitFor()
    const card = page.locator('.card', { has: killed })
    expect((await card.locator('.source-name').first().textContent())?.toLowerCase()).toBe('police')
    await killed.click()
    await marked(page).first().waitFor()
    expect((await marked(page).allTextContents()).join('')).toContain('four')
    await reading.close()
  })
})

describe('the report page', () => {
  it('marks the passage of a statement, and keeps it over a reload', async () => {
    const page = await workbench.open(path)
    await page.getByRole('button', { name: /an old pipeline/ }).click()
    expect(await marked(page).textContent()).toBe('an old pipeline')
    expect(page.url()).toContain(`statement=${pipeline.id}`)
    await page.reload()
    await marked(page).waitFor()
    expect(await marked(page).textContent()).toBe('an old pipeline')
    expect(await page.locator(`#statement-${pipeline.id}`).getAttribute('aria-pressed')).toBe('true')
  })

  it('chooses the statement of a passage clicked in the text, whose card stands beside it', async () => {
    const page = await workbench.open(path)
    const passage = page.locator('.passage', { hasText: 'an old pipeline' })
    await passage.click()
    const card = page.locator('.card[data-marked]')
    await card.waitFor()
    await page.waitForTimeout(400)
    const [there, here] = [(await passage.boundingBox())!, (await card.boundingBox())!]
    expect(Math.abs(there.y - here.y)).toBeLessThan(40)
  })

  it('has margins in which nothing overlaps', async () => {
    const page = await workbench.open(path)
    await page.locator('.note[data-placed]').first().waitFor()
    for (const side of ['left', 'right']) {
      const boxes = await page.locator(`.margin.${side} .note`).evaluateAll((notes) =>
        notes.map((note) => {
          const { top, bottom } = note.getBoundingClientRect()
          return { top, bottom }
        }),
      )
      expect(boxes.length).toBeGreaterThan(5)
      for (const [index, { top }] of boxes.entries()) {
        if (index > 0) expect(top).toBeGreaterThanOrEqual(boxes[index - 1].bottom - 0.5)
      }
    }
  })

  it('lights what a voice at the left speaks, and shows only its statements when chosen', async () => {
    const page = await workbench.open(path)
    const voice = page.getByRole('complementary', { name: 'Who speaks' }).getByRole('button', { name: /health office/ })
    await voice.hover()
    await page.locator('[data-lit="hovered"]').first().waitFor()
    await voice.click()
    await page.getByText('3 statements by or through provincial health office').waitFor()
    expect(await page.getByRole('complementary', { name: 'What is stated' }).getByRole('button').count()).toBe(3)
    await page.getByRole('link', { name: 'show all 20' }).click()
    expect(page.url()).not.toContain('source=')
  })

  it('shows a protected source under a pseudonym and nowhere offers its name', async () => {
    const page = await workbench.open(path)
    const voices = page.getByRole('complementary', { name: 'Who speaks' })
    await voices.getByText(/Protected source [A-Z]\d\d/).waitFor()
    expect(await voices.getByText('a watchman').count()).toBe(0)
    await page.getByRole('link', { name: 'Sources' }).click()
    await page.getByText('asked not to be named').waitFor()
    expect(await page.getByText('a watchman').count()).toBe(0)
  })

  it('says what a source spoke through, and keeps scare quotes apart from speech', async () => {
    const page = await workbench.open(path)
    const voices = page.getByRole('complementary', { name: 'Who speaks' })
    await voices.getByText('denies in a message on Telegram').waitFor()
    const scare = page.locator('[data-scare]')
    expect(await scare.allTextContents()).toEqual(['“liberated”'])
    expect(await scare.getAttribute('title')).toMatch(/nobody is quoted/)
    expect(await scare.evaluate((words) => getComputedStyle(words).fontStyle)).toBe('italic')
  })

  it('draws denial, possibility and vagueness, and says them in words too', async () => {
    const page = await workbench.open(path)
    const denied = page.locator('.row[data-struck]').first()
    await denied.waitFor()
    expect(await denied.locator('s').textContent()).toBe('the Northern Column')
    expect(await denied.textContent()).toContain('denies')
    expect(await page.locator('.row[data-line="dotted"]').textContent()).toContain('possible')
    expect(await page.locator('.edged[data-edge="open"]').first().textContent()).toBe('11+')
    expect(await page.locator('.edged[data-edge="faded"]', { hasText: 'spring 2022' }).count()).toBe(1)
  })

  it('answers why: the sentence, the chain and the rules', async () => {
    const page = await workbench.open(`${path}?statement=${pipeline.id}`)
    await marked(page).waitFor()
    await page.keyboard.press('w')
    const drawer = page.getByRole('dialog', { name: 'Why was this read?' })
    await drawer.getByText('rule:incidents/hand').waitFor()
    expect(await drawer.locator('mark').textContent()).toBe('an old pipeline')
    expect(await drawer.getByText('The Lower Reach Courier').count()).toBeGreaterThan(0)
    expect(page.url()).toContain('why=true')
    await page.keyboard.press('Escape')
    expect(await drawer.count()).toBe(0)
  })

  it('is walked by keys', async () => {
    const page = await workbench.open(path)
    await page.locator('.note[data-placed]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.querySelectorAll('.row-main[aria-pressed="true"]').length === 1)
    const second = await page.locator('.row-main[aria-pressed="true"]').textContent()
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await page.locator('.row-main[aria-pressed="true"]').textContent()).toBe(second)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !location.search.includes('statement'))
    await page.keyboard.press('/')
    await page.keyboard.type('pipeline')
    await page.getByText('1 statement with “pipeline”').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'How to read this' }).waitFor()
  })

  it('folds its margin under the paragraphs of a narrow window, dark or light', async () => {
    const page = await workbench.open(`${path}?statement=${pipeline.id}`, {
      viewport: { width: 390, height: 800 },
      colorScheme: 'dark',
    })
    await marked(page).waitFor()
    expect(await page.getByRole('complementary').count()).toBe(0)
    expect(await page.locator('.under[open] .row-main[aria-pressed="true"]').isVisible()).toBe(true)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(24, 23, 21)',
    )
    await page.getByRole('button', { name: 'Use the light page' }).click()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(251, 250, 246)',
    )
  })
})

describe('the incidents', () => {
  it('have their positions side by side, one click from the passage', async () => {
    const page = await workbench.open('/incidents?disputed=true')
    const killed = page
      .locator('.property', { has: page.getByRole('heading', { name: 'killed', exact: true }) })
      .first()
    await killed.waitFor()
    expect(await killed.locator('.disputed').count()).toBe(1)
    const [one, other] = await killed.locator('.position').all()
    expect(Math.abs((await one.boundingBox())!.y - (await other.boundingBox())!.y)).toBeLessThan(2)
    await killed.getByRole('link', { name: /governor/ }).click()
    await marked(page).waitFor()
    expect(await marked(page).textContent()).toBe('six')
    await page.goBack()
    await killed.waitFor()
  })
})

describe('how a perpetrator is held to be it, and whom a count is of', () => {
  it('stand beside each source, in the words of the field', async () => {
    const page = await workbench.open('/incidents?q=convoy')
    const named = (name: string) =>
      page.locator('.property', { has: page.getByRole('heading', { name, exact: true }) }).first()
    await named('perpetrator').waitFor()
    expect(await named('perpetrator').locator('.position').allTextContents()).toEqual([
      'gunmenThe Lower Reach Courier reported as fact',
      'Wardensmayor suspected',
    ])
    expect(await named('killed').locator('.position-value').textContent()).toBe('3driverscivilians')
    expect(await named('number taking part').locator('.category').count()).toBe(0)
  })

  it('is called a rival claim only where two claim it', async () => {
    const page = await workbench.open('/incidents?q=depot')
    const disputed = page.locator('.property .disputed')
    await disputed.first().waitFor()
    expect(new Set(await disputed.allTextContents())).toEqual(new Set(['disputed']))
  })
})

describe('a relation', () => {
  it('says when it held and of how many, on every screen', async () => {
    const page = await workbench.open(path)
    const row = page.locator('.row', { hasText: 'an unknown number of them' })
    await row.waitFor()
    expect(await row.locator('.holds .edged').allTextContents()).toEqual(['an unknown number of them', 'until 2014'])
    await row.getByRole('button').click()
    await row.locator('[aria-pressed="true"]').waitFor()
    await page.keyboard.press('w')
    const drawer = page.getByRole('dialog', { name: 'Why was this read?' })
    await drawer.getByText('until 2014', { exact: true }).first().waitFor()
    await page.goto(`${workbench.url}${path}?q=unknown%20number`)
    await page.getByText('1 statement with “unknown number”').waitFor()
    await page.goto(`${workbench.url}${path}?q=suspected`)
    const suspected = page.locator('.row', { hasText: 'suspected' })
    await suspected.getByRole('button').click()
    await suspected.locator('[aria-pressed="true"]').waitFor()
    await page.keyboard.press('w')
    await drawer.getByText('Responsibility: suspected.').waitFor()
    await page.goto(`${workbench.url}/entities?q=guards`)
    await page.locator('.voucher', { hasText: 'until 2014' }).waitFor()
    await page.goto(`${workbench.url}/entities?q=wardens`)
    const role = page.locator('.role', { hasText: 'member of' })
    await role.waitFor()
    expect(await role.textContent()).toBe(
      'guards member of Wardensan unknown number of themuntil 2014The Lower Reach Courier',
    )
    expect(await page.locator('.role', { hasText: 'perpetrator of attack on a convoy' }).textContent()).toContain(
      'suspected',
    )
  })
})

describe('everywhere', () => {
  it('a source has one colour on every screen', async () => {
    const colour = async (at: string, scope: string) => {
      const page = await workbench.open(at)
      const name = page.locator(scope, { hasText: /^governor$/ }).first()
      await name.waitFor()
      return name.evaluate((element) => getComputedStyle(element.closest('.source')!).color)
    }
    const colours = [
      await colour(path, '.card .source-name'),
      await colour(path, '.voice .source-name'),
      await colour('/sources', '.source-name'),
      await colour('/incidents?disputed=true', '.voucher .source-name'),
    ]
    expect(new Set(colours).size).toBe(1)
  })

  it.each(['light', 'dark'] as const)('text on the %s page has contrast enough (4.5:1)', async (colorScheme) => {
    for (const at of ['/reports', `${path}?statement=${pipeline.id}`, '/incidents', '/entities', '/sources']) {
      const page = await workbench.open(at, { colorScheme })
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForTimeout(300)
      expect(await page.evaluate(faintTexts), at).toEqual([])
    }
  })

  it('nothing left this machine, and no page complained', () => {
    expect([...growing.strayed, ...workbench.strayed]).toEqual([])
    expect([...growing.complaints, ...workbench.complaints]).toEqual([])
  })
})

/** Texts on the page whose colour is too near to that of the page behind them. Runs in the page. */
function faintTexts(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const rgb = (colour: string): number[] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const light = ([r, g, b]: number[]) => {
    const [x, y, z] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const page = rgb(getComputedStyle(document.documentElement).backgroundColor)
  const behind = (element: Element | null): number[] => {
    if (element === null) return page
    const colour = rgb(getComputedStyle(element).backgroundColor)
    const under = colour[3] === 255 ? page : behind(element.parentElement)
    const alpha = colour[3] / 255
    return [0, 1, 2].map((index) => colour[index] * alpha + under[index] * (1 - alpha))
  }
  const faint = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement!
    if (node.textContent!.trim() === '' || !element.checkVisibility() || element.closest('.unseen, noscript')) continue
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x)
    const ratio = (a + 0.05) / (b + 0.05)
    if (ratio < 4.5) faint.add(`${node.textContent!.trim().slice(0, 30)}: ${ratio.toFixed(2)}`)
  }
  return [...faint]
}
