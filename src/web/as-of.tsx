import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DyadPage } from '../serve/answers.ts';
import { navigate } from './navigate.ts';
import { hrefOf, type Route } from './route.ts';
import { addDays, dateOf, longDay, plural, shortDay, weekdayDay } from './words.ts';

const DAY_MS = 86_400_000;
/** Bars of the track at most. */
const BARS = 90;

/** The day of the picture: a slider over the days on which reports came, with a bar for how many. */
export function AsOf({
  page,
  route,
}: {
  page: DyadPage;
  route: Extract<Route, { page: 'dyad' }>;
}): JSX.Element {
  const [moving, setMoving] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const { published } = page;
  const first = published[0]?.day ?? page.asOf;
  const lastReport = published.at(-1)?.day ?? page.asOf;
  const last = lastReport > page.asOf ? lastReport : page.asOf;
  const days = Math.round((dateOf(last).getTime() - dateOf(first).getTime()) / DAY_MS);
  const at = moving ?? route.asOf ?? page.asOf;
  const value = Math.max(0, Math.round((dateOf(at).getTime() - dateOf(first).getTime()) / DAY_MS));
  const move = (day: string) => {
    const within = day < first ? first : day > last ? last : day;
    setMoving(within);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      navigate(hrefOf({ ...route, asOf: within }), { replace: true });
      setMoving(null);
    }, 150);
  };
  const total = published.reduce((sum, { reports }) => sum + reports, 0);
  return (
    <div class="as-of">
      <label for="as-of">
        <span>As of</span>
        <output>{weekdayDay(at)}</output>
      </label>
      <Bars page={page} first={first} days={days} />
      <input
        id="as-of"
        type="range"
        min={0}
        max={days}
        value={value}
        aria-valuetext={longDay(at)}
        onInput={(event) => move(addDays(first, Number(event.currentTarget.value)))}
        onKeyDown={(event) => {
          const step = { PageUp: 7, PageDown: -7 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          move(addDays(at, step));
        }}
      />
      <p class="ends">
        <span>{shortDay(first)}</span>
        <span>{plural(total, 'report')}</span>
        <span>{shortDay(last)}</span>
      </p>
    </div>
  );
}

function Bars({ page, first, days }: { page: DyadPage; first: string; days: number }): JSX.Element {
  const width = Math.max(7, Math.ceil((days + 1) / BARS));
  const counts = new Map<number, number>();
  for (const { day, reports } of page.published) {
    const bar = Math.floor((dateOf(day).getTime() - dateOf(first).getTime()) / DAY_MS / width);
    counts.set(bar, (counts.get(bar) ?? 0) + reports);
  }
  const bars = Math.floor(days / width) + 1;
  const most = Math.max(1, ...counts.values());
  return (
    <svg viewBox={`0 0 ${bars} 10`} preserveAspectRatio="none" aria-hidden="true">
      {[...counts].map(([bar, reports]) => {
        const height = Math.max(0.5, (reports / most) * 9.5);
        return <rect key={bar} x={bar + 0.1} y={10 - height} width={0.8} height={height} />;
      })}
    </svg>
  );
}
