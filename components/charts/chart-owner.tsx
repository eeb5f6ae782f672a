'use client';

import { createContext, type ReactNode, useContext } from 'react';

const Owner = createContext('');

/** Whose figures the charts within show: it stands under each picture that is saved of one. */
export const ChartOwner = ({ name, children }: { name: string; children: ReactNode }) => <Owner value={name}>{children}</Owner>;

export const useChartOwner = (): string => useContext(Owner);
