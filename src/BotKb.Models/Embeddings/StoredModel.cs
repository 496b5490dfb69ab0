using System.Text.Json;

namespace BotKb.Models.Embeddings;

/// <summary>What is kept of a model beside its vectors: no key and no header, which may be one.</summary>
internal sealed record StoredModel(string Name, string Endpoint, string Model, EmbeddingOptions Embedding)
{
    /// <summary>The JSON of a model.</summary>
    public static string Write(string name, ModelOptions model) =>
        JsonSerializer.Serialize(new StoredModel(name, model.Endpoint, model.Model, model.Embedding));

    /// <summary>The model of the JSON; null where it is none.</summary>
    public static StoredModel? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StoredModel>(json) is { Name.Length: > 0, Endpoint: not null, Model: not null, Embedding: not null } stored
                ? stored : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Settings without a key.</summary>
    public ModelOptions ToOptions() => new() { Endpoint = Endpoint, Model = Model, Embedding = Embedding };
}
