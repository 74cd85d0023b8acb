import { identify } from '../identity.ts';
import type { Message } from '../message.ts';
import type { Report } from '../report.ts';
import { noticeDamage } from './damaged-text.ts';
import { MAX_TEXT, type ReadOptions, type ReadOutcome, refuse } from './outcome.ts';
import { readWrittenDate } from './written-date.ts';

/** What a door into the program found of one report, before anything is checked. */
export interface RawReport {
  readonly where: string;
  /** As written; absent where the input has none. */
  readonly date?: string;
  readonly title?: string;
  readonly body: string;
  readonly publisher?: string;
  readonly publisherCountry?: string;
  readonly url?: string;
  readonly language?: string;
  readonly licence?: string;
  readonly origin: Readonly<Record<string, unknown>>;
  /** What was noticed while it was taken out of its file. */
  readonly messages?: readonly Message[];
}

const GIVE_DATE = 'give the day with --date YYYY-MM-DD';
const COUNTRY = /^[A-Z]{3}$/;
/** ISO 639 codes have two or three letters: "English" is the name of a language, and no code. */
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}$/;
/** Control characters that no text needs; tab and the line ends are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** The one way to a `Report`, for every format: checks date, text and fields, and gives it its id. */
export function makeReport(raw: RawReport, options: ReadOptions): ReadOutcome {
  const messages: Message[] = [...(raw.messages ?? [])];
  const title = clean(raw.title);
  const joined = joinTitle(title, raw.body);
  const text = wellFormed(joined, messages);
  if (raw.body.trim() === '' && title === undefined) {
    return refuse(raw.where, `there is no text${raw.date === undefined ? '' : ' after the date'}`);
  }
  if (text.length > MAX_TEXT) {
    return refuse(
      raw.where,
      `the text has ${text.length} characters, more than the ${MAX_TEXT} of one report`,
    );
  }
  const publishedOn = settleDate(raw.date, options, messages);
  if ('problem' in publishedOn) return refuse(raw.where, publishedOn.problem);
  if (CONTROLS.test(text)) {
    note(
      messages,
      'read/control-characters',
      'warning',
      'the text holds control characters; they are kept but never shown',
    );
  }
  const damage = noticeDamage(joined);
  if (damage !== null) messages.push(damage);
  const publisher = clean(raw.publisher);
  const { fields, origin } = settleFields(raw);
  const report: Report = {
    id: identify({ publishedOn: publishedOn.day, publisher, title, text }),
    publishedOn: publishedOn.day,
    ...(title === undefined ? {} : { title, titleEnd: title.length }),
    text,
    ...(publisher === undefined ? {} : { publisher }),
    ...fields,
    origin,
  };
  return { kind: 'report', report, messages };
}

/** Title, blank line, body; a body that already begins with its title is left as it is. */
function joinTitle(title: string | undefined, body: string): string {
  if (title === undefined) return body;
  const next = body[title.length];
  if (body.startsWith(title) && (next === '\n' || next === '\r')) return body;
  return `${title}\n\n${body}`;
}

function settleDate(
  written: string | undefined,
  { date, now }: ReadOptions,
  messages: Message[],
): { day: string } | { problem: string } {
  const own = written === undefined ? { problem: 'no date was found' } : readWrittenDate(written);
  let day: string;
  if ('day' in own) {
    day = own.day;
    if (date !== undefined && date !== day) {
      note(
        messages,
        'read/date-kept',
        'note',
        `the report says ${day} itself, so --date ${date} was not used`,
      );
    }
  } else {
    if (date === undefined)
      return { problem: `${own.problem}; ${written === undefined ? '' : 'correct it or '}${GIVE_DATE}` };
    day = date;
    if (written !== undefined) {
      note(messages, 'read/date-replaced', 'warning', `${own.problem}; --date ${date} was used instead`);
    }
  }
  if (now !== undefined && day > now) {
    note(
      messages,
      'read/date-after-now',
      'warning',
      `the report is dated ${day}, after today, ${now}; check its date`,
    );
  }
  return { day };
}

/** Fields with a fixed form; a value that does not have it is kept in `origin` under its own name. */
function settleFields(raw: RawReport): { fields: Pick<Report, 'language'>; origin: Report['origin'] } {
  const url = clean(raw.url);
  const licence = clean(raw.licence);
  const country = clean(raw.publisherCountry);
  const language = clean(raw.language);
  const countryFits = country !== undefined && COUNTRY.test(country);
  const languageFits = language !== undefined && LANGUAGE.test(language);
  const fields = {
    ...(countryFits ? { publisherCountry: country } : {}),
    ...(url === undefined ? {} : { url }),
    language: languageFits ? language : 'und',
    ...(licence === undefined ? {} : { licence }),
  };
  const origin = {
    ...raw.origin,
    ...(country === undefined || countryFits ? {} : { publisherCountry: country }),
    ...(language === undefined || languageFits ? {} : { language }),
  };
  return { fields, origin };
}

/** Half of a surrogate pair cannot be stored as UTF-8 and come back the same. */
function wellFormed(text: string, messages: Message[]): string {
  if (text.isWellFormed()) return text;
  note(messages, 'read/broken-characters', 'warning', 'broken characters were replaced by U+FFFD');
  return text.toWellFormed();
}

function clean(value: string | undefined): string | undefined {
  const trimmed = value?.trim().toWellFormed();
  return trimmed === '' ? undefined : trimmed;
}

function note(messages: Message[], rule: string, severity: Message['severity'], text: string): void {
  messages.push({ rule, severity, text });
}
