namespace BotKb.Simulators.OpenAi;

/// <summary>What can be wrong with vectors.</summary>
internal static class EmbeddingFaults
{
    /// <summary>Each vector is one number short.</summary>
    public const string WrongLength = "wrong-length";

    /// <summary>The last vector is one number short.</summary>
    public const string MixedLengths = "mixed-lengths";

    /// <summary>A number of the last vector is none: null, as JSON has it.</summary>
    public const string Nan = "nan";

    /// <summary>The same, in base64 where there is such a thing.</summary>
    public const string NanInBase64 = "nan-base64";

    /// <summary>The last vector is zero.</summary>
    public const string Zero = "zero";

    /// <summary>The last row is missing.</summary>
    public const string TooFewRows = "too-few-rows";

    /// <summary>The last row comes first; where rows have numbers, those are right.</summary>
    public const string OutOfOrder = "out-of-order";

    /// <summary>The last row has the number of the first.</summary>
    public const string DuplicateIndex = "duplicate-index";

    /// <summary>The last row has no number, the others have.</summary>
    public const string MissingIndex = "missing-index";

    /// <summary>The answer comes a few bytes at a time.</summary>
    public const string Crawl = "crawl";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [WrongLength, MixedLengths, Nan, NanInBase64, Zero, TooFewRows, OutOfOrder, DuplicateIndex, MissingIndex, Crawl];
}
