import { signIn } from 'next-auth/react';

/** Signs in with a password; the words of a refusal come from the server. Then the page is loaded anew, as somebody. */
export async function enter(email: string, password: string, next: string): Promise<void> {
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined);
  if (!answer) throw new Error('The server cannot be reached. Check the connection and try again.');
  if (!answer.ok || answer.error) throw new Error(answer.error ?? 'Sign-in failed. Try again.');
  window.location.assign(next);
  await new Promise(() => {}); // stays busy until the browser has left
}
