using System.ComponentModel.DataAnnotations;

namespace BotKb.Answering;

/// <summary>Settings of the section <c>Answering</c>.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Answering";

    /// <summary>
    /// An answer whose score is lower is refused: 0 always answers, 1 nearly never. One value holds for every language. Higher refuses
    /// more questions that the documents do not answer, and more that they do.
    /// </summary>
    [Range(0.0, 1.0, ErrorMessage = "Answering:RefusalThreshold must be between 0 and 1.")]
    public double RefusalThreshold { get; set; } = 0.4;

    /// <summary>The name below <c>Models</c> of the language model that writes the answers; without it they are quoted from the documents.</summary>
    public string? Model { get; set; }

    /// <summary>The most tokens of passages that the model is given.</summary>
    [Range(256, 1_000_000, ErrorMessage = "Answering:PassageTokens must be between 256 and 1000000.")]
    public int PassageTokens { get; set; } = 6_000;

    /// <summary>The most tokens of earlier questions and answers that the model is given.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Answering:HistoryTokens must be between 0 and 1000000.")]
    public int HistoryTokens { get; set; } = 1_500;

    /// <summary>Seconds that the model may take to rewrite a follow-up question; then the rules rewrite it.</summary>
    [Range(0.1, 60.0, ErrorMessage = "Answering:RewriteSeconds must be between 0.1 and 60.")]
    public double RewriteSeconds { get; set; } = 2;
}
