import type { Tone } from './StatusTag';

/** Colour and icon of an outcome; its word comes from Go, which has the one table of words. */
export function toneOf(outcome: string): Tone {
  switch (outcome) {
    case 'ATTENDED':
    case 'SUBSTITUTED':
    case 'HELD':
      return 'good';
    case 'EXCUSED':
    case 'POSTPONED':
      return 'warn';
    case 'ABSENT':
      return 'bad';
    case 'NOT_HELD':
    case 'SUSPENDED':
    case 'TO_COME':
      return 'info';
    default:
      return 'none';
  }
}
