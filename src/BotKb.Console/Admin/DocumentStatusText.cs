using BotKb.Knowledge;
using BotKb.WebConsole.Texts;

namespace BotKb.WebConsole.Admin;

/// <summary>The states of a document in a person's language.</summary>
internal static class DocumentStatusText
{
    /// <summary>Every state that a document can have, in the order of a list to choose from.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DocumentStatus.Indexed, DocumentStatus.Pending, DocumentStatus.Skipped,
        .. Enum.GetValues<ExtractionStatus>().Where(status => status != ExtractionStatus.Ok).Select(status => status.ToName()),
    ];

    public static string Of(string status, KnowledgeTexts texts) => status switch
    {
        DocumentStatus.Indexed => texts.StatusIndexed,
        DocumentStatus.Pending => texts.StatusPending,
        DocumentStatus.Skipped => texts.StatusSkipped,
        "corrupt" => texts.StatusCorrupt,
        "encrypted" => texts.StatusEncrypted,
        "bomb" => texts.StatusBomb,
        "empty" => texts.StatusEmpty,
        "no-text" => texts.StatusNoText,
        "unsupported" => texts.StatusUnsupported,
        "too-large" => texts.StatusTooLarge,
        "timeout" => texts.StatusTimeout,
        _ => status,
    };

    /// <summary>The colour of a state.</summary>
    public static string Colour(string status) => status switch
    {
        DocumentStatus.Indexed => "good",
        DocumentStatus.Pending => "busy",
        _ => "warn",
    };
}
