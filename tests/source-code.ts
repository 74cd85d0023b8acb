import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's own source as the tests of its structure read it. */

const root = join(import.meta.dirname, '..');

/** Files below a folder of the project whose name ends so, in a stable order; paths from the project's root. */
export function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => ending.test(path))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export interface ScannedSource {
  /** The source without comments, with empty strings and `/regex/` in place of what was in them. */
  readonly code: string;
  readonly regexes: readonly {
    readonly pattern: string;
    readonly flags: string;
    readonly line: number;
  }[];
}

/** After these a slash begins a regular expression; after a name, a number or a bracket that closes it divides. */
const BEFORE_REGEX = /(?:^|[-([{},;:=!&|?+*%<>~^]|\b(?:return|typeof|case|in|of|do|else|yield|await|void))$/;

/** Takes a TypeScript source apart, as far as finding its regular expressions needs. */
export function scanSource(source: string): ScannedSource {
  const regexes: { pattern: string; flags: string; line: number }[] = [];
  /** Depth of braces at which each open `${` of a template ends. */
  const templates: number[] = [];
  let depth = 0;
  let code = '';
  let at = 0;
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found === null) throw new Error(`Cannot read the source at "${source.slice(at, at + 40)}"`);
    at = pattern.lastIndex;
    return found[0];
  };
  const skipTemplate = (): void => {
    if (skip(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y).endsWith('`')) code += '``';
    else templates.push(depth++);
  };
  while (at < source.length) {
    const here = source[at]!;
    if (source.startsWith('//', at) || (at === 0 && source.startsWith('#!'))) skip(/[^\n]*/y);
    else if (source.startsWith('/*', at)) skip(/\/\*[\s\S]*?\*\//y);
    else if (here === "'" || here === '"') {
      skip(here === "'" ? /'(?:[^'\\\n]|\\[\s\S])*'/y : /"(?:[^"\\\n]|\\[\s\S])*"/y);
      code += "''";
    } else if (here === '`') {
      at++;
      skipTemplate();
    } else if (here === '}' && templates.at(-1) === depth - 1) {
      templates.pop();
      depth--;
      at++;
      skipTemplate();
    } else if (here === '/' && BEFORE_REGEX.test(code.trimEnd())) {
      const line = source.slice(0, at).split('\n').length;
      const literal = skip(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y);
      const end = literal.lastIndexOf('/');
      regexes.push({ pattern: literal.slice(1, end), flags: literal.slice(end + 1), line });
      code += '/regex/';
    } else {
      if (here === '{') depth++;
      if (here === '}') depth--;
      code += here;
      at++;
    }
  }
  return { code, regexes };
}
