const files = import.meta.glob<string>('../../../docs/huong-dan-su-dung/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Chapter {
  /** File name without ".md". */
  name: string;
  title: string;
  text: string;
}

/** The chapters of the guide, in the order of their file names; they are part of the program. */
export const chapters: Chapter[] = Object.entries(files)
  .map(([path, text]) => ({
    name: path.split('/').at(-1)!.replace(/\.md$/, ''),
    title: /^#\s+(.+)$/m.exec(text)?.[1] ?? 'Hướng dẫn',
    text,
  }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The chapter a screen names, with or without the number before it: "dia-ban" finds "02-dia-ban". */
export function findChapter(name: string): Chapter | undefined {
  return chapters.find((each) => each.name === name || each.name.replace(/^\d+-/, '') === name);
}
