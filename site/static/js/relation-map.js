// The arrow keys walk along the threads of the map: right and left to what a box leads to and grows from, up and down in its
// column. The tabulator walks the whole tree without this.
const map = document.querySelector(".relation-map");
const links = [...map.querySelectorAll("a")];
const topOf = (link) => link.getBoundingClientRect().top;
const columnOf = (link) => Number(link.dataset.column);

function besides(link, step) {
  const column = links.filter((each) => columnOf(each) === columnOf(link)).sort((a, b) => topOf(a) - topOf(b));
  return column[column.indexOf(link) + step];
}

/** In the nearest column to the left or right the first box that hangs together with this one. */
function along(link, step) {
  // Each box has under it the threads that hang together with it, named by the numbers of their two ends.
  const threads = [...link.parentNode.querySelectorAll(".lit use")].map((use) => use.getAttribute("href"));
  const together = new Set(threads.flatMap((thread) => thread.slice(2).split("-")));
  const far = (each) => Math.abs(columnOf(each) - columnOf(link));
  return links
    .filter((each) => together.has(each.dataset.number) && Math.sign(columnOf(each) - columnOf(link)) === step)
    .sort((a, b) => far(a) - far(b))[0];
}

const steps = {
  ArrowUp: (link) => besides(link, -1),
  ArrowDown: (link) => besides(link, 1),
  ArrowLeft: (link) => along(link, -1),
  ArrowRight: (link) => along(link, 1),
};

map.addEventListener("keydown", (event) => {
  const link = event.target.closest("a");
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  const next = isPlain && link && steps[event.key]?.(link);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});
