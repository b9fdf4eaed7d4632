// A host page in full: one listener, one sender. See docs/embed.md for every message.
const frame = document.querySelector('#driven');
const place = document.querySelector('#place');
const log = document.querySelector('#log');
const problem = document.querySelector('#problem');

// Here the frame comes from this page's own origin. From another one, name yours in the frame's address:
// https://backstep.example.edu/?embed&origin=https://course.example.edu
const origin = new URL(frame.src).origin;

const send = (message) => frame.contentWindow.postMessage({ backstep: 1, ...message }, origin);

function write(data) {
  const line = document.createElement('li');
  const text = JSON.stringify(data);
  line.textContent = text.length > 180 ? `${text.slice(0, 180)} …` : text;
  log.prepend(line);
  while (log.children.length > 8) log.lastElementChild.remove();
}

window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin) return;
  const { data } = event;
  if (data?.backstep !== 1) return;
  write(data);
  if (data.step)
    place.textContent = `Step ${data.step.number}: ${data.step.symbol}, ${data.step.title}`;
});

for (const button of document.querySelectorAll('[data-send]')) {
  button.addEventListener('click', () => send(JSON.parse(button.dataset.send)));
}
problem.addEventListener('change', () => send({ type: 'setProblem', problem: problem.value }));
