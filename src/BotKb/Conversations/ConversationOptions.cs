using System.ComponentModel.DataAnnotations;

namespace BotKb.Conversations;

/// <summary>Settings of the section <c>Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Conversations";

    /// <summary>Seconds after which an answer that is not complete is given up with an error.</summary>
    [Range(5, 3600, ErrorMessage = "Conversations:DeadlineSeconds must be 5 to 3600.")]
    public int DeadlineSeconds { get; set; } = 180;

    /// <summary>How often an answer is begun anew, after a crash or an error, before it is given up.</summary>
    [Range(1, 100, ErrorMessage = "Conversations:MaxAttempts must be 1 to 100.")]
    public int MaxAttempts { get; set; } = 8;
}
