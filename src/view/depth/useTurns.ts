import { useEffect, useMemo, useState } from 'react';
import type { Turns } from '../../derive/depths';

/** Milliseconds that a calculation may take at a time; the page stays at hand in between. */
const SLICE = 12;

function advance<T>(turns: Turns<T>): { readonly value: T } | null {
  const end = performance.now() + SLICE;
  do {
    const turn = turns.next();
    if (turn.done) return { value: turn.value };
  } while (performance.now() < end);
  return null;
}

/** The result of a calculation in turns: at once where it is short, else undefined until it is done. */
export function useTurns<T>(begin: () => Turns<T>): T | undefined {
  const started = useMemo(() => {
    const turns = begin();
    return { turns, at: advance(turns) };
  }, [begin]);
  const [later, setLater] = useState<{ readonly of: unknown; readonly value: T } | null>(null);

  useEffect(() => {
    if (started.at) return;
    let timer: ReturnType<typeof setTimeout>;
    const go = () => {
      const done = advance(started.turns);
      if (done) setLater({ of: started, value: done.value });
      else timer = setTimeout(go, 0);
    };
    timer = setTimeout(go, 0);
    return () => clearTimeout(timer);
  }, [started]);

  if (started.at) return started.at.value;
  return later?.of === started ? later.value : undefined;
}
