import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { currentStep, stepIndex, stepsIn } from '../../store';
import { EdgeField } from '../edit/EdgeField';
import { useBackstep, useSelect } from '../hooks';
import { followLecture } from '../lecture/play';
import { Notices } from '../notice/Notices';
import { Bar, KeyList } from './Bar';
import { Handout } from './Handout';
import { Magnifier } from './Magnifier';
import { Pointer } from './Pointer';
import { projecting } from './projecting';
import { Stage } from './Stage';
import { lineOf } from './scale';
import { keepAwake } from './screen';
import { Corner, Track } from './Track';
import { useLetter } from './useLetter';
import { useProjectorKeys } from './useProjectorKeys';
import './projector.css';
import './stage.css';
import './stage-formulas.css';
import './bar.css';
import './drawing.css';
import './tie/tie.css';

function useAnnouncement(): string {
  const title = useSelect((state) => currentStep(state)?.title ?? '');
  const place = useSelect((state) => `Step ${stepIndex(state) + 1} of ${stepsIn(state).length}`);
  const blank = useStore(projecting, (state) => state.blank);
  if (blank !== 'none') return `The screen is ${blank}. Any step key brings the picture back.`;
  return title ? `${place}: ${title}` : '';
}

interface Props {
  /** In the window that takes all from the presenter's. */
  readonly audience?: boolean;
}

/** The page as the audience sees it: one thing at a time, large. */
export default function Projector({ audience = false }: Props): ReactNode {
  const backstep = useBackstep();
  const { theme, blank, pointer, magnifier } = useStore(projecting);
  const root = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const pressed = useProjectorKeys(audience);
  const letter = useLetter();
  useEffect(keepAwake, []);
  useEffect(() => followLecture(backstep), [backstep]);
  useEffect(() => {
    // The audience's has no use for it, and in a preview it would take it from the presenter's page.
    if (!audience) root.current?.focus({ preventScroll: true });
  }, [audience]);
  const sizes = {
    fontSize: letter,
    '--line': `${lineOf(window.innerWidth, window.innerHeight)}px`,
  } as CSSProperties;
  return (
    <main
      ref={root}
      className="projector"
      aria-label="Projector"
      tabIndex={-1}
      data-look={theme}
      style={sizes}
    >
      <div className="projector-page" ref={stage} inert={blank !== 'none'}>
        <Stage />
        <Corner keys={pressed} />
        <Track />
      </div>
      <EdgeField />
      <Notices />
      <KeyList />
      {magnifier && <Magnifier stage={stage} />}
      {pointer && <Pointer />}
      {audience && <Handout />}
      {!audience && <Bar />}
      {blank !== 'none' && <div className="blank" data-colour={blank} />}
      <p className="sr-only" aria-live="polite">
        {useAnnouncement()}
      </p>
    </main>
  );
}
