import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteLength } from './note';
import { NoteChange, NoteDraft, NotesAsk } from './note-draft';

const draft = (text: string, day = '2026-10-12') => NoteDraft.safeParse({ day, text });

test('a note is a day and a line of up to 280 characters, counted as people count them', () => {
  expect(draft('  migrated to Bedrock ').data).toEqual({ day: '2026-10-12', text: 'migrated to Bedrock' });
  expect(draft('🚀'.repeat(noteLength)).success).toBe(true);
  expect(draft('a'.repeat(noteLength + 1)).success).toBe(false);
  expect(draft('   ').error?.issues[0]?.message).toBe('Say what is to be remembered.');
});

test.each(['a\nb', 'a\u0000b', 'a\u001bb', 'a\u0085b', 'a\u2028b', 'half \ud800'])('%j is refused', (text) => {
  expect(draft(text).success).toBe(false);
});

test('whatever is taken is one line that every field can keep', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { data } = draft(text);
      if (data) expect(data.text).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u);
    }),
  );
});

test('days that costs cannot be asked for are no days of notes, and there is always something to change', () => {
  expect(draft('x', '1999-12-31').success).toBe(false);
  expect(draft('x', '2026-02-30').success).toBe(false);
  expect(NoteDraft.safeParse({ day: '2026-10-12', text: 'x', id: 4 }).success).toBe(false);
  expect(NoteChange.safeParse({}).success).toBe(false);
  expect(NoteChange.safeParse({ text: 'y' }).data).toEqual({ text: 'y' });
  expect(NotesAsk.safeParse({ from: '2026-10-02', to: '2026-10-02' }).success).toBe(false);
});
