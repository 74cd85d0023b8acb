import type { ScoredAnalysis, ScoredClaim } from '../../benchmarks/gold.ts';
import type { DocumentGold } from '../../benchmarks/gold-documents.ts';
import type { GoldRecord, SeedGold } from '../../benchmarks/gold-seed.ts';

/**
 * Two invented texts with gold and with analyses that are right in some things and wrong in others, so that every
 * count of the scores is neither none nor all. The sign before the second text counts as one character in the gold
 * and as two in JavaScript.
 */

export const SEED_FILE =
  'date 2031-05-09 Ruritania asked Peru on Monday to open the pass. Envoys may meet in Lima, and traders hope so.\n';
const SEED_TEXT = SEED_FILE.slice(16);

const DAY = (day: string | null) => ({ beginMin: day, beginMax: day, endMin: day, endMax: day });
const NARRATOR = { kind: 'narrator', asWritten: null, contentSpan: null };

function at(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function goldAt(file: string, words: string): [number, number] {
  const { start } = at(file, words);
  const points = [...file.slice(0, start)].length;
  return [points, points + [...words].length];
}

function record(id: string, trigger: string, rest: Partial<GoldRecord>): GoldRecord {
  return {
    id,
    trigger,
    trigger_span: goldAt(SEED_FILE, trigger),
    summary: 'what it says',
    actors: ['XI'],
    recipients: ['PERU'],
    plover: { category: 'REQUEST', base_event: null },
    modality: 'occurred',
    attribution: { type: 'narrator' },
    date: { start: '2031-05-05', end: '2031-05-05' },
    ...rest,
  };
}

export const seedGold: SeedGold = {
  actors: { XI: { state: 'RUR' }, PERU: { country: 'PER' }, CLUB: { state: 'IGO' } },
  records: [
    record('R1', 'asked', {}),
    record('R2', 'open the pass', {
      modality: 'requested',
      plover: { category: 'AGREE', base_event: 'CONSULT/visit + AGREE' },
      date: {},
    }),
    record('R3', 'may meet', {
      actors: ['XI', 'PERU', 'CLUB'],
      recipients: [],
      modality: 'possible',
      date: { start: '2031-05-09', end: null },
    }),
    record('R4', 'hope', { optional: true }),
    record('R5', 'traders', { attribution: { type: 'analysts' } }),
  ],
  encounters: [
    { who: ['XI', 'CLUB'], host: 'PER', dates: ['2031-05-09', null], status: 'possible' },
    { who: ['PERU'], host: null, dates: [null, null], status: 'occurred' },
  ],
  issues: { borders: ['R2'], trade: ['R5'] },
  forecasts: [{ id: 'F1' }],
};

function claim(text: string, trigger: string, rest: Partial<ScoredClaim>): ScoredClaim {
  return {
    kind: 'event',
    type: 'REQUEST',
    span: { start: 0, end: text.length },
    trigger: at(text, trigger),
    actors: [{ name: 'Xi Example', country: 'RUR' }],
    recipients: [{ name: 'Peru', country: 'PER' }],
    status: 'happened',
    polarity: 'positive',
    when: DAY('2031-05-05'),
    source: NARRATOR,
    ...rest,
  };
}

export const seedAnalysis: ScoredAnalysis = {
  file: 'folder/report.txt',
  report: { text: SEED_TEXT },
  claims: [
    claim(SEED_TEXT, 'asked', {}),
    claim(SEED_TEXT, 'asked Peru', { status: 'planned' }),
    claim(SEED_TEXT, 'open', { type: 'CONSULT', status: 'wanted', polarity: 'negative' }),
    claim(SEED_TEXT, 'meet', {
      type: 'AGREE',
      actors: [{ name: 'Nobody', country: 'RUR' }],
      status: 'expected',
      when: { ...DAY(null), beginMin: '2031-05-09' },
    }),
    claim(SEED_TEXT, SEED_TEXT.slice(10, 72), {}),
  ],
  encounters: [
    {
      state: 'proposed',
      participants: [{ country: 'PER' }, { country: 'RUR' }],
      when: { ...DAY(null), beginMax: '2031-05-09' },
      evidence: [],
    },
  ],
  channels: [{ level: 'leaders' }, { level: 'economic' }],
  issues: [{ id: 'trade' }, { id: 'weather' }],
  expectations: [{}, {}],
};

export const DOCUMENT_FILE: string =
  'date 2031-05-09 🇵🇪 Peru and Ruritania held talks on 8 May. Minister Ana Cruz said that Peru will send grain. ' +
  'A second round is planned for June. Ruritania blamed Peru for the delay.\n';
const DOCUMENT_TEXT = DOCUMENT_FILE.slice(16);

export const documentGold: DocumentGold = {
  doc: 'pass.txt',
  encounters: [
    {
      id: 'e1',
      kind: 'talks',
      status: 'held in part',
      participants: [{ country: 'PER' }, { country: 'RUR' }, { country: 'UNO' }],
      date: { from: '2031-05-08', to: '2031-05-08' },
      spans: [goldAt(DOCUMENT_FILE, 'held talks')],
    },
    {
      id: 'e2',
      kind: 'talks',
      status: 'planned',
      participants: [],
      date: { from: '2031-06-01', to: '2031-06-30' },
      spans: [goldAt(DOCUMENT_FILE, 'second round')],
    },
    {
      id: 'e3',
      kind: 'visit',
      status: 'held',
      participants: [{ country: 'CHL' }],
      date: {},
      spans: [goldAt(DOCUMENT_FILE, 'delay')],
    },
  ],
  statements: [
    { source: 'Ana Cruz, the minister', span: goldAt(DOCUMENT_FILE, 'Peru will send grain') },
    { source: 'Ruritania', span: goldAt(DOCUMENT_FILE, 'blamed Peru') },
  ],
  events: [
    {
      actor: 'RUR',
      recipient: 'PER',
      type: 'CONSULT',
      note: 'symmetric',
      span: goldAt(DOCUMENT_FILE, 'held talks'),
    },
    { actor: 'RUR', recipient: 'PER', type: 'ACCUSE', span: goldAt(DOCUMENT_FILE, 'blamed Peru') },
    { actor: 'PER', recipient: 'UNO', type: 'AID', span: goldAt(DOCUMENT_FILE, 'send grain') },
  ],
};

const CRUZ: { kind: string; asWritten: string } = { kind: 'named-official', asWritten: 'Minister CRUZ' };

export const documentAnalysis: ScoredAnalysis = {
  file: 'folder/pass.txt',
  report: { text: DOCUMENT_TEXT },
  claims: [
    claim(DOCUMENT_TEXT, 'talks', {
      type: 'CONSULT',
      span: at(DOCUMENT_TEXT, 'held talks on 8 May'),
      actors: [{ country: 'PER' }, { country: 'RUR' }],
      recipients: [],
    }),
    claim(DOCUMENT_TEXT, 'send grain', {
      type: 'AID',
      status: 'planned',
      span: at(DOCUMENT_TEXT, 'Peru will send grain'),
      actors: [{ country: 'PER' }],
      recipients: [{ country: null }],
      source: { ...CRUZ, contentSpan: at(DOCUMENT_TEXT, 'that Peru will send grain') },
    }),
    claim(DOCUMENT_TEXT, 'grain', {
      source: { ...CRUZ, contentSpan: at(DOCUMENT_TEXT, 'that Peru will send grain') },
      status: 'possible',
    }),
    claim(DOCUMENT_TEXT, 'blamed', {
      type: 'REJECT',
      span: at(DOCUMENT_TEXT, 'Ruritania blamed Peru'),
      source: { kind: 'public', asWritten: 'traders', contentSpan: null },
    }),
  ],
  encounters: [
    {
      state: 'held',
      participants: [{ country: 'PER' }, { country: 'RUR' }],
      when: DAY('2031-05-07'),
      evidence: [at(DOCUMENT_TEXT, 'held talks')],
    },
    {
      state: 'possible',
      participants: [],
      when: { beginMin: '2031-06-01', beginMax: '2031-06-30', endMin: '2031-06-01', endMax: '2031-06-30' },
      evidence: [at(DOCUMENT_TEXT, 'A second round is planned')],
    },
  ],
  channels: [],
  issues: [],
  expectations: [],
};
