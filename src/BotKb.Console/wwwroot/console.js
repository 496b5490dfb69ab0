// What the frame needs beside Blazor: a page that lost its server is loaded again, at once where the server was restarted.
document.addEventListener('click', event => {
    if (event.target.closest('[data-reload]')) {
        location.reload();
    }
});
const modal = document.getElementById('components-reconnect-modal');
modal?.addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') {
        location.reload();
    }
});
