'use client';

import { Component, type ReactNode, Suspense } from 'react';

interface KeptApartProps {
  /** Stands where the children cannot be drawn. */
  instead: ReactNode;
  children: ReactNode;
}

/** One panel that cannot be drawn does not take the others with it: the server leaves it to the browser, and that shows what stands instead. */
export class KeptApart extends Component<KeptApartProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError = () => ({ hasFailed: true });

  override render() {
    return this.state.hasFailed ? this.props.instead : <Suspense fallback={null}>{this.props.children}</Suspense>;
  }
}
