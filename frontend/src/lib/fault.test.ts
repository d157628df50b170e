import { expect, it } from 'vitest';
import { AppError, renameRows } from './fault';

it('names rows as the screen counts them, blank ones too', () => {
  const [first, blank, third] = [{}, {}, {}];
  const thrown = new AppError({
    code: 'invalid',
    message: 'Sai.',
    fields: {
      'items.0.title': 'a',
      'items.1.papers.0.title': 'b',
      'items.7.title': 'c',
      title: 'd',
      'people.1.label': 'e',
    },
    id: '',
  });
  expect(renameRows(thrown, 'items', [first!, third!], [first!, blank!, third!]).fields).toEqual({
    'items.0.title': 'a',
    'items.2.papers.0.title': 'b',
    'items.7.title': 'c',
    title: 'd',
    'people.1.label': 'e',
  });
});
