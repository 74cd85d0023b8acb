import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../serve/answers.ts';

/** What the server says it cannot do, in one line. */
class Refusal extends Error {}

/** Answers of this visit by address: going back shows at once what was there. */
const kept = new Map<string, Promise<unknown>>();
/** Those whose answer has come. */
const come = new Map<string, unknown>();

function ask<T>(address: string): Promise<T> {
  let answer = kept.get(address);
  if (answer === undefined) {
    answer = request<T>(address).then((value) => {
      come.set(address, value);
      return value;
    });
    answer.catch(() => kept.delete(address));
    kept.set(address, answer);
  }
  return answer as Promise<T>;
}

/** Sends the bytes of a report; what was answered before may then no longer be so. */
export async function send<T>(address: string, body: Blob | string): Promise<T> {
  const answer = await request<T>(address, { method: 'POST', body });
  kept.clear();
  come.clear();
  return answer;
}

async function request<T>(address: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch {
    throw new Refusal('The server does not answer. Is "detente serve" still running?');
  }
  // What was sent may be refused whole; the answer then says why for each report.
  if (response.ok || response.status === 422) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new Refusal(problem?.detail ?? `the server answered ${response.status}`);
}

export interface Asked<T> {
  /** The last answer; kept while the next one is under way. */
  readonly answer: T | null;
  readonly refusal: string | null;
  readonly waiting: boolean;
}

/** The answer at an address; null asks for nothing. */
export function useAnswer<T>(address: string | null): Asked<T> {
  const ready = address === null ? undefined : (come.get(address) as T | undefined);
  const [asked, setAsked] = useState<Asked<T> & { readonly address: string | null }>({
    address: null,
    answer: null,
    refusal: null,
    waiting: true,
  });
  useEffect(() => {
    if (address === null || come.has(address)) return;
    let current = true;
    setAsked((before) => ({ ...before, waiting: true }));
    ask<T>(address).then(
      (answer) => current && setAsked({ address, answer, refusal: null, waiting: false }),
      (error: Error) =>
        current && setAsked({ address, answer: null, refusal: error.message, waiting: false }),
    );
    return () => {
      current = false;
    };
  }, [address]);
  if (ready !== undefined) return { answer: ready, refusal: null, waiting: false };
  return asked;
}
