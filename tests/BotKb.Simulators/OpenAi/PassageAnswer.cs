using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotKb.Simulators.OpenAi;

/// <summary>Answers as a dutiful model would: the first sentence of the first passages, each with its number.</summary>
internal static partial class PassageAnswer
{
    private const int Passages = 3;
    private const int LongestSentence = 200;

    /// <summary>The answer to a request; NO_ANSWER where its user messages hold no passages.</summary>
    public static string Of(JsonObject body)
    {
        var users = (body["messages"] as JsonArray ?? []).OfType<JsonObject>().Where(message => (string?)message["role"] == "user")
            .Select(message => TextOf(message["content"]));
        var data = users.LastOrDefault(text => Passage().IsMatch(text)) ?? "";
        var answer = new StringBuilder();
        foreach (var passage in Passage().Matches(data).Take(Passages))
        {
            answer.Append(answer.Length > 0 ? " " : "").Append(FirstSentence(passage.Groups["text"].Value.Trim()))
                .Append(" [").Append(passage.Groups["n"].ValueSpan).Append(']');
        }

        return answer.Length > 0 ? answer.ToString() : "NO_ANSWER";
    }

    private static string TextOf(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(part => (string?)part?["text"])),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };

    private static string FirstSentence(string text)
    {
        var line = text.Split('\n')[0];
        var end = line.AsSpan().IndexOfAny("。！？");
        end = end < 0 ? line.IndexOf(". ", StringComparison.Ordinal) : end;
        line = end < 0 ? line : line[..(end + 1)];
        return line.Length > LongestSentence ? line[..LongestSentence] : line;
    }

    [GeneratedRegex("<passage n=\"(?<n>[0-9]+)\"(?:[^\">]|\"[^\"]*\")*>(?<text>.*?)</passage>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Passage();
}
