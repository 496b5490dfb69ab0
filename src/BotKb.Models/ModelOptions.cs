using BotKb.Models.Embeddings;

namespace BotKb.Models;

/// <summary>
/// Settings of one model, <c>Models:NAME</c>: any endpoint that speaks OpenAI's chat completions, or one of embeddings.
/// </summary>
public sealed class ModelOptions
{
    /// <summary>The section whose children are the models.</summary>
    public const string Section = "Models";

    /// <summary>
    /// The address before <c>/chat/completions</c> or <c>/embeddings</c>, e.g. https://api.openai.com/v1; before <c>/api/embed</c> of
    /// Ollama and <c>/embed</c> of Text Embeddings Inference.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The model's id at that service.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key; none for services without one. Belongs in the environment.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The header that carries the key: <c>Authorization</c> sends it as a bearer token, any other as it is (Azure: <c>api-key</c>).</summary>
    public string KeyHeader { get; set; } = "Authorization";

    /// <summary>Further headers of every request.</summary>
    public IDictionary<string, string> ExtraHeaders { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>False for models that refuse a temperature.</summary>
    public bool SendTemperature { get; set; } = true;

    /// <summary>The field that limits the answer: <c>max_completion_tokens</c>, or <c>max_tokens</c> for servers that know only that.</summary>
    public string MaxTokensField { get; set; } = ModelOptionsValidator.MaxCompletionTokens;

    /// <summary>A JSON object whose fields are added to each request, e.g. <c>{"enable_thinking":false}</c>.</summary>
    public string? ThinkingSwitch { get; set; }

    /// <summary>Tokens of request and answer together.</summary>
    public int ContextTokens { get; set; } = 32_768;

    /// <summary>The longest answer, thinking included, in tokens.</summary>
    public int MaxAnswerTokens { get; set; } = 2_048;

    /// <summary>Seconds until the first word or thought, retries included.</summary>
    public double FirstTokenSeconds { get; set; } = 20;

    /// <summary>Seconds between two words.</summary>
    public double IdleSeconds { get; set; } = 15;

    /// <summary>Seconds for a whole answer.</summary>
    public double TimeoutSeconds { get; set; } = 120;

    /// <summary>What only a model that makes vectors has.</summary>
    public EmbeddingOptions Embedding { get; init; } = new();
}
