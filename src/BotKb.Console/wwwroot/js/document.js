// Brings the marked words of a document into sight.

/** @param {string} anchor the passage's id */
export function show(anchor) {
    const passage = document.getElementById(anchor);
    if (passage) {
        (passage.querySelector('mark') ?? passage).scrollIntoView({ block: 'center' });
        passage.dataset.live = 'passage';
    }
}
