// Copies a field: <button type="button" data-copy="id of the field" data-copied="what to say" hidden>, followed by an
// element with role="status". Without JavaScript the button stays hidden, and the field can be copied by hand.

async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Not on https, or refused: the older way works on what is selected.
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isCopied = await copy(field);
    if (isCopied) button.focus(); // otherwise the field keeps the focus, its text selected for Ctrl+C
    status.textContent = "";
    // A screen reader speaks only what changes: the same words again need a moment in between.
    requestAnimationFrame(() => {
      status.textContent = isCopied ? button.dataset.copied : "";
    });
  });
}
