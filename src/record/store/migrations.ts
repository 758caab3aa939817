import type { StoreKind } from './Store.ts'

/** One step of the schema. Its SQL never changes once released: the record keeps its checksum and refuses another. */
export interface Migration {
  readonly number: number
  readonly name: string
  sql(kind: StoreKind): readonly string[]
}

/** Ids compare byte by byte, so that the beginning of an id finds a range. */
const id = (kind: StoreKind): string => (kind === 'postgres' ? 'text collate "C"' : 'text')

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: 'first',
    sql: (kind) => [...tables(id(kind)), ...(kind === 'sqlite' ? sqliteOnly : postgresOnly)],
  },
]

const tables = (id: string): string[] => [
  `create table reports (
    id ${id} not null primary key, hash ${id} not null, title text, outlet text, published text, opening text not null,
    added text not null, reader text not null, reading_hash text not null, characters integer not null,
    fingerprints integer not null, data text not null, layers text not null)`,
  'create index reports_by_day on reports (published, id)',
  `create table sources (
    report ${id} not null references reports (id), id ${id} not null, ordinal integer not null, kind text not null,
    name text not null, key ${id} not null, protected integer not null, statements integer not null,
    passed integer not null, acts text not null, data text not null, primary key (report, id))`,
  'create index sources_by_id on sources (id)',
  'create index sources_by_key on sources (key)',
  `create table entities (
    report ${id} not null references reports (id), id ${id} not null, ordinal integer not null, kind text not null,
    name text not null, names text not null, mentions integer not null, statements integer not null,
    protected integer not null, data text not null, primary key (report, id))`,
  'create index entities_by_id on entities (id)',
  'create index entities_by_weight on entities (statements, mentions)',
  `create table incidents (
    report ${id} not null references reports (id), id ${id} not null, ordinal integer not null, type text not null,
    stage text not null, label text not null, words text not null, mentions integer not null, statements integer not null,
    sources integer not null, disputed integer not null, day text, happened text, place text, data text not null,
    primary key (report, id))`,
  'create index incidents_by_id on incidents (id)',
  'create index incidents_by_day on incidents (day, id)',
  `create table statements (
    report ${id} not null references reports (id), id ${id} not null, ordinal integer not null, subject ${id} not null,
    property text not null, object ${id}, data text not null, primary key (report, id))`,
  'create index statements_by_id on statements (id)',
  'create index statements_by_subject on statements (report, subject)',
  `create table fingerprints (
    hash integer not null, report ${id} not null references reports (id), primary key (hash, report))`,
  `create table copies (
    report ${id} not null references reports (id), original ${id} not null references reports (id),
    share double precision not null, primary key (report, original))`,
  `create table decision_targets (target ${id} not null, decision ${id} not null, primary key (target, decision))`,
]

const sqliteOnly = [
  // A row number of its own: the text index points at it, and SQLite's own may change when the file is compacted.
  `create table report_texts (
    n integer primary key, report text not null unique references reports (id), head text not null, text text not null,
    escaped integer not null)`,
  `create virtual table report_words using fts5 (
    head, text, content = 'report_texts', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2')`,
  `create trigger report_texts_words after insert on report_texts begin
    insert into report_words (rowid, head, text) values (new.n, new.head, new.text);
  end`,
  `create table decisions (
    n integer primary key autoincrement, id text not null unique, kind text not null, author text not null,
    time text not null, data text not null)`,
  `create trigger decisions_stay before delete on decisions begin select raise(abort, 'decisions are never erased'); end`,
  `create trigger decisions_as_taken before update on decisions begin
    select raise(abort, 'decisions are never changed');
  end`,
]

const postgresOnly = [
  `create table report_texts (
    report text collate "C" not null primary key references reports (id), head text not null, text text not null,
    escaped integer not null, words tsvector not null)`,
  'create index report_texts_words on report_texts using gin (words)',
  `create table decisions (
    n bigint generated always as identity primary key, id text collate "C" not null unique, kind text not null,
    author text not null, time text not null, data text not null)`,
  `create function decisions_stay() returns trigger language plpgsql as $$
    begin raise exception 'decisions are never changed nor erased'; end $$`,
  `create trigger decisions_stay before update or delete on decisions
    for each row execute function decisions_stay()`,
]
