import { Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../day.ts';
import { version } from '../version.ts';
import type { ExitCode } from './failure.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** What the program needs from whoever runs it. */
export type Finish = (code: ExitCode) => void;

type Body = (args: readonly unknown[], options: never, terminal: Terminal) => Promise<ExitCode>;

/**
 * Every command with its arguments, options and examples. Bodies are imported when they are run, so that
 * `--help` needs neither SQLite nor the weights.
 */
export function createProgram(finish: Finish): Command {
  const program = new Command('detente')
    .description('Reads dated news reports and keeps an auditable picture of how two countries get on.')
    .version(version)
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureHelp({ helpWidth: 96, showGlobalOptions: false })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'detente: ')) })
    .showHelpAfterError('See --help.')
    .exitOverride()
    .addHelpText('after', EXIT_HELP);

  const command = (
    usage: string,
    [summary, description]: readonly [string, string],
    examples: readonly string[],
    body: Body,
  ): Command =>
    program
      .command(usage)
      .summary(summary)
      .description(description)
      .helpOption('-h, --help', 'show help')
      .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`)
      .action(async (...given: unknown[]) => {
        // commander hands over the arguments, the options and the command itself.
        const options = given.at(-2) as TerminalOptions;
        finish(await body(given.slice(0, -2), options as never, openTerminal(options)));
      });

  common(
    command(
      'analyse <files...>',
      [
        'show what reports say, each by itself',
        'Read reports and show what they say, each by itself, without a ledger.',
      ],
      [
        'detente analyse dispatch.txt',
        'detente analyse dispatch.txt --date 2023-06-16',
        'detente analyse news.jsonl.gz --jsonl > analyses.jsonl',
        'cat dispatch.txt | detente analyse -',
      ],
      async ([files], options, terminal) =>
        (await import('./commands/analyse.ts')).analyseCommand(files as string[], options, terminal),
    ),
    dateOption(),
    actorsOption(),
    likelihoodOption(),
    issuesOption(),
    new Option('--json', 'print one array of analyses'),
    new Option('--jsonl', 'print one analysis a line').conflicts('json'),
  );

  common(
    command(
      'add <files...>',
      [
        'record reports and what they say in a ledger',
        'Read reports and record them, with what they say, in a ledger. What is known changes nothing.',
      ],
      [
        'detente add dispatches.jsonl',
        'detente add *.txt --ledger asia.ledger',
        'curl -s URL | detente add - --date 2024-05-02',
      ],
      async ([files], options, terminal) =>
        (await import('./commands/add.ts')).addCommand(files as string[], options, terminal),
    ),
    ledgerOption(),
    dateOption(),
    actorsOption(),
    likelihoodOption(),
    issuesOption(),
    new Option('--jsonl', 'print one line for each report once it is safely stored'),
    new Option(
      '--workers <number>',
      'threads that read reports where there are many; 0: none (default: one for each core, 4 at most)',
    ).argParser(parseWorkers),
  );

  common(
    command(
      'dyad [a] [b]',
      [
        'show the picture of two countries on a day',
        'Show the picture of two countries on a day; without countries, the pairs there are.',
      ],
      [
        'detente dyad',
        'detente dyad USA China',
        'detente dyad american chinese --as-of 2023-06-16',
        'detente dyad US CN --json',
      ],
      async ([a, b], options, terminal) =>
        (await import('./commands/dyad.ts')).dyadCommand(
          a as string | undefined,
          b as string | undefined,
          options,
          terminal,
        ),
    ),
    ledgerOption(),
    asOfOption('the day of the last report'),
    issuesOption(),
    new Option('--all', 'show every row of every block'),
    new Option('--json', 'print the picture as JSON'),
  );

  common(
    command(
      'serve',
      [
        'open the pages and the HTTP API on this computer',
        'Serve the pages and the HTTP API over a ledger, on this computer alone unless --host says otherwise.',
      ],
      ['detente serve', 'detente serve --ledger asia.ledger --port 8080 --open'],
      async (_, options, terminal) => (await import('./commands/serve.ts')).serveCommand(options, terminal),
    ),
    ledgerOption(),
    issuesOption(),
    new Option('--port <number>', 'the port; 0 takes any that is free').argParser(parsePort).default(7890),
    new Option('--host <name>', 'the address to listen on').default('127.0.0.1'),
    new Option('--open [path]', 'show the page in the browser'),
  );

  common(
    command(
      'explain <id>',
      [
        'walk a claim back to its sentence and rules',
        'Walk a claim back to its sentence, its source and the rule behind each field.',
      ],
      ['detente explain 3f2a91c0', 'detente explain 3f2a91c0 --json'],
      async ([id], options, terminal) =>
        (await import('./commands/explain.ts')).explainCommand(id as string, options, terminal),
    ),
    ledgerOption(),
    new Option('--json', 'print the claim with its report as JSON'),
  );

  common(
    command(
      'reports [id]',
      [
        'list the reports of a ledger, or show one',
        'List the reports of a ledger, or show one with its text, messages and claims.',
      ],
      ['detente reports', 'detente reports --as-of 2023-06-16 --jsonl', 'detente reports cc67f7ad'],
      async ([id], options, terminal) =>
        (await import('./commands/reports.ts')).reportsCommand(id as string | undefined, options, terminal),
    ),
    ledgerOption(),
    asOfOption('no limit'),
    new Option('--json', 'print JSON'),
    new Option('--jsonl', 'print one report a line').conflicts('json'),
  );

  common(
    command(
      'withdraw <id>',
      [
        'record that a report or a claim no longer counts',
        'Record that a report or a claim no longer counts. Nothing is deleted.',
      ],
      ['detente withdraw cc67f7ad --reason "retracted by its publisher" --by "A. Analyst"'],
      async ([id], options, terminal) =>
        (await import('./commands/correct.ts')).withdrawCommand(id as string, options, terminal),
    ),
    ...wordOptions(),
  );

  common(
    command(
      'correct <claim>',
      [
        'record what a claim should say',
        'Record what a claim should say. What the coder read stays beside it; pictures use the last word.',
      ],
      [
        'detente correct d377cb56 --status planned --reason "the talks are next week"',
        'detente correct d377cb56 --days 2023-06-18..2023-06-19 --reason "dates in the embassy\'s note"',
      ],
      async ([claim], options, terminal) =>
        (await import('./commands/correct.ts')).changeCommand(claim as string, options, terminal),
    ),
    ...wordOptions(),
    new Option('--type <type>', "one of PLOVER's types, e.g. CONSULT"),
    new Option('--mode <mode>', 'the mode of the type, e.g. visit'),
    new Option('--status <status>', 'how real it is').choices([
      'happened',
      'ongoing',
      'planned',
      'expected',
      'possible',
      'wanted',
      'conditional',
    ]),
    new Option('--polarity <polarity>', 'whether it is so').choices(['positive', 'negative']),
    new Option('--days <days>', 'YYYY-MM-DD, or two of them with .. between'),
  );

  for (const [action, one, effect] of [
    ['same', 'one event', 'Record that two claims tell of one event, whatever the program finds.'],
    ['apart', 'two events', 'Record that two claims tell of two events, whatever the program finds.'],
  ] as const) {
    common(
      command(
        `${action} <claim> <other>`,
        [`record that two claims tell of ${one}`, effect],
        [`detente ${action} 15ea1bac 49722b16 --reason "see the ministry's list of visits"`],
        async ([claim, other], options, terminal) =>
          (await import('./commands/correct.ts')).tieCommand(
            action,
            [claim as string, other as string],
            options,
            terminal,
          ),
      ),
      ...wordOptions(),
    );
  }

  common(
    command(
      'corrections',
      [
        'list what analysts have corrected',
        'List what analysts have corrected, in the order it was recorded.',
      ],
      ['detente corrections', 'detente corrections --json'],
      async (_, options, terminal) =>
        (await import('./commands/corrections.ts')).correctionsCommand(options, terminal),
    ),
    ledgerOption(),
    new Option('--json', 'print JSON'),
  );

  common(
    command(
      'search <words...>',
      [
        'find reports by their words',
        'Find reports that hold all the words; "…" is a phrase, a star ends the beginning of a word.',
      ],
      [
        'detente search balloon',
        'detente search \'"Wang Yi" talks\'',
        "detente search 'semicond*' --as-of 2023-12-31",
      ],
      async ([words], options, terminal) =>
        (await import('./commands/search.ts')).searchCommand(words as string[], options, terminal),
    ),
    ledgerOption(),
    asOfOption('no limit'),
    new Option('--limit <number>', 'most reports shown').argParser(parseLimit).default(20),
    new Option('--json', 'print JSON'),
  );

  common(
    command(
      'parse <file>',
      ['show the grammar of a text', 'Show the grammar of a text: words, tags and dependency trees.'],
      ['detente parse dispatch.txt', 'detente parse dispatch.txt --conllu'],
      async ([file], options, terminal) =>
        (await import('./commands/mentions.ts')).parseCommand(file as string, options, terminal),
    ),
    new Option('--conllu', 'print CoNLL-U'),
  );

  common(
    command(
      'times <file>',
      ['show the times in a text', 'Show the expressions of time in a text and the days they mean.'],
      ['detente times dispatch.txt', 'detente times dispatch.txt --date 2023-06-16 --jsonl > times.jsonl'],
      async ([file], options, terminal) =>
        (await import('./commands/mentions.ts')).timesCommand(file as string, options, terminal),
    ),
    dateOption(),
    new Option('--jsonl', 'print one expression a line'),
  );

  common(
    command(
      'actors <file>',
      ['show the actors in a text', 'Show the states, offices, people and organisations in a text.'],
      ['detente actors dispatch.txt', 'detente actors reports.jsonl --unlisted'],
      async ([file], options, terminal) =>
        (await import('./commands/mentions.ts')).actorsCommand(file as string, options, terminal),
    ),
    dateOption(),
    actorsOption(),
    new Option('--unlisted', 'count the names that no table has, to be added by --actors'),
  );

  common(
    command(
      'who <name...>',
      [
        'show whom a name, office or seat means',
        'Show whom a name, an office or a seat means, and who held an office on a day.',
      ],
      [
        'detente who Qin Gang --on 2023-06-16',
        'detente who US secretary of state --on 2023-06-16',
        'detente who Kremlin --json',
      ],
      async ([name], options, terminal) =>
        (await import('./commands/who.ts')).whoCommand(name as string[], options, terminal),
    ),
    new Option('--on <day>', 'the day in question').argParser(parseDay),
    actorsOption(),
    new Option('--json', 'print JSON'),
  );

  return program;
}

const EXIT_HELP = `
Data goes to stdout, all else to stderr. Exit codes: 0 done, 1 failure, 2 usage, 3 done but some
reports were refused, 4 not found, 5 the ledger is of a newer version, 130 stopped by Ctrl-C.

Examples:
  $ detente analyse dispatch.txt
  $ detente add dispatches.jsonl
  $ detente dyad USA China`;

/** Adds a command's own options and those that every command has. */
function common(command: Command, ...options: readonly Option[]): void {
  const shared = [
    new Option('--now <day>', 'the day it is, for reports dated ahead of it').argParser(parseDay),
    new Option('--no-color', 'no emphasis (also: NO_COLOR)'),
    new Option('--debug', 'show where an error came from'),
  ];
  for (const option of [...options, ...shared]) command.addOption(option);
}

function dateOption(): Option {
  return new Option('--date <day>', 'publication day of reports that carry none').argParser(parseDay);
}

function actorsOption(): Option {
  return new Option('--actors <file>', 'a table of your own that adds to the actors or corrects them');
}

function likelihoodOption(): Option {
  return new Option(
    '--likelihood <file>',
    'a table of your own that says what words of probability mean, before ours',
  );
}

function issuesOption(): Option {
  return new Option('--issues <file>', 'a table of your own that adds to the issues or corrects them');
}

function asOfOption(otherwise: string): Option {
  return new Option(
    '--as-of <day>',
    `count reports published up to this day (default: ${otherwise})`,
  ).argParser(parseDay);
}

function ledgerOption(): Option {
  return new Option('--ledger <file>', 'the ledger').default('detente.ledger').env('DETENTE_LEDGER');
}

function parseDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day that exists as YYYY-MM-DD.');
  return text;
}

function parsePort(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Write a whole number from 0 to 65535.');
  return number;
}

function parseWorkers(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 64)
    throw new InvalidArgumentError('Write a whole number from 0 to 64.');
  return number;
}

function parseLimit(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Write a whole number from 1.');
  return number;
}

/** Of every command that records what an analyst says. */
function wordOptions(): Option[] {
  return [
    ledgerOption(),
    new Option('--reason <text>', 'why; kept beside it').makeOptionMandatory(),
    new Option('--by <name>', 'who says so'),
  ];
}
