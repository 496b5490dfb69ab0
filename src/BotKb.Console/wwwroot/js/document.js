// Brings the marked words of a document into sight.

/** @param {string} anchor the passage's id */
export function show(anchor) {
    const passage = document.getElementById(anchor);
    (passage?.querySelector('mark') ?? passage)?.scrollIntoView({ block: 'center' });
}
