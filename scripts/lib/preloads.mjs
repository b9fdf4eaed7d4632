import path from 'node:path';

/** The problem that the page opens with, and the fonts of its equation, which else are asked for when it is drawn. */
const PROBLEM = 's1-relu2-softmax-cce.json';
const FONTS = /KaTeX_(Main-Regular|Math-Italic|Size2-Regular)-core-/;
const FONT_COUNT = 3;

/** What is run as soon as it is here, while the page is still on its way. */
const BEGIN = 'begin';

const tagOf = (attrs, tag = 'link') => ({
  tag,
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head',
});

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
      const files = Object.values(bundle ?? {});
      const problem = files.find(
        ({ type, facadeModuleId }) =>
          type === 'chunk' && path.basename(facadeModuleId ?? '') === PROBLEM,
      );
      if (!problem) throw new Error(`The build has no ${PROBLEM} to load ahead`);
      const fonts = files.filter(({ fileName }) => FONTS.test(fileName));
      if (fonts.length !== FONT_COUNT) throw new Error(`The build has no fonts ${FONTS}`);
      const begin = files.find(({ type, name }) => type === 'chunk' && name === BEGIN);
      if (!begin) throw new Error('The build has no script that wakes the worker');
      return [
        tagOf({ type: 'module', async: true, src: `./${begin.fileName}` }, 'script'),
        tagOf({ rel: 'modulepreload', href: `./${problem.fileName}` }),
        ...fonts.map(({ fileName }) =>
          tagOf({ rel: 'preload', as: 'font', type: 'font/woff2', href: `./${fileName}` }),
        ),
      ];
    },
  },
});
