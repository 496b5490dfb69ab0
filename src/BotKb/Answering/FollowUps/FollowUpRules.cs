using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotKb.Retrieval.Analysis;

namespace BotKb.Answering.FollowUps;

/// <summary>Rewrites a follow-up question to stand alone by rules, in Chinese and English. Pure; a question that stands alone is left alone.</summary>
internal static partial class FollowUpRules
{
    private const int LongestBefore = 300;
    private const int LongestFollowUp = 200;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    /// <summary>The question with what it refers to; null where it stands alone or there is nothing that it could refer to.</summary>
    public static string? Rewrite(string question, ImmutableArray<PastExchange> history)
    {
        var asked = question.Trim();
        if (asked.Length is 0 or > LongestFollowUp || Before(history) is not { } before)
        {
            return null;
        }

        var elliptic = Script.IsChinese(asked) ? ChineseFollowUps.Read(asked) : EnglishFollowUps.Read(asked);
        return elliptic switch
        {
            null => null,
            { Fragment: { } fragment } => SameCode(before, fragment) ?? SamePlace(before, fragment) ?? Join(before, fragment),
            _ => Join(before, asked),
        };
    }

    // The last question that was one; small talk and what only repeats it says nothing.
    private static string? Before(ImmutableArray<PastExchange> history)
    {
        var question = history.LastOrDefault(exchange => AnswerQuestion.WithoutSearch(exchange.Question) is null)?.Question.Trim();
        if (question is null || question.Length <= LongestBefore)
        {
            return question;
        }

        // What the conversation is about stands in its first sentence.
        var end = SentenceBreaks.Next(question, 0, question.Length);
        return question[..Math.Min(end, LongestBefore)];
    }

    // "What does AB-1 mean?" and "what about AB-2?"
    private static string? SameCode(string before, string fragment)
    {
        var codes = Code().Matches(before);
        return codes.Count == 1 && Code().Match(fragment) is { Success: true } code && code.Length == fragment.Length
            ? string.Concat(before.AsSpan(0, codes[0].Index), fragment, before.AsSpan(codes[0].Index + codes[0].Length))
            : null;
    }

    // "How many days for interns?" and "for managers?": the same preposition says the same thing of something else.
    private static string? SamePlace(string before, string fragment)
    {
        var preposition = Preposition().Match(fragment);
        if (!preposition.Success)
        {
            return null;
        }

        var at = before.LastIndexOf(' ' + preposition.Value, StringComparison.OrdinalIgnoreCase);
        return at > 0 && !before.AsSpan(0, before.Length - 1).ContainsAny('?', '？') ? before[..at] + ' ' + fragment + '?' : null;
    }

    private static string Join(string before, string after)
    {
        if (Script.IsChinese(before))
        {
            return before.TrimEnd('?', '？', '。', '.', ' ') + "？" + after.TrimEnd('?', '？') + "？";
        }

        return before.TrimEnd('?', '？', '.', ' ') + "? " + char.ToUpperInvariant(after[0]) + after[1..].TrimEnd('?', '？') + "?";
    }

    [GeneratedRegex(@"(?<![\w.-])(?=[\w.-]*[0-9])(?=[\w.-]*[A-Za-z.-])[A-Za-z0-9][\w.-]*[A-Za-z0-9]", RegexOptions.ECMAScript, Limit)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(for|in|at|from|to|with|by|on|during|after|before)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Preposition();
}
