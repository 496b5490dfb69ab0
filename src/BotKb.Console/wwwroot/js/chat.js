// The box of the chat: keys, the words that are not accepted yet, the clipboard, and where the page is scrolled to.

const draftKey = 'botkb-chat-draft';
const baseKey = 'botkb-chat-knowledge-base';
const noteKey = 'botkb-chat-quote-note';
// A message of the circuit holds 32 KB; a character has at most 3 bytes.
const longForOneMessage = 8000;
const nearBottom = 48;

/**
 * @param {HTMLElement} root the chat
 * @param owner the page, which is told what the person does
 * @param {number} longest characters of a question
 */
export function attach(root, owner, longest) {
    const box = root.querySelector('[data-text]');
    const area = root.querySelector('[data-scroll]');
    const listeners = new AbortController();
    const { signal } = listeners;
    let follows = true;
    // A question that was not accepted keeps its identity as long as its words stay the same.
    let failed = null;

    function keepDraft() {
        store(sessionStorage, draftKey, box.value ? JSON.stringify({ text: box.value, failed }) : null);
        box.style.height = 'auto';
        box.style.height = `${box.scrollHeight}px`;
    }

    async function send() {
        const text = box.value.trim();
        if (!text || root.querySelector('.chat-composer').hidden) {
            return;
        }
        if (text.length > longest) {
            await owner.invokeMethodAsync('RefuseLong');
            return;
        }
        const path = location.pathname;
        const id = failed?.text === text && failed.path === path ? failed.id : newId();
        failed = { id, text, path };
        box.value = '';
        store(sessionStorage, draftKey, JSON.stringify({ text, failed }));
        box.style.height = 'auto';
        follows = true;
        let accepted = false;
        try {
            accepted = await (text.length <= longForOneMessage
                ? owner.invokeMethodAsync('SendAsync', id, text)
                : owner.invokeMethodAsync('SendLongAsync', id, DotNet.createJSStreamReference(new TextEncoder().encode(text))));
        } catch {
            // The connection to the server is lost; the frame says so.
        }
        if (accepted) {
            failed = failed?.id === id ? null : failed;
        } else {
            box.value = box.value ? `${text}\n${box.value}` : text;
            failed = { id, text, path };
        }
        keepDraft();
    }

    box.addEventListener('keydown', event => {
        // Enter while an input method composes chooses a word; some browsers say so by the key code alone.
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
            event.preventDefault();
            send();
        }
    }, { signal });
    box.addEventListener('input', keepDraft, { signal });
    root.querySelector('[data-send]').addEventListener('click', () => {
        send();
        box.focus();
    }, { signal });
    root.addEventListener('keydown', event => {
        // In the list of conversations Escape leaves the list.
        if (event.key === 'Escape' && !event.isComposing && event.keyCode !== 229 && !event.target.closest('.chat-list')) {
            owner.invokeMethodAsync('StopRunningAsync');
        }
    }, { signal });
    root.addEventListener('click', event => {
        const button = event.target.closest('[data-copy]');
        if (button) {
            copy(button);
        }
    }, { signal });

    area.addEventListener('scroll', () => {
        follows = area.scrollHeight - area.scrollTop - area.clientHeight < nearBottom;
    }, { signal, passive: true });
    const watch = new MutationObserver(changes => {
        if (follows) {
            area.scrollTop = area.scrollHeight;
        }
        for (const change of changes) {
            for (const node of change.addedNodes) {
                node.querySelector?.('[data-focus]')?.focus();
            }
        }
    });
    watch.observe(root, { childList: true, subtree: true, characterData: true });

    const draft = parse(read(sessionStorage, draftKey));
    if (draft && !box.value) {
        box.value = draft.text;
        failed = draft.failed;
        keepDraft();
    }
    area.scrollTop = area.scrollHeight;
    if (matchMedia('(hover: hover)').matches) {
        box.focus({ preventScroll: true });
    }
    root.dataset.live = 'chat';

    return {
        remembered() {
            return { knowledgeBase: Number(read(localStorage, baseKey)) || null, isQuoteNoteKnown: read(localStorage, noteKey) === '1' };
        },
        remember(knowledgeBase) {
            store(localStorage, baseKey, String(knowledgeBase));
        },
        knowQuoteNote() {
            store(localStorage, noteKey, '1');
        },
        dispose() {
            listeners.abort();
            watch.disconnect();
        },
    };
}

async function copy(button) {
    try {
        await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
        // Without https there is no clipboard for scripts but this.
        const text = document.createElement('textarea');
        text.value = button.dataset.copy;
        text.style.position = 'fixed';
        text.style.opacity = '0';
        document.body.append(text);
        text.select();
        document.execCommand('copy');
        text.remove();
        button.focus();
    }
    button.classList.add('chat-copied');
    setTimeout(() => button.classList.remove('chat-copied'), 2000);
}

function newId() {
    if (crypto.randomUUID) {
        return crypto.randomUUID();
    }
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function parse(json) {
    try {
        return json ? JSON.parse(json) : null;
    } catch {
        return null;
    }
}

// A browser may refuse to store anything; the chat works all the same.
function read(storage, key) {
    try {
        return storage.getItem(key);
    } catch {
        return null;
    }
}

function store(storage, key, value) {
    try {
        if (value === null) {
            storage.removeItem(key);
        } else {
            storage.setItem(key, value);
        }
    } catch {
        // Nothing to do.
    }
}
