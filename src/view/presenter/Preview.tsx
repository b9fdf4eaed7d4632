import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { projecting } from '../projector/projecting';
import { audienceAddress } from './mode';
import { presenter } from './wire';

interface Props {
  readonly channel: string;
  readonly onPoint: (at: readonly [number, number] | null) => void;
}

/** The audience's picture, small, laid out as it is on their screen; pointing here points there. */
export function Preview({ channel, onPoint }: Props): ReactNode {
  const { width, height } = useStore(presenter);
  const { pointer, magnifier, blank, code } = useStore(projecting);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    const observer = new ResizeObserver(() => setRoom(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (!pointer && !magnifier) return;
    const { left, top, width: w, height: h } = event.currentTarget.getBoundingClientRect();
    const [x, y] = [(event.clientX - left) / w, (event.clientY - top) / h];
    const isInside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
    onPoint(isInside ? [x, y] : null);
  };
  return (
    <figure className="presenter-preview">
      <figcaption>
        The audience sees
        {blank !== 'none' && <strong>{` a ${blank} screen`}</strong>}
        {blank === 'none' && code !== null && <strong> the QR code of this link</strong>}
      </figcaption>
      <div
        ref={box}
        className="presenter-screen"
        style={{ aspectRatio: `${width} / ${height}` }}
        data-points={pointer || magnifier ? '' : undefined}
        onPointerMove={point}
        onPointerLeave={() => onPoint(null)}
      >
        <div inert>
          <iframe
            title="What the audience sees"
            src={`${audienceAddress(channel)}&preview`}
            style={{ width, height, transform: `scale(${room / width})` }}
          />
        </div>
      </div>
    </figure>
  );
}
