import type { Root } from 'react-dom/client';
import type { Backstep } from '../../store';
import { BackstepContext } from '../hooks';
import { followAddress, openLink, openPage } from '../keep/open';
import { loadTypesetter } from '../math/typeset';
import { Embedded } from './Embedded';
import { listenTo } from './listen';
import { wantedIn } from './wanted';

/**
 * The page inside another one. It keeps nothing, writes no address and takes the focus from nobody; it listens to
 * the page around it alone, and only where its address names that page's origin or it is its own.
 */
export function startEmbedded(root: Root, backstep: Backstep): void {
  const wanted = wantedIn(window.location.search, window.location.origin);
  if (wanted.theme) backstep.actions.setTheme(wanted.theme);
  root.render(
    <BackstepContext value={backstep}>
      <Embedded parts={wanted.parts} />
    </BackstepContext>,
  );
  const { parent } = window;
  if (wanted.origin !== null && parent !== window) {
    const take = listenTo(
      {
        origin: wanted.origin,
        isHost: (source) => source === parent,
        post: (message, origin) => parent.postMessage(message, origin),
      },
      backstep,
    );
    window.addEventListener('message', take);
  }
  void loadTypesetter();
  void openPage(backstep, { embedded: true }).then(() => {
    followAddress((link) => openLink(backstep, link));
    const [error] = wanted.complaints;
    if (error && !backstep.store.getState().fault)
      backstep.actions.refuse({ error, where: 'address' });
  });
}
