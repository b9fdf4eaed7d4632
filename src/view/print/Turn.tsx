import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { printing } from './printing';

/** A part of the sheets, set when its turn has come. */
export function Turn({ children }: { readonly children: ReactNode }): ReactNode {
  const turns = useStore(printing, ({ job }) => job?.turns ?? null);
  const [hasCome, setHasCome] = useState(false);
  useLayoutEffect(() => turns?.wait(() => setHasCome(true)), [turns]);
  return (hasCome || turns === null) && children;
}
