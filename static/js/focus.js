// Which part of a photo stays when it is cut square: shows the photo, and lets a finger or a mouse move the middle.
// The nine choices stay for the keyboard; a point that is none of them is sent in their place.
const stage = document.querySelector("[data-focus-stage]");
const section = stage.parentElement; // hidden by the page as long as there is no photo
const isKept = !section.hidden;
const grid = document.querySelector("[data-focus]");
const file = document.querySelector('input[type="file"][name="photo"]');
const canvas = stage.querySelector("canvas");
const pen = canvas.getContext("2d");
const LONGEST = 640; // pixels drawn
let picture = null;
let focus = { x: 50, y: 40 };

function read(value) {
  const [x, y] = value.split(",").map(Number);
  return { x, y };
}

function draw() {
  const { width, height } = canvas;
  const side = Math.min(width, height);
  const edge = (length, percent) => Math.max(0, Math.min(length - side, (length * percent) / 100 - side / 2));
  const left = edge(width, focus.x);
  const top = edge(height, focus.y);
  pen.drawImage(picture, 0, 0, width, height);
  pen.fillStyle = "rgb(20 14 12 / 62%)"; // what is cut off, dimmed whatever the colours of the page
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.rect(left, top, side, side);
  pen.fill("evenodd");
  pen.strokeStyle = "white";
  pen.lineWidth = 3;
  pen.beginPath();
  pen.arc(left + side / 2, top + side / 2, side / 2 - 2, 0, 2 * Math.PI);
  pen.stroke();
}

function show(source, width, height) {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  picture = source;
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  canvas.dataset.moves = width >= height ? "across" : "down"; // a page still scrolls the other way
  stage.hidden = false;
  draw();
}

function choose(point) {
  focus = point;
  const value = `${Math.round(point.x)},${Math.round(point.y)}`;
  const choice = grid.querySelector(`input[value="${value}"]`);
  for (const radio of grid.querySelectorAll("input[type=radio]")) radio.checked = radio === choice;
  grid.querySelector("input[type=hidden]")?.remove();
  if (!choice) {
    const other = Object.assign(document.createElement("input"), { type: "hidden", name: "focus", value });
    grid.append(other);
  }
  if (picture) draw();
}

function follow(event) {
  const box = canvas.getBoundingClientRect();
  const within = (part, whole) => Math.max(0, Math.min(100, (part / whole) * 100));
  choose({ x: within(event.clientX - box.left, box.width), y: within(event.clientY - box.top, box.height) });
}

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  follow(event);
});
canvas.addEventListener("pointermove", (event) => {
  if (canvas.hasPointerCapture(event.pointerId)) follow(event);
});
grid.addEventListener("change", (event) => choose(read(event.target.value)));
file.addEventListener("change", async () => {
  stage.hidden = true;
  picture = null;
  section.hidden = !isKept && !file.files.length;
  if (!file.files.length) return showKept();
  choose({ x: 50, y: 40 });
  try {
    const bitmap = await createImageBitmap(file.files[0], { imageOrientation: "from-image" });
    show(bitmap, bitmap.width, bitmap.height);
  } catch {
    // a kind that this browser does not show: the nine choices serve
  }
});

function showKept() {
  const kept = document.querySelector("[data-original]");
  if (!kept) return;
  const image = new Image();
  image.addEventListener("load", () => show(image, image.naturalWidth, image.naturalHeight));
  image.src = kept.dataset.original;
}

if (grid.dataset.focus) focus = read(grid.dataset.focus);
showKept();
