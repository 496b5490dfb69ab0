namespace BotKb.Simulators.OpenAi;

/// <summary>How the simulated model answers.</summary>
public sealed record OpenAiScript
{
    /// <summary>The answer's text; null makes one of the passages in the request, each cited.</summary>
    public string? Text { get; init; }

    /// <summary>Texts for the next calls, one each, before <see cref="Text"/> is used.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Thinking that is sent before the text as <c>reasoning_content</c>.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Milliseconds before the first token.</summary>
    public double LatencyMs { get; init; }

    /// <summary>Tokens a second after the first; 0 is as fast as they can be sent.</summary>
    public double TokensPerSecond { get; init; }

    /// <summary>Characters of a token; 0 cuts at words and Chinese characters.</summary>
    public int CharactersPerToken { get; init; }

    /// <summary>Why the answer ends: stop, length or content_filter.</summary>
    public string FinishReason { get; init; } = "stop";

    /// <summary>How vectors are made.</summary>
    public EmbeddingScript Embeddings { get; init; } = new();
}
