import type { JSX } from 'preact';
import { Intake } from './intake.tsx';

export function ReadPage(): JSX.Element {
  return (
    <section class="list">
      <h1>Read a report</h1>
      <p class="second">What it says is shown beside its sentences. Nothing leaves this computer.</p>
      <Intake />
    </section>
  );
}
