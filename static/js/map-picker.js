// Pointing at a map without loading the page anew: data-map-picker="id of the field that takes the position".
// The picture is a button that sends the form; without JavaScript the house answers with the map come nearer.

const EARTH = 6378137; // metres

for (const picker of document.querySelectorAll("[data-map-picker]")) {
  const position = document.getElementById(picker.dataset.mapPicker);
  const picture = picker.querySelector("input[type=image]");
  const wider = picker.querySelector("[name=wider]");
  const status = picker.querySelector("[role=status]");
  const across = picture.dataset.across.split(",").map(Number); // metres from side to side, at each distance
  const kept = picture.form.elements.namedItem("window");

  const show = (latitude, longitude, zoom) => {
    kept.value = `${latitude.toFixed(5)},${longitude.toFixed(5)},${zoom}`;
    const address = new URL(picture.src);
    address.searchParams.set("window", kept.value);
    picture.src = address;
  };
  const shown = () => kept.value.split(",").map(Number);

  picture.addEventListener("click", (event) => {
    event.preventDefault();
    if (event.detail === 0) return position.focus(); // pressed with a key, which points nowhere
    const [latitude, longitude, zoom] = shown();
    const degrees = ((across[zoom] / picture.width / EARTH) * 180) / Math.PI;
    const box = picture.getBoundingClientRect();
    const edge = picture.clientLeft; // the frame is not part of the map
    const x = event.clientX - box.left - edge - picture.width / 2;
    const y = event.clientY - box.top - edge - picture.height / 2;
    const north = Math.min(Math.max(latitude - y * degrees, -85), 85);
    const east = ((longitude + (x * degrees) / Math.cos((latitude * Math.PI) / 180) + 540) % 360) - 180;
    position.value = `${north.toFixed(5)}, ${east.toFixed(5)}`;
    show(north, east, Math.min(zoom + 1, across.length - 1));
    status.textContent = `${status.dataset.pointed} ${position.value}`;
  });
  wider.addEventListener("click", (event) => {
    event.preventDefault();
    const [latitude, longitude, zoom] = shown();
    show(latitude, longitude, Math.max(zoom - 1, 0));
  });
}
