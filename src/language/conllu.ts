import type { Sentence, Word } from './sentence.ts';

/** One word line of a CoNLL-U file. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly features: string;
  /** Index of the head within the sentence; -1 for the root. */
  readonly head: number;
  readonly relation: string;
  /** Whether white space follows in the text. */
  readonly spaceAfter: boolean;
}

export interface ConlluSentence {
  readonly text: string;
  readonly words: readonly ConlluWord[];
  /** Whether a paragraph begins here. */
  readonly newParagraph: boolean;
  readonly newDocument: boolean;
  /** Name of the document, where the file gives one. */
  readonly document: string;
}

/**
 * Reads CoNLL-U. Empty nodes (`8.1`) are left out; a multiword token (`3-4 don't`) gives its words, of which
 * only the last can have white space after it. Enhanced dependencies are ignored.
 */
export function parseConllu(source: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let document = '';
  for (const block of source.replaceAll('\r\n', '\n').split(/\n\n+/)) {
    const words: ConlluWord[] = [];
    let text = '';
    let newParagraph = false;
    let newDocument = false;
    let joinedUntil = 0;
    let spaceAfterJoined = true;
    for (const line of block.split('\n')) {
      if (line.startsWith('#')) {
        if (line.startsWith('# text = ')) text = line.slice(9);
        else if (line.startsWith('# newpar')) newParagraph = true;
        else if (line.startsWith('# newdoc')) {
          newDocument = true;
          document = line.slice(line.indexOf('=') + 1).trim();
        }
        continue;
      }
      const fields = line.split('\t');
      if (fields.length < 10) continue;
      const id = fields[0]!;
      const spaceAfter = !fields[9]!.split('|').includes('SpaceAfter=No');
      if (id.includes('.')) continue;
      if (id.includes('-')) {
        joinedUntil = Number(id.slice(id.indexOf('-') + 1));
        spaceAfterJoined = spaceAfter;
        continue;
      }
      const number = Number(id);
      words.push({
        form: fields[1]!,
        lemma: fields[2]!,
        upos: fields[3]!,
        xpos: fields[4]!,
        features: fields[5] === '_' ? '' : fields[5]!,
        head: Number(fields[6]) - 1,
        relation: fields[7]!,
        spaceAfter: number < joinedUntil ? false : number === joinedUntil ? spaceAfterJoined : spaceAfter,
      });
    }
    if (words.length > 0) sentences.push({ text, words, newParagraph, newDocument, document });
  }
  return sentences;
}

/**
 * Writes sentences as CoNLL-U, one block each. MISC holds `SpaceAfter=No` where the next token follows at
 * once, and `TokenRange=start:end`, the offsets into the text of the report.
 */
export function toConllu(sentences: readonly Sentence[]): string {
  return sentences.map(blockOf).join('');
}

function blockOf(sentence: Sentence): string {
  const { tokens, tree } = sentence;
  let text = '';
  const lines = tokens.map((token, i) => {
    const next = tokens[i + 1];
    const joined = next !== undefined && next.start === token.end;
    text += token.form + (joined || next === undefined ? '' : ' ');
    const misc = `${joined ? 'SpaceAfter=No|' : ''}TokenRange=${token.start}:${token.end}`;
    const head = tree.heads[i]! + 1;
    const features = token.features === '' ? '_' : token.features;
    const { form, lemma, upos, tag } = token;
    return [i + 1, form, lemma, upos, tag, features, head, tree.relations[i], '_', misc].join('\t');
  });
  return `# sent_id = ${sentence.index + 1}\n# text = ${text}\n${lines.join('\n')}\n\n`;
}

/** The words of a treebank's sentence, with offsets into its own text. */
export function wordsOfConllu({ words }: ConlluSentence): Word[] {
  let at = 0;
  return words.map(({ form, spaceAfter }) => {
    const word = { form, start: at, end: at + form.length };
    at = word.end + (spaceAfter ? 1 : 0);
    return word;
  });
}
