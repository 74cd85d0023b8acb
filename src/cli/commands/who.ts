import type { ActorDirectory, Term } from '../../actors/directory.ts';
import { type Known, lookUp } from '../../actors/look-up.ts';
import { holds } from '../../actors/terms.ts';
import type { Day } from '../../report.ts';
import { nameOfCountry } from '../../serve/country-words.ts';
import { CliFailure, EXIT, type ExitCode } from '../failure.ts';
import { loadActorsWith, type OwnOptions, ownTablesOf } from '../own-tables.ts';
import { columns, wrap } from '../show/layout.ts';
import { safeText } from '../show/safe-text.ts';
import type { Terminal } from '../terminal.ts';

interface WhoOptions extends OwnOptions {
  readonly on?: Day;
  readonly json?: boolean;
}

/** Says whom a name, an office or a seat means, from the tables alone. */
export async function whoCommand(
  words: readonly string[],
  options: WhoOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const actors = loadActorsWith(ownTablesOf(options));
  const name = words.join(' ');
  const found = lookUp(actors, name, options.on);
  if (found.length === 0) {
    throw new CliFailure(
      EXIT.notFound,
      `nobody is listed as "${safeText(name)}"; write a name, a seat, or an office with its country, as in "US secretary of state"`,
    );
  }
  if (options.json) terminal.print(JSON.stringify(found.map(asJson), null, 2));
  else terminal.print(found.map((known) => page(known, options.on, actors, terminal)).join('\n\n'));
  return EXIT.ok;
}

/** A term names its person by id: the whole person would hold the term again. */
function asJson({ actor, terms, members, memberOf }: Known): object {
  return {
    actor,
    terms: terms.map(({ person: { id, name }, ...term }) => ({ person: { id, name }, ...term })),
    members,
    memberOf,
  };
}

function page(
  { actor, terms, members, memberOf }: Known,
  on: Day | undefined,
  actors: ActorDirectory,
  terminal: Terminal,
): string {
  const place = actor.country === null ? actor.organisation : nameOfCountry(actor.country, actors);
  const cow = actor.kind === 'state' ? actors.states.get(actor.country!)?.cow : null;
  const head = [
    terminal.paint.bold(safeText(actor.name)),
    actor.id,
    actor.kind,
    ...(place === undefined || actor.kind === 'state' ? [] : [place]),
    ...(cow === null || cow === undefined ? [] : [`COW ${cow}`]),
  ].join('  ');
  const shown = on === undefined ? terms : terms.filter((term) => holds(term, on));
  const blocks = [
    ...(shown.length === 0
      ? []
      : [columns(shown.map(actor.kind === 'person' ? ofPerson : ofOffice), terminal)]),
    ...(shown.length === 0 && (actor.kind === 'person' || actor.kind === 'office')
      ? [`  nothing is listed${on === undefined ? '' : ` for ${on}`}`]
      : []),
    ...listed('members', members, terminal),
    ...listed('member of', memberOf, terminal),
  ];
  return [head, ...blocks].join('\n');
}

function ofPerson({ office, country, organisation, ...term }: Term): string[] {
  return [...period(term), country ?? organisation ?? '', office, trust(term)];
}

function ofOffice({ person, office, ...term }: Term): string[] {
  return [...period(term), safeText(person.name), office, trust(term)];
}

function period({ from, to }: Pick<Term, 'from' | 'to'>): string[] {
  return [from, to === null ? '' : `to ${to}`];
}

function trust({ checked, source }: Pick<Term, 'checked' | 'source'>): string {
  return `${checked ? 'checked' : 'unchecked'}: ${safeText(source)}`;
}

function listed(what: string, codes: readonly string[], { width }: Terminal): string[] {
  if (codes.length === 0) return [];
  return wrap(`${what} (${codes.length}): ${codes.join(' ')}`, width - 2).map((line) => `  ${line}`);
}
