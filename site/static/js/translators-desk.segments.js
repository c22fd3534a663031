/* Finds wagtail-localize's segments in its editor, and drives the editor's own buttons.

   The editor keeps its texts in React's state: what is saved behind its back, it would not show. So a suggestion is
   accepted by pressing its own "Edit" and "Save", which PUTs the text to the segment API as a person would. */
(() => {
  "use strict";

  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const { segments, tabs } = JSON.parse(editor.dataset.props);
  const byId = new Map(segments.map((segment) => [segment.id, segment]));

  /** The segments of a tab in the order in which the editor shows them: grouped by field and block. */
  function inOrder(tab) {
    const groups = new Map();
    for (const segment of segments) {
      if (tab && segment.location.tab !== tab.slug) continue;
      const key = `${segment.location.field}/${segment.location.blockId || "null"}`;
      groups.set(key, [...(groups.get(key) || []), segment]);
    }
    return [...groups.values()].flat();
  }

  /** The list item of a text segment in the editor, or null where the editor is not built as expected. */
  function find(id) {
    const segment = byId.get(id);
    if (!segment) return null;
    const used = tabs.filter((tab) => segments.some((each) => each.location.tab === tab.slug));
    const many = used.length > 1;
    const tab = many ? used.find((each) => each.slug === segment.location.tab) : null;
    const scope = many
      ? editor.querySelectorAll(".tab-content > section > section")[used.indexOf(tab)]
      : editor.querySelector(".tab-content");
    const items = scope ? scope.querySelectorAll("section > ul > li > ul > li") : [];
    const item = items[inOrder(tab).findIndex((each) => each.type === "string" && each.id === id)];
    return item && item.textContent.includes(segment.source) ? { item, tab } : null;
  }

  const buttonsOf = (item) => item.querySelectorAll("button");
  const isEdited = (item) => Boolean(item.querySelector("textarea"));

  /** Shows a segment, and puts the cursor into its text. False where it cannot be found. */
  function edit(id) {
    const found = find(id);
    if (!found) return false;
    if (found.tab) document.getElementById(`tab-label-${found.tab.slug}`)?.click();
    if (!isEdited(found.item)) [...buttonsOf(found.item)].at(-1)?.click();
    found.item.scrollIntoView({ block: "center" });
    found.item.querySelector("textarea")?.focus({ preventScroll: true });
    return true;
  }

  /** Saves the text that stands in a segment as it is. "saving", "edited" (somebody is at it), or "unknown". */
  function accept(id, text) {
    const found = find(id);
    if (!found) return "unknown";
    if (isEdited(found.item)) return "edited";
    [...buttonsOf(found.item)].at(-1)?.click();
    const area = found.item.querySelector("textarea");
    if (!area || area.value !== text) {
      // Something else stands there than was proposed: put it back, and leave it to the person.
      buttonsOf(found.item)[0]?.click();
      return "unknown";
    }
    [...buttonsOf(found.item)].at(-1).click();
    return "saving";
  }

  function label(id) {
    const location = byId.get(id)?.location;
    return location ? [location.field, location.subField].filter(Boolean).join(": ") : "";
  }

  /** The id of the first text segment with this source text that the editor does not show as done. */
  function withSource(source) {
    const same = segments.filter((segment) => segment.type === "string" && segment.source === source);
    const open = same.find((segment) => !find(segment.id)?.item.classList.contains("complete"));
    return (open || same[0])?.id;
  }

  window.translatorsDeskSegments = { accept, edit, find, label, withSource, editor };
})();
