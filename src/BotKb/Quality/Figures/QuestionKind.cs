using System.Text.Json.Serialization;

namespace BotKb.Quality.Figures;

/// <summary>What a question of an answer set is there for.</summary>
public enum QuestionKind
{
    /// <summary>The documents answer it.</summary>
    [JsonStringEnumMemberName("answerable")]
    Answerable,

    /// <summary>It is close to the documents, but they do not answer it.</summary>
    [JsonStringEnumMemberName("unanswerable")]
    Unanswerable,

    /// <summary>It is about something else.</summary>
    [JsonStringEnumMemberName("offTopic")]
    OffTopic,
}
