import type { ReactNode } from 'react';
import { type Code, FAR_VERSION, QUIET } from './code';
import './qr.css';

interface Props {
  readonly code: Code;
  readonly address: string;
}

/** The code as large as there is room, and what it says for those who type it. */
export function CodePicture({ code, address }: Props): ReactNode {
  const side = code.size + 2 * QUIET;
  return (
    <>
      <svg
        className="qr-code"
        viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label="QR code of the link below"
      >
        <rect className="qr-light" x={-QUIET} y={-QUIET} width={side} height={side} />
        <path className="qr-dark" d={code.path} />
      </svg>
      <div className="qr-words">
        {code.version > FAR_VERSION && (
          <p>The link is long, so the code is fine: come near, or ask for the file.</p>
        )}
        <p className="qr-link">{address}</p>
      </div>
    </>
  );
}
