using MudBlazor;

namespace BotKb.WebConsole.Frame;

/// <summary>Asks whether something that cannot be undone is meant.</summary>
internal static class Confirmation
{
    /// <summary>True where the person confirms.</summary>
    /// <param name="dialogs">Shows it.</param>
    /// <param name="title">The question.</param>
    /// <param name="text">What will happen.</param>
    /// <param name="action">The button that does it.</param>
    /// <param name="mustType">A text to type first, and what asks for it.</param>
    public static async Task<bool> ConfirmAsync(
        this IDialogService dialogs, string title, string text, string action, (string Text, string Label)? mustType = null)
    {
        var parameters = new DialogParameters
        {
            [nameof(ConfirmDialog.Title)] = title,
            [nameof(ConfirmDialog.Text)] = text,
            [nameof(ConfirmDialog.Action)] = action,
            [nameof(ConfirmDialog.MustType)] = mustType?.Text,
            [nameof(ConfirmDialog.TypeLabel)] = mustType?.Label,
        };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(title, parameters);
        return await dialog.Result is { Canceled: false };
    }
}
