/* The button that copies a page's address. It is hidden in the page: without this script it could do nothing. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const status = button.parentElement.querySelector("[role=status]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    let said = button.dataset.done;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      said = `${button.dataset.failed} ${button.dataset.copy}`;
    }
    // Emptied first: the same words again would not be read out.
    status.textContent = "";
    setTimeout(() => (status.textContent = said), 50);
  });
}
