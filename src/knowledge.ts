import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ActorDirectory } from './actors/directory.ts';
import type { OwnTable } from './actors/own-table.ts';
import { readDirectory } from './actors/read-directory.ts';
import { type Codebook, readCodebook, verbsOf } from './claims/codebook.ts';
import { decodeLanguageModel, type LanguageModel } from './language/model.ts';
import type { Guide } from './relations/coded.ts';
import { readGuide } from './relations/guide.ts';
import { readTimeGrammar, type TimeGrammar } from './time/grammar.ts';

/** Everything the stages know beside the report: weights, actors, words. Values only; load it once. */
export interface Knowledge {
  readonly language: LanguageModel;
  readonly actors: ActorDirectory;
  readonly codebook: Codebook;
  /** Labels, levels and scores for the picture. */
  readonly guide: Guide;
  /** Rules for expressions of time, and days that have a name. */
  readonly times: TimeGrammar;
}

const DATA = fileURLToPath(new URL('../data/', import.meta.url));

/**
 * Reads the files of data/ (about 15 MB, a few hundred milliseconds), and adds or corrects actors by a table
 * of the user's own. Throws with file and line where a file is not what it should be.
 *
 * @example const knowledge = loadKnowledge(); analyse(report, knowledge)
 */
export function loadKnowledge(own?: OwnTable): Knowledge {
  const codebook = readCodebook({
    ...tables('events', 'events/'),
    ...tables('status', 'status/'),
    ...tables('sources', 'sources/'),
    ...tables('issues', 'issues/'),
  });
  return {
    language: decodeLanguageModel({
      tagger: bytes('language/tagger.bin'),
      parser: bytes('language/parser.bin'),
      lemmas: text('language/lemmas.tsv'),
      verbs: verbsOf(codebook),
    }),
    actors: loadActors(own),
    codebook,
    guide: readGuide(text('events/plover.json'), codebook.issues),
    times: loadTimes(),
  };
}

/** The part that {@link findActors} needs, for those who want actors alone: a tenth of a second. */
export function loadActors(own?: OwnTable): ActorDirectory {
  return readDirectory(tables('actors'), own);
}

/** The part that {@link findTimes} needs, for those who want times alone: one small file, a millisecond. */
export function loadTimes(): TimeGrammar {
  return readTimeGrammar(text('time/named-days.tsv'));
}

function bytes(name: string): Uint8Array {
  return readFileSync(DATA + name);
}

function text(name: string): string {
  return readFileSync(DATA + name, 'utf8');
}

/** The tables of a folder by file name. */
function tables(folder: string, prefix = ''): Record<string, string> {
  const names = readdirSync(DATA + folder).filter((name) => name.endsWith('.tsv'));
  return Object.fromEntries(names.map((name) => [prefix + name, text(`${folder}/${name}`)]));
}
