'use client';

import { Button } from '@/components/ui/button';

export const PrintButton = () => (
  <Button tone="primary" onClick={() => window.print()}>
    Print
  </Button>
);
