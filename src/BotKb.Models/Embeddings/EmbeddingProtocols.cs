namespace BotKb.Models.Embeddings;

/// <summary>The protocols that <c>Models:NAME:Embedding:Protocol</c> can name.</summary>
internal static class EmbeddingProtocols
{
    public const string OpenAi = "OpenAI";
    public const string Ollama = "Ollama";
    public const string Tei = "Tei";
    public const string Names = $"{OpenAi}, {Ollama} or {Tei}";

    private static readonly OpenAiProtocol OpenAiProtocol = new();
    private static readonly OllamaProtocol OllamaProtocol = new();
    private static readonly TeiProtocol TeiProtocol = new();

    /// <summary>The protocol of a name; null for an unknown one.</summary>
    public static IEmbeddingProtocol? Find(string? name) => name?.ToUpperInvariant() switch
    {
        "OPENAI" => OpenAiProtocol,
        "OLLAMA" => OllamaProtocol,
        "TEI" => TeiProtocol,
        _ => null,
    };
}
