import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnalysesAnswer, RecordedAnswer } from '../serve/answers.ts';
import { send } from './api.ts';
import { navigate } from './navigate.ts';
import { Reader } from './reader.tsx';
import { hrefOf } from './route.ts';
import { plural } from './words.ts';

interface Given {
  readonly name: string;
  readonly body: Blob | string;
}

/** Paste or drop a report: what it says is shown first, and kept only when asked. */
export function Intake(): JSX.Element {
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const [given, setGiven] = useState<Given | null>(null);
  const [answer, setAnswer] = useState<AnalysesAnswer | null>(null);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);

  const queryOf = ({ name }: Given) => new URLSearchParams({ name, ...(date === '' ? {} : { date }) });
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setRefusals([]);
    try {
      await work();
    } catch (error) {
      setRefusals([(error as Error).message]);
    }
    setBusy(false);
  };
  const read = (what: Given) =>
    run(async () => {
      setGiven(what);
      setAnswer(null);
      const analyses = await send<AnalysesAnswer>(`/v1/analyses?${queryOf(what)}`, what.body);
      setAnswer(analyses);
      setRefusals(
        analyses.outcomes.flatMap((one) => (one.kind === 'refused' ? [`${one.where}: ${one.reason}`] : [])),
      );
    });
  const keep = (what: Given) =>
    run(async () => {
      const recorded = await send<RecordedAnswer>(`/v1/reports?${queryOf(what)}`, what.body);
      const kept = recorded.outcomes.find((one) => one.kind === 'recorded');
      if (kept !== undefined) navigate(hrefOf({ page: 'report', id: kept.report.id }));
    });
  const analyses = answer?.outcomes.flatMap((one) => (one.kind === 'analysis' ? [one.analysis] : [])) ?? [];
  return (
    <div class="intake">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void read({ name: 'pasted text', body: text });
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          const file = event.dataTransfer?.files[0];
          if (file === undefined) return;
          event.preventDefault();
          void read({ name: file.name, body: file });
        }}
      >
        <label for="text">Report</label>
        <textarea
          id="text"
          rows={9}
          dir="auto"
          value={text}
          placeholder="Paste the text of a report, or drop a file here"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="small second">
          Lines at the top such as “Title: …”, “Publisher: …” or “Date: …” are read as such. Files: plain
          text, HTML, RSS or Atom, JSONL.
        </p>
        <div class="row">
          <label for="date">Published on</label>
          <input id="date" type="date" value={date} onInput={(event) => setDate(event.currentTarget.value)} />
          <span class="small second">only where the report does not say it; never guessed</span>
        </div>
        <div class="row">
          <button type="submit" class="go" disabled={busy || text.trim() === ''}>
            Read it
          </button>
          <label class="file">
            or choose a file
            <input
              type="file"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file !== undefined) void read({ name: file.name, body: file });
              }}
            />
          </label>
        </div>
      </form>
      <div role="status">
        {busy && <p class="quiet">Reading …</p>}
        {refusals.map((reason) => (
          <p class="refusal" key={reason}>
            Not read. {reason}
          </p>
        ))}
      </div>
      {given !== null && analyses.length > 0 && (
        <>
          <p class="kept">
            {plural(analyses.length, 'report')} read, nothing kept yet.{' '}
            <button type="button" class="go" disabled={busy} onClick={() => void keep(given)}>
              Keep in the ledger
            </button>
            {answer !== null && answer.left > 0 && ` ${plural(answer.left, 'more report')} not shown.`}
          </p>
          {analyses.map((analysis) => (
            <Reader
              key={analysis.report.id}
              {...analysis}
              sides={null}
              lives={{}}
              recordedAt={null}
              withdrawn={false}
            />
          ))}
        </>
      )}
    </div>
  );
}
