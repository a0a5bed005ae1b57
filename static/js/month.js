// Moves between the cafés of the month with the arrows, as in a calendar: left and right to the café before or after,
// up and down to one of the same day of another week; Home and End to the first and last, Page Up and Page Down to the
// month before or after. Tab goes on working.
const month = document.querySelector("table.month");
const cafes = [...month.querySelectorAll("a")];
const column = (link) => link.closest("td").cellIndex;

function sameDay(at, others) {
  const here = cafes[at].closest("td");
  return others.find((link) => column(link) === here.cellIndex && link.closest("td") !== here);
}

const WAYS = {
  ArrowLeft: (at) => cafes[at - 1],
  ArrowRight: (at) => cafes[at + 1],
  ArrowUp: (at) => sameDay(at, cafes.slice(0, at).reverse()),
  ArrowDown: (at) => sameDay(at, cafes.slice(at)),
  Home: () => cafes[0],
  End: () => cafes.at(-1),
};

month.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = cafes.indexOf(document.activeElement);
  const next = WAYS[event.key]?.(at);
  const page = { PageUp: "prev", PageDown: "next" }[event.key];
  const door = page && document.querySelector(`.month-head a[rel=${page}]`);
  if (at < 0 || !(next || door)) return;
  event.preventDefault();
  if (door) door.click();
  else next.focus();
});
