using BotKb.Answering;

namespace BotKb.Models.Embeddings;

/// <summary>How texts are sent to an endpoint and vectors are read from it. Without state.</summary>
internal interface IEmbeddingProtocol
{
    /// <summary>What is added to <c>Models:NAME:Endpoint</c>.</summary>
    string Path { get; }

    /// <summary>The most texts of one request, where the settings say nothing.</summary>
    int BatchTexts { get; }

    /// <summary>The most tokens of one request, where the settings say nothing.</summary>
    int BatchTokens { get; }

    /// <summary>The body of a request.</summary>
    /// <param name="texts">At least one.</param>
    /// <param name="model">The model's id at the service.</param>
    /// <param name="dimensions">The length to ask for; null asks for none.</param>
    BinaryData Write(IReadOnlyList<string> texts, string model, int? dimensions);

    /// <summary>The vectors of an answer, in the order of the texts.</summary>
    /// <exception cref="System.Text.Json.JsonException">The answer is not what the protocol says.</exception>
    /// <exception cref="ModelException">There is not one row for each text; the sentence lacks the model's name.</exception>
    IReadOnlyList<float[]> Read(ReadOnlySpan<byte> body, int texts);
}
