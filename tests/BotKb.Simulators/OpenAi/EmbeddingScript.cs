namespace BotKb.Simulators.OpenAi;

/// <summary>How the simulated model makes vectors.</summary>
public sealed record EmbeddingScript
{
    /// <summary>Length of the vectors, where the request asks for none.</summary>
    public int Dimensions { get; init; } = 256;

    /// <summary>Euclidean length of the vectors.</summary>
    public double Length { get; init; } = 1;

    /// <summary>A request with more texts is refused with 413; 0 takes any number.</summary>
    public int MaxTexts { get; init; }

    /// <summary>A text with more characters is refused with 400; 0 takes any length.</summary>
    public int MaxCharacters { get; init; }

    /// <summary>True answers in base64, asked for or not.</summary>
    public bool Base64 { get; init; }

    /// <summary>True leaves the number of each row out, as some servers do.</summary>
    public bool WithoutIndex { get; init; }
}
