using BotKb.Answering.Prompts;

namespace BotKb.Models.Embeddings;

/// <summary>Finds settings of an embedding model that cannot work.</summary>
internal static class EmbeddingRules
{
    // pgvector's type for half-precision vectors takes no more with an index.
    private const int MostDimensions = 4_000;
    private const int LongestPrefix = 1_000;

    /// <summary>The key below the model's name and the end of the sentence about it; null where all is well.</summary>
    public static (string Key, string Sentence)? Wrong(EmbeddingOptions? options) =>
        (options is null ? (nameof(options.Protocol), $"must be {EmbeddingProtocols.Names}.")
        : EmbeddingProtocols.Find(options.Protocol) is null ? (nameof(options.Protocol), $"must be {EmbeddingProtocols.Names}.")
        : options.Dimensions is < 2 or > MostDimensions ? (nameof(options.Dimensions), $"must be between 2 and {MostDimensions}, or missing.")
        : options.QuestionPrefix?.Length is null or > LongestPrefix ? (nameof(options.QuestionPrefix), $"must have at most {LongestPrefix} characters.")
        : options.PassagePrefix?.Length is null or > LongestPrefix ? (nameof(options.PassagePrefix), $"must have at most {LongestPrefix} characters.")
        : options.BatchTexts is < 1 or > 2_048 ? (nameof(options.BatchTexts), "must be between 1 and 2048.")
        : options.BatchTokens is < 16 or > 1_000_000 ? (nameof(options.BatchTokens), "must be between 16 and 1000000.")
        : options.MaxTokens is < 16 or > 1_000_000 ? (nameof(options.MaxTokens), "must be between 16 and 1000000.")
        : Math.Max(TokenCount.Of(options.QuestionPrefix), TokenCount.Of(options.PassagePrefix)) > options.MaxTokens / 2
            ? (nameof(options.MaxTokens), "must be at least twice the tokens of a prefix.")
        : !(options.QuestionSeconds is > 0 and <= 60) ? (nameof(options.QuestionSeconds), "must be more than 0 and at most 60.")
        : !(options.TimeoutSeconds is > 0 and <= 3_600) ? (nameof(options.TimeoutSeconds), "must be more than 0 and at most 3600.")
        : ((string Key, string Sentence)?)null) is var (key, sentence) ? ($"{nameof(ModelOptions.Embedding)}:{key}", sentence) : null;
}
