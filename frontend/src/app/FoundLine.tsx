import type { Found, Mark } from './useFound';

/** One answer of the search: its name, below it where it lies and what it is; the letters typed are marked. */
export function FoundLine({ found }: { found: Found }) {
  return (
    <>
      <Marked text={found.name} marks={found.nameMarks} />
      <span className="cn-found-note">
        {found.what}
        {found.what !== '' && found.note !== '' && ' · '}
        <Marked text={found.note} marks={found.noteMarks} />
      </span>
    </>
  );
}

function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  const parts = [];
  let from = 0;
  for (const mark of marks) {
    parts.push(text.slice(from, mark.from), <mark key={mark.from}>{text.slice(mark.from, mark.to)}</mark>);
    from = mark.to;
  }
  return (
    <span>
      {parts}
      {text.slice(from)}
    </span>
  );
}
