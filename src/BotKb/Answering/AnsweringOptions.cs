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
}
