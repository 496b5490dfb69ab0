namespace BotKb.Models.Embeddings;

/// <summary>
/// Settings <c>Models:NAME:Embedding</c>, of a model that <c>Retrieval:EmbeddingModel</c> names. What is not set has the protocol's usual
/// value, see <see cref="EmbeddingProtocols"/>.
/// </summary>
public sealed class EmbeddingOptions
{
    /// <summary>How the endpoint is spoken to: OpenAI (and all that speak like it), Ollama or Tei.</summary>
    public string Protocol { get; set; } = EmbeddingProtocols.OpenAi;

    /// <summary>
    /// The length of a vector, asked of the service; null takes the model's own and asks for nothing, as some models refuse to be asked.
    /// </summary>
    public int? Dimensions { get; set; }

    /// <summary>Text before each question, as the model's card asks.</summary>
    public string QuestionPrefix { get; set; } = "";

    /// <summary>Text before each passage, as the model's card asks.</summary>
    public string PassagePrefix { get; set; } = "";

    /// <summary>The most texts of one request.</summary>
    public int? BatchTexts { get; set; }

    /// <summary>The most tokens of one request, estimated from above.</summary>
    public int? BatchTokens { get; set; }

    /// <summary>The most tokens of one text, prefix included; what is longer is cut at its end.</summary>
    public int MaxTokens { get; set; } = 8_191;

    /// <summary>Seconds that a question's vector may take; then the search goes on without it.</summary>
    public double QuestionSeconds { get; set; } = 1.5;

    /// <summary>Seconds that one request with passages may take.</summary>
    public double TimeoutSeconds { get; set; } = 60;
}
