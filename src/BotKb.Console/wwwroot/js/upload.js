// Sends files one a request, a few at a time, and tells the component how far each is.

const atOnce = 3;
const namesAtOnce = 40;
const millisecondsBetween = 200;

let lastKey = 0;

/**
 * @param {HTMLElement} area where files may be dropped; holds the button and the input
 * @param owner the component, which is told what happens
 */
export function attach(area, owner) {
    const waiting = [];
    const sending = new Set();
    const input = area.querySelector('[data-upload-input]');
    const listeners = new AbortController();
    const signal = listeners.signal;

    async function choose(files) {
        const chosen = Array.from(files, file => ({ key: ++lastKey, file }));
        for (let at = 0; at < chosen.length; at += namesAtOnce) {
            const some = chosen.slice(at, at + namesAtOnce);
            const order = await owner.invokeMethodAsync('Choose', some.map(({ key, file }) => ({ key, name: file.name, size: file.size })));
            if (order === null) {
                return;
            }

            const keys = new Set(order.keys);
            waiting.push(...some.filter(({ key }) => keys.has(key)).map(entry => ({ ...entry, order })));
            sendNext();
        }
    }

    function sendNext() {
        while (sending.size < atOnce && waiting.length > 0) {
            send(waiting.shift());
        }
    }

    function send({ key, file, order }) {
        const request = new XMLHttpRequest();
        sending.add(request);
        let told = 0;
        request.upload.addEventListener('progress', event => {
            const now = performance.now();
            if (event.lengthComputable && event.total > 0 && now - told > millisecondsBetween) {
                told = now;
                owner.invokeMethodAsync('Progress', key, Math.floor(100 * event.loaded / event.total));
            }
        });
        request.addEventListener('loadend', () => {
            sending.delete(request);
            if (!signal.aborted) {
                const result = resultOf(request);
                owner.invokeMethodAsync('EndedAsync', key, result.stored, result.reason);
                sendNext();
            }
        });
        const form = new FormData();
        form.append('file', file, file.name);
        request.open('POST', new URL(order.url, document.baseURI));
        request.setRequestHeader('RequestVerificationToken', order.token);
        request.send(form);
    }

    area.querySelector('[data-upload-choose]').addEventListener('click', () => input.click(), { signal });
    input.addEventListener('change', () => {
        choose(Array.from(input.files));
        input.value = '';
    }, { signal });
    area.addEventListener('dragover', event => {
        event.preventDefault();
        area.style.outline = '2px dashed currentColor';
    }, { signal });
    area.addEventListener('dragleave', () => { area.style.outline = ''; }, { signal });
    area.addEventListener('drop', event => {
        event.preventDefault();
        area.style.outline = '';
        choose(event.dataTransfer.files);
    }, { signal });

    area.dataset.live = 'upload';
    return {
        dispose() {
            listeners.abort();
            waiting.length = 0;
            sending.forEach(request => request.abort());
        },
    };
}

function resultOf(request) {
    try {
        const answer = JSON.parse(request.responseText);
        const file = answer.files?.[0];
        return { stored: file?.status === 'stored', reason: file?.reason ?? answer.reason ?? answer.error };
    } catch {
        return { stored: false, reason: null };
    }
}
