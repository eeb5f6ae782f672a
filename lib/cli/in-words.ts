import { z } from 'zod';
import { AppError } from '../core/app-error';
import { sentenceOf } from '../core/input/fields';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read by you',
  ENOTDIR: 'a part of its path is no folder',
};

/** What a command was refused for, in one sentence; null for a bug, of which everything is worth seeing. */
export function inWords(error: unknown): string | null {
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError) return error.issues.map((i) => sentenceOf(i)).join('\n');
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = reasons[code ?? ''];
  return error instanceof Error && reason && path ? `${path} cannot be read: ${reason}.` : null;
}
