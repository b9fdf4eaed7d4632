import type { ReactNode } from 'react';
import { CodePicture } from '../qr/CodePicture';
import { codeOf } from '../qr/code';

export default function HandoutCode({ address }: { readonly address: string }): ReactNode {
  const code = codeOf(address);
  return (
    code && (
      <section className="qr handout" aria-label="QR code of this link">
        <CodePicture code={code} address={address} />
      </section>
    )
  );
}
