'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from './api';

interface FormState {
  busy: boolean;
  error: string | null;
  fields: Readonly<Record<string, string>>;
}

const calm: FormState = { busy: false, error: null, fields: {} };

/** A form that keeps what was typed, says what was wrong at its field and in a summary, and starts in its first empty field. */
export function useForm(submit: (values: Record<string, string>) => Promise<void>) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState(calm);

  useEffect(() => {
    const inputs = [...(form.current?.querySelectorAll<HTMLInputElement>('input:not([type=hidden]):not([readonly])') ?? [])];
    inputs.find((input) => input.value === '')?.focus();
  }, []);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (state.busy) return;
    const values = Object.fromEntries([...new FormData(event.currentTarget)].map(([k, v]) => [k, String(v)]));
    setState({ ...calm, busy: true });
    try {
      await submit(values);
      setState(calm);
    } catch (error) {
      const fields = error instanceof ApiError ? error.fields : {};
      const named = Object.keys(fields).length > 0;
      const detail = error instanceof Error ? error.message : 'It failed. Try again.';
      setState({ busy: false, fields, error: named ? 'Some entries need another look.' : detail });
    }
  };
  // `post`, so that a form sent before the page is alive cannot put a password into the address
  return { ...state, props: { ref: form, onSubmit, noValidate: true, method: 'post' as const } };
}
