import { start } from './view/start';

const root = document.getElementById('root');
if (root) start(root);
