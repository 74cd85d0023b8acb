import pc from 'picocolors';
import type { Day } from '../report.ts';

type Paint = Pick<ReturnType<typeof pc.createColors>, 'bold' | 'dim' | 'underline'>;

/** The outside world of a command: data goes to `print`, all else to `say`. */
export interface Terminal {
  print(text: string): void;
  say(text: string): void;
  /** Emphasis for stdout; leaves text alone where no colour is wanted. */
  readonly paint: Paint;
  /** Columns to fill, 60 to 100. */
  readonly width: number;
  /** Whether somebody watches stderr, so that progress may be drawn there. */
  readonly watched: boolean;
  /** The day it is, or what `--now` says. */
  readonly now: Day;
}

export interface TerminalOptions {
  readonly color?: boolean;
  readonly now?: Day;
}

export function openTerminal({ color = true, now }: TerminalOptions): Terminal {
  const { stdout, stderr, env } = process;
  const plain = !color || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb' || !stdout.isTTY;
  return {
    print: (text) => void stdout.write(`${text}\n`),
    say: (text) => void stderr.write(`${text}\n`),
    paint: pc.createColors(!plain),
    width: Math.max(60, Math.min(100, stdout.columns || 100)),
    watched: stderr.isTTY === true && env['TERM'] !== 'dumb',
    now: now ?? today(),
  };
}

/** The calendar day of this machine. The only place that asks the clock for a day. */
function today(): Day {
  const clock = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}
