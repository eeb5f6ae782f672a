import { expect, test } from 'vitest';
import { isolated, visible } from './visible';

test('what cannot be seen is shown as what it is', () => {
  expect(visible('invoice\u202efdp.exe')).toBe('invoice⟨202E⟩fdp.exe');
  expect(visible('te\u200bam')).toBe('te⟨200B⟩am');
  expect(visible('te\u200dam')).toBe('te⟨200D⟩am');
  expect(visible('\ufeffteam\u0007')).toBe('⟨FEFF⟩team⟨0007⟩');
  expect(visible('two\r\nlines')).toBe('two lines');
});

test('writing of all kinds stays as it is', () => {
  for (const text of ['Modèles, Москва, 東京', '👩\u200d💻 build', 'می\u200cخواهم', 'क्\u200dष', 'חשבון']) expect(visible(text)).toBe(text);
});

test('a name from right to left keeps to itself in a sentence', () => {
  expect(isolated('search')).toBe('search');
  expect(isolated('חשבון')).toBe('\u2068חשבון\u2069');
});
