// Makes photos smaller before they are sent: <input type="file" data-lighter-photos="1600">, the longest side in pixels.
// A phone's photos weigh five megabytes each and the house keeps a tenth of that; without JavaScript they travel whole.

async function lighter(file, side) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const paper = canvas.getContext("2d");
    paper.fillStyle = "white"; // what stands behind transparent parts
    paper.fillRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const content = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    return content && content.size < file.size ? new File([content], file.name, { type: "image/jpeg" }) : file;
  } catch {
    return file; // of a kind that this browser cannot read: the house will say what it makes of it
  }
}

for (const field of document.querySelectorAll("[data-lighter-photos]")) {
  let work = Promise.resolve();
  field.addEventListener("change", () => {
    const chosen = [...field.files];
    work = (async () => {
      const files = new DataTransfer();
      for (const file of chosen) files.items.add(await lighter(file, Number(field.dataset.lighterPhotos)));
      field.files = files.files;
    })();
    field.form.setAttribute("aria-busy", "true");
    work.finally(() => field.form.removeAttribute("aria-busy"));
  });
  field.form.addEventListener("submit", (event) => {
    if (!field.form.hasAttribute("aria-busy")) return;
    event.preventDefault(); // the button was quicker than the photos: it is pressed again once they are ready
    const button = event.submitter;
    work.finally(() => field.form.requestSubmit(button));
  });
}
