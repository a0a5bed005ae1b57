// A part of a form that is of use only for one value of a field: data-shown-when="field=value".
// While it is hidden it is disabled too, so that nothing of it is sent.
for (const part of document.querySelectorAll("[data-shown-when]")) {
  const [name, value] = part.dataset.shownWhen.split("=");
  const field = part.closest("form").elements[name];
  const adapt = () => {
    part.hidden = part.disabled = field.value !== value;
  };
  field.addEventListener("change", adapt);
  addEventListener("pageshow", adapt); // the back button brings the field's value back after this script has run
  adapt();
}
