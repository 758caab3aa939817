import { Command, InvalidArgumentError, Option } from 'commander'
import type { Surroundings } from './Surroundings.ts'
import { version } from './version.ts'

/** Says with which exit code the program is to end. */
export type SetExit = (code: number) => void

const wholeNumber = (text: string): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError('a whole number is wanted')
  return number
}

const recordOption = () =>
  new Option(
    '--record <file>',
    'the record: a file, or a PostgreSQL URL (default: ~/.local/share/ascribe/record.ascribe)',
  ).env('ASCRIBE_RECORD')
const jsonOption = () => new Option('--json', 'print JSON for programs')
const limitOption = () => new Option('--limit <n>', 'show at most so many').argParser(wholeNumber).default(100)

/**
 * All commands with their options. What a command does is loaded when it is used, so that help and version come at once.
 * docs/cli.md is made from these definitions.
 */
export function createProgram(surroundings: Surroundings, setExit: SetExit): Command {
  const program = new Command('ascribe')
    .description(
      'Reads news reports about incidents into sourced event data: who did what to whom, where and when, according to whom, and how sure they were.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ sortSubcommands: false, showGlobalOptions: false })
    .showHelpAfterError('(ascribe --help shows what there is)')
    .exitOverride()
    .addHelpText('after', PROGRAM_HELP)

  program
    .command('read')
    .description('read reports into the record, and show what they state')
    .argument('[paths...]', 'files or folders with .txt, .md or .html; - reads from standard input')
    .option('--published <date>', 'when the report was published, as year-month-day: relative dates hang on it')
    .option('--outlet <name>', 'who published it')
    .option('--title <title>', 'its headline')
    .addOption(recordOption())
    .option('--no-store', 'show what was read, and store nothing')
    .addOption(jsonOption())
    .option('--jsonl', 'one JSON report a line in, one reading a line out, in order; nothing is stored')
    .addOption(new Option('--layers <layers>', 'with --jsonl: more to put into each reading').choices(['words']))
    .addHelpText('after', READ_HELP)
    .action(async (paths: string[], options) => {
      if (options.jsonl) setExit(await (await import('./commands/readLines.ts')).readLines(paths, options))
      else setExit(await (await import('./commands/read.ts')).read(paths, options))
    })

  program
    .command('show')
    .description('show a report, an incident or an entity; without an id, all reports')
    .argument('[id]', 'its id, or the beginning of it')
    .option('--query <words>', 'only reports with these words')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .addHelpText('after', SHOW_HELP)
    .action(async (id: string | undefined, options) =>
      setExit(await (await import('./commands/show.ts')).show(id, options)),
    )

  program
    .command('incidents')
    .description('list incidents, the most recent first')
    .argument('[words...]', 'words that must be in their label')
    .option('--type <type>', 'only incidents of this type of the vocabulary, such as bombing')
    .option('--report <id>', 'only incidents of this report')
    .option('--disputed', 'only incidents that sources disagree on')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async (words: string[], options) =>
      setExit(await (await import('./commands/incidents.ts')).incidents(words, options)),
    )

  program
    .command('entities')
    .description('list people, groups, organisations and places, those with most statements first')
    .argument('[words...]', 'words that must be in one of their names')
    .option('--kind <kind>', 'only entities of this kind, such as group')
    .option('--report <id>', 'only entities of this report')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async (words: string[], options) =>
      setExit(await (await import('./commands/entities.ts')).entities(words, options)),
    )

  program
    .command('sources')
    .description('list who vouches for what is in the record, and how often')
    .option('--report <id>', 'only sources of this report')
    .addOption(limitOption())
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async (options) => setExit(await (await import('./commands/sources.ts')).sources(options)))

  program
    .command('why')
    .description('show why a statement was read: its passage, its chain of sources and the path of rules')
    .argument('<statement>', 'its id, or the beginning of it')
    .addOption(recordOption())
    .addOption(jsonOption())
    .action(async (id: string, options) => setExit(await (await import('./commands/why.ts')).why(id, options)))

  program
    .command('export')
    .description('write all statements for other programs, with protected sources pseudonymised')
    .addOption(
      new Option(
        '--format <format>',
        'json keeps everything; csv has one statement a row; geojson has the places of incidents',
      )
        .choices(['json', 'csv', 'geojson'])
        .default('json'),
    )
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--report <id>', 'only this report')
    .addOption(recordOption())
    .addHelpText('after', EXPORT_HELP)
    .action(async (options) => setExit(await (await import('./commands/export.ts')).exportRecord(options)))

  program
    .command('serve')
    .description('open the workbench in a browser; it is served to this machine only')
    .option('--port <port>', 'port to listen on (default: 4280, or a free one)', wholeNumber)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--open', 'open the browser')
    .addOption(recordOption())
    .action(async (options) => setExit(await (await import('./commands/serve.ts')).serve(options, surroundings)))

  return program
}

const PROGRAM_HELP = `
Examples:
  ascribe read report.txt --published 2024-03-12 --outlet "Meridian Wire"
  ascribe read folder/ && ascribe incidents --disputed
  ascribe why st_3fa9c1
  ascribe export --format csv > statements.csv
  ascribe serve --open

How to read what is shown:
  ━━ certain   ╌╌ probable   ┈┈ possible   ·· unknown   ╳╳ denied or doubted   ! sources disagree

Exit codes: 0 all is well; 1 some input could not be read or found, all else was; 2 the command was misunderstood;
  3 the record could not be opened or written.
Environment: ASCRIBE_RECORD names the record; NO_COLOR turns colours off.`

const READ_HELP = `
A text file may begin with a header that says what it is:
  ---
  title: Blast at ferry terminal
  outlet: Meridian Wire
  published: 2024-03-12
  ---
The options go before the header. Without a date of publication, "on Tuesday" stays relative.
Reading the same report again changes nothing.

Examples:
  ascribe read story.html                  title, outlet and date come from the page
  pbpaste | ascribe read - --published 2024-03-12
  ascribe read reports/ --no-store --json
  ascribe read --jsonl < reports.jsonl > readings.jsonl

With --jsonl each line has "text", and may have "id", "published", "title" and "outlet". A line that cannot be read gives
{"id"?, "line", "error": {"code", "message", "remedy"}} in its place; the others go on, and the exit code is 1.`

const SHOW_HELP = `
Examples:
  ascribe show                             all reports, the newest first
  ascribe show --query "ferry terminal"    those with these words
  ascribe show r_8c1f                      one report: incidents, relations, sources
  ascribe show i_02b7                      one incident with every position on it`

const EXPORT_HELP = `
The shape of the JSON is docs/schema/export.schema.json; docs/export.md says what each format leaves out.

Examples:
  ascribe export > record.json
  ascribe export --format csv --output statements.csv`
