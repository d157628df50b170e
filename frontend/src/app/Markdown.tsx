import type { ReactNode } from 'react';

/**
 * Shows the guide. Only what its chapters use: headings, paragraphs, lists, tables, bold, keys in backquotes, links between
 * chapters. Everything becomes text of elements, never HTML, so nothing in a chapter can become a script.
 */
export function Markdown({ text, onChapter }: { text: string; onChapter: (name: string) => void }) {
  const blocks = text
    .replace(/\r/g, '')
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter(Boolean);
  return (
    <>
      {blocks.map((block, index) => (
        <Block key={index} text={block} onChapter={onChapter} />
      ))}
    </>
  );
}

function Block({ text, onChapter }: { text: string; onChapter: (name: string) => void }) {
  const lines = text.split('\n');
  const inline = (line: string) => <Inline text={line} onChapter={onChapter} />;
  const heading = /^(#{1,4})\s+(.*)$/.exec(lines[0] ?? '');
  if (heading) {
    const level = heading[1]!.length;
    const Tag = level <= 1 ? 'h2' : 'h3';
    const rest = lines.slice(1).join('\n').trim();
    return (
      <>
        <Tag>{inline(heading[2]!)}</Tag>
        {rest && <Block text={rest} onChapter={onChapter} />}
      </>
    );
  }
  if (/^(-|\*|\d+\.)\s/.test(lines[0] ?? '')) {
    const items: string[] = [];
    for (const line of lines) {
      if (/^\s*(-|\*|\d+\.)\s/.test(line)) items.push(line.replace(/^\s*(-|\*|\d+\.)\s+/, ''));
      else items.push(`${items.pop() ?? ''} ${line.trim()}`);
    }
    const List = /^\d/.test(lines[0]!) ? 'ol' : 'ul';
    return (
      <List>
        {items.map((each, index) => (
          <li key={index}>{inline(each)}</li>
        ))}
      </List>
    );
  }
  if (lines[0]?.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[1] ?? '')) {
    const cells = (line: string) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((each) => each.trim());
    return (
      <table>
        <thead>
          <tr>
            {cells(lines[0]).map((each, index) => (
              <th key={index} scope="col">
                {inline(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(2).map((line, row) => (
            <tr key={row}>
              {cells(line).map((each, index) => (
                <td key={index}>{inline(each)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  return <p>{inline(lines.join(' ').replace(/^>\s?/, ''))}</p>;
}

function Inline({ text, onChapter }: { text: string; onChapter: (name: string) => void }): ReactNode {
  const parts = text.split(/(\*\*[^*]+\*\*|`[^`]+`|!?\[[^\]]*\]\([^)]*\))/);
  return parts.map((part, index) => {
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`'))
      return (
        <kbd key={index} className="cn-key">
          {part.slice(1, -1)}
        </kbd>
      );
    const link = /^(!?)\[([^\]]*)\]\(([^)]*)\)$/.exec(part);
    if (!link) return part;
    const chapter = /^(?:\.\/)?([\w-]+)\.md/.exec(link[3] ?? '');
    if (link[1] === '!' || !chapter) return link[1] === '!' ? null : link[2];
    return (
      <button key={index} type="button" className="cn-link" onClick={() => onChapter(chapter[1]!)}>
        {link[2]}
      </button>
    );
  });
}
