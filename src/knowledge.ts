import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ActorDirectory } from './actors/directory.ts';
import { readDirectory } from './actors/read-directory.ts';
import { type Codebook, type OwnWords, readCodebook, verbsOf } from './claims/codebook.ts';
import { decodeLanguageModel, type LanguageModel } from './language/model.ts';
import type { Guide } from './relations/coded.ts';
import { readGuide } from './relations/guide.ts';
import { type OwnTable, readTable } from './table.ts';
import { readTimeGrammar, type TimeGrammar } from './time/grammar.ts';
import { version } from './version.ts';

/** Everything the stages know beside the report: weights, actors, words. Values only; load it once. */
export interface Knowledge {
  /**
   * The name that claims carry: program, version and a hash of all it knows, `detente@0.1.0+5f2c91aa`. The same
   * coder gives the same claims for the same report.
   */
  readonly coder: string;
  readonly language: LanguageModel;
  readonly actors: ActorDirectory;
  readonly codebook: Codebook;
  /** Labels, levels and scores for the picture. */
  readonly guide: Guide;
  /** Rules for expressions of time, and days that have a name. */
  readonly times: TimeGrammar;
}

/** Tables of the user's own, which come before those of data/. */
export interface OwnTables extends OwnWords {
  /** In the form of one of the tables of data/actors. */
  readonly actors?: OwnTable;
}

const DATA = fileURLToPath(new URL('../data/', import.meta.url));

/** Folders whose tables are all read. */
const FOLDERS = ['actors', 'events', 'issues', 'sources', 'standing', 'status'] as const;
const FILES = [
  'events/plover.json',
  'language/irregular-verbs.tsv',
  'language/lemmas.tsv',
  'language/names.bin',
  'language/parser.bin',
  'language/tagger.bin',
  'time/named-days.tsv',
] as const;

/**
 * Reads the files of data/ (about 15 MB, a few hundred milliseconds), with the user's own tables
 * before them. Throws with file and line where a file is not what it should be.
 *
 * @example const knowledge = loadKnowledge(); analyse(report, knowledge)
 */
export function loadKnowledge(own: OwnTables = {}): Knowledge {
  const files = new Map([...FOLDERS.flatMap(tablesOf), ...FILES].map((name) => [name, bytes(name)]));
  const text = (name: string): string => files.get(name)!.toString('utf8');
  const tables = (folder: string): Record<string, string> =>
    Object.fromEntries(tablesOf(folder).map((name) => [name, text(name)]));
  const actors = loadActors(own.actors);
  const codebook = readCodebook(
    Object.assign({}, ...['events', 'status', 'sources', 'standing', 'issues'].map(tables)),
    actors.states,
    own,
  );
  return {
    coder: `detente@${version}+${hashOf(files, own)}`,
    language: decodeLanguageModel({
      tagger: files.get('language/tagger.bin')!,
      parser: files.get('language/parser.bin')!,
      names: files.get('language/names.bin')!,
      lemmas: text('language/lemmas.tsv'),
      irregular: new Map(
        readTable('language/irregular-verbs.tsv', text('language/irregular-verbs.tsv')).map((row) => [
          row['form']!,
          row['lemma']!,
        ]),
      ),
      verbs: verbsOf(codebook),
    }),
    actors,
    codebook,
    guide: readGuide(text('events/plover.json'), codebook.issues),
    times: readTimeGrammar(text('time/named-days.tsv')),
  };
}

/** The part that {@link findActors} needs, for those who want actors alone: a tenth of a second. */
export function loadActors(own?: OwnTable): ActorDirectory {
  const tables = tablesOf('actors').map((name) => [
    name.slice('actors/'.length),
    bytes(name).toString('utf8'),
  ]);
  return readDirectory(Object.fromEntries(tables), own);
}

/** The part that {@link findTimes} needs, for those who want times alone: one small file, a millisecond. */
export function loadTimes(): TimeGrammar {
  return readTimeGrammar(bytes('time/named-days.tsv').toString('utf8'));
}

function bytes(name: string): Buffer {
  return readFileSync(DATA + name);
}

/** The tables of a folder: `actors/states.tsv`. */
function tablesOf(folder: string): string[] {
  return readdirSync(DATA + folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function hashOf(files: ReadonlyMap<string, Uint8Array>, own: OwnTables): string {
  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\n${content.length}\n`).update(content);
  for (const table of [own.actors, own.likelihood, own.issues]) hash.update(table?.text ?? '');
  return hash.digest('hex').slice(0, 8);
}
