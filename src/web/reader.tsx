import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Claim, Report } from '../serve/answers.ts';
import { ClaimCard } from './claim-card.tsx';
import { isTyping } from './frame.tsx';
import { type Fill, fillOf, Mark } from './mark.tsx';
import { navigate } from './navigate.ts';
import { type Paragraph, paragraphsOf } from './passages.ts';
import { useCodebook } from './quads.ts';
import type { ReaderProps } from './reader-props.ts';
import { hrefOf } from './route.ts';
import { longDay, plural, type Sides, sideOf, statusWords } from './words.ts';

const FAMILIES: Readonly<Record<Fill, string>> = {
  solid: 'happened or standing',
  hollow: 'planned',
  dotted: 'possible or wanted',
  struck: 'did not take place',
};

/** The report with its claims marked, and the card of the claim in hand. */
export function Reader(props: ReaderProps): JSX.Element {
  const { report, claims, messages, coverage, sides, withdrawn, route } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [onlyHere, setOnlyHere] = useState<string | undefined>();
  const codebook = useCodebook();
  const only = route === undefined ? onlyHere : route.only;
  const asked = route === undefined ? chosen : (route.claim ?? null);
  const current = claims.find(({ id }) => asked !== null && id.startsWith(asked)) ?? null;
  const inHand = current ?? claims[0] ?? null;

  const go = (change: { readonly claim?: string | undefined; readonly only?: string | undefined }) => {
    if (route === undefined) {
      if ('claim' in change) setChosen(change.claim ?? null);
      if ('only' in change) setOnlyHere(change.only);
      return;
    }
    const { claim, only: before, ...rest } = route;
    const next = { claim, only: before, ...change };
    navigate(
      hrefOf({
        ...rest,
        ...(next.claim === undefined ? {} : { claim: next.claim }),
        ...(next.only === undefined ? {} : { only: next.only }),
      }),
      { replace: true },
    );
  };

  useEffect(() => {
    if (current !== null) document.getElementById(`c-${current.id}`)?.scrollIntoView({ block: 'center' });
  }, [current?.id]);

  // Before the page is painted: a key pressed at once must not be lost.
  useLayoutEffect(() => {
    if (route === undefined) return;
    const press = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const at = claims.findIndex(({ id }) => id === inHand?.id);
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step !== 0) {
        const next = claims[current === null && step > 0 ? 0 : at + step];
        if (next !== undefined) go({ claim: next.id });
      } else if (event.key === 'f' && inHand !== null) {
        go({ only: only === undefined ? fillOf(inHand) : undefined });
      } else if (event.key === 'y') void navigator.clipboard?.writeText(location.href);
      else if (event.key === 'Escape') history.length > 1 ? history.back() : navigate('/');
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  const linkOf = (claim: Claim) => (route === undefined ? undefined : hrefOf({ ...route, claim: claim.id }));
  const quadOf = (claim: Claim) => (claim.type === null ? null : (codebook?.types[claim.type]?.quad ?? null));
  const shown = only === undefined ? claims : claims.filter((claim) => fillOf(claim) === only);
  const paragraphs = paragraphsOf(report, shown);
  const titleEnd = report.titleEnd ?? 0;
  const show = {
    report,
    claims,
    shown,
    inHand: current,
    sides,
    linkOf,
    quadOf,
    choose: (id: string) => go({ claim: id }),
  };
  const silent = coverage.withoutClaims;
  return (
    <div class="reader">
      <article class="report" lang={report.language === 'und' ? undefined : report.language}>
        {paragraphs
          .filter(({ start }) => start < titleEnd)
          .map((paragraph) => (
            <h1 key={paragraph.start} dir="auto">
              <Passages paragraph={paragraph} {...show} />
            </h1>
          ))}
        {titleEnd === 0 && <h1 class="untitled">Report without a headline</h1>}
        <p class="line">
          {report.publisher ?? 'publisher not named'} · published {longDay(report.publishedOn)} · report{' '}
          <code>{report.id}</code>
          {withdrawn && <b> · withdrawn, it no longer counts</b>}
        </p>
        <ul class="filter" aria-label="Claims by status">
          {(Object.keys(FAMILIES) as Fill[]).map((fill) => {
            const n = claims.filter((claim) => fillOf(claim) === fill).length;
            return (
              n > 0 && (
                <li key={fill}>
                  <button
                    type="button"
                    class="link"
                    aria-pressed={only === fill}
                    onClick={() => go({ only: only === fill ? undefined : fill })}
                  >
                    <span class={`bar c-${fill}`} />
                    {n} {FAMILIES[fill]}
                  </button>
                </li>
              )
            );
          })}
          {claims.length === 0 && <li>holds no claim we can read</li>}
        </ul>
        <div class="prose">
          {paragraphs
            .filter(({ start }) => start >= titleEnd)
            .map((paragraph) => (
              <div class="para" key={paragraph.start}>
                <p dir="auto">
                  <Passages paragraph={paragraph} {...show} />
                </p>
                <Margin paragraph={paragraph} {...show} />
              </div>
            ))}
        </div>
        <p class="small second">
          {plural(coverage.sentences, 'sentence')};{' '}
          {silent === 0 ? 'each holds a claim' : `${silent} hold no claim we can read`}.
        </p>
        {messages.length > 0 && (
          <section class="messages" aria-labelledby="noticed">
            <h2 id="noticed">Noticed</h2>
            <ul>
              {messages.map(({ rule, severity, text, span }) => (
                <li key={`${rule} ${span?.start} ${text}`}>
                  <b>{severity}</b> {text}
                  {span !== undefined && (
                    <q dir="auto">{report.text.slice(span.start, Math.min(span.end, span.start + 120))}</q>
                  )}{' '}
                  <code>{rule}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
      </article>
      {inHand !== null && (
        <ClaimCard
          {...props}
          key={inHand.id}
          claim={inHand}
          place={claims.indexOf(inHand) + 1}
          quad={quadOf(inHand)}
          codebook={codebook}
          isChosen={current !== null}
          onClose={() => go({ claim: undefined })}
        />
      )}
    </div>
  );
}

interface Shown {
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly inHand: Claim | null;
  readonly sides: Sides | null;
  readonly linkOf: (claim: Claim) => string | undefined;
  readonly quadOf: (claim: Claim) => number | null;
  readonly choose: (id: string) => void;
}

/** Runs of text; each claim has its number at its beginning and its line below its clause. */
function Passages({
  paragraph,
  report,
  claims,
  inHand,
  sides,
  linkOf,
  choose,
}: Shown & { paragraph: Paragraph }): JSX.Element {
  const parts = paragraph.passages.map(({ start, end, claims: over, begins }) => {
    const innermost = over.at(-1);
    const words = bold(report.text, { start, end }, inHand);
    const source = inHand?.source.sourceSpan;
    const isSource = source !== null && source !== undefined && source.start < end && source.end > start;
    const tint =
      inHand !== null && over.includes(inHand)
        ? ` now ${sideOf(inHand.actors, sides)}`
        : isSource
          ? ' source'
          : '';
    return (
      <span key={start}>
        {begins.map((claim) => (
          <a
            key={claim.id}
            id={`c-${claim.id}`}
            class="number"
            href={linkOf(claim) ?? '#'}
            aria-label={`Claim ${claims.indexOf(claim) + 1}, ${statusWords(claim)}`}
            aria-current={claim === inHand ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              choose(claim.id);
            }}
          >
            {claims.indexOf(claim) + 1}
          </a>
        ))}
        {innermost === undefined ? (
          <span class={tint}>{words}</span>
        ) : (
          // The number before it is the same link for the keyboard and for screen readers.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          <span class={`c c-${fillOf(innermost)}${tint}`} onClick={() => choose(innermost.id)}>
            {words}
          </span>
        )}
      </span>
    );
  });
  return <>{parts}</>;
}

/** The deciding words of the claim in hand are bold. */
function bold(
  text: string,
  { start, end }: { start: number; end: number },
  inHand: Claim | null,
): (JSX.Element | string)[] {
  if (inHand === null) return [text.slice(start, end)];
  const from = Math.max(start, inHand.trigger.start);
  const to = Math.min(end, inHand.trigger.end);
  if (from >= to) return [text.slice(start, end)];
  return [text.slice(start, from), <b key="trigger">{text.slice(from, to)}</b>, text.slice(to, end)];
}

function Margin({
  paragraph,
  claims,
  inHand,
  sides,
  quadOf,
  linkOf,
  choose,
}: Shown & { paragraph: Paragraph }): JSX.Element | null {
  if (paragraph.claims.length === 0) return null;
  return (
    <ol aria-label="Claims in this paragraph">
      {paragraph.claims.map((claim) => (
        <li key={claim.id}>
          <a
            href={linkOf(claim) ?? '#'}
            aria-current={claim === inHand ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              choose(claim.id);
            }}
          >
            <span>{claims.indexOf(claim) + 1}</span>
            <Mark quad={quadOf(claim)} fill={fillOf(claim)} side={sideOf(claim.actors, sides)} />
            <span>{statusWords(claim)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
