import path from 'node:path';

/** The problem that the page opens with. */
const OPENING = 's1-relu2-softmax-cce.json';

/**
 * Asked for together with the page, instead of after it.
 * @returns {import('vite').Plugin}
 */
export const preloads = () => ({
  name: 'backstep:preloads',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const found = Object.values(bundle ?? {}).find(
        ({ type, facadeModuleId }) =>
          type === 'chunk' && path.basename(facadeModuleId ?? '') === OPENING,
      );
      if (!found) throw new Error(`The build has no ${OPENING} to load ahead`);
      const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${found.fileName}` };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
});
