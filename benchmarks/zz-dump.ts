import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readReading, tokensIn } from '../src/claims/reading.ts';
import { realityOfWord } from '../src/claims/status.ts';
import { loadKnowledge } from '../src/knowledge.ts';
import { readSentences } from '../src/language/read-sentences.ts';
import { contains } from '../src/report.ts';

const path = process.argv[2]!;
const limit = Number(process.argv[3] ?? 1e9);
const { language, codebook } = loadKnowledge();
const content = path.endsWith('.gz')
  ? gunzipSync(readFileSync(path)).toString('utf8')
  : readFileSync(path, 'utf8');
let k = 0;
for (const line of content.trimEnd().split('\n')) {
  const { text, targets } = JSON.parse(line);
  if (targets.length === 0) continue;
  if (k++ % Math.ceil(1) !== 0 || k > limit) continue;
  const report: any = { id: '', publishedOn: '2020-01-01', text, language: 'en', origin: {} };
  const sentences = readSentences(report, language);
  for (const { span1, label } of targets) {
    const words = text.split(' ');
    const len = (n: number) => words.slice(0, n).reduce((s: number, w: string) => s + w.length + 1, 0);
    const span = { start: len(span1[0]), end: len(span1[1]) - 1 };
    const sentence = sentences.find((c) => contains(c, span));
    if (!sentence) continue;
    const r = readReading(report, sentence, [], []);
    const node = tokensIn(r.tokens, span).at(-1);
    if (node === undefined) continue;
    const { status, polarity, rule, mood, likelihood, span: by } = realityOfWord(r, codebook, node);
    const h = r.heads[node]!;
    process.stdout.write(
      JSON.stringify({
        label,
        status,
        polarity,
        rule,
        mood,
        lik: likelihood?.words,
        by: by ? text.slice(by.start, by.end) : '',
        word: text.slice(span.start, span.end),
        lemma: r.tokens[node]!.lemma,
        upos: r.tokens[node]!.upos,
        tag: r.tokens[node]!.tag,
        rel: r.relations[node],
        head: h < 0 ? '' : r.tokens[h]!.lemma,
        hpos: h < 0 ? '' : r.tokens[h]!.upos,
        hrel: h < 0 ? '' : r.relations[h],
        kids: r.children[node]!.map(
          (c) => `${r.relations[c]}:${r.tokens[c]!.lemma.toLowerCase()}:${r.tokens[c]!.tag}`,
        ),
        text,
      }) + '\n',
    );
  }
}
