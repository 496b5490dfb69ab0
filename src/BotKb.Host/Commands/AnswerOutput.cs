using BotKb.Answering;
using BotKb.Retrieval;

namespace BotKb.Host.Commands;

/// <summary>An answer on the screen and as JSON.</summary>
internal static class AnswerOutput
{
    public static void Write(Answer answer)
    {
        Console.WriteLine(VisibleText.Lines(answer.Text));
        for (var i = 0; i < answer.Citations.Length && !answer.Refused; i++)
        {
            Console.WriteLine($"  [{i + 1}] {VisibleText.Line(Place(answer.Citations[i].Passage))}");
        }
    }

    public static object ToJson(Answer answer, double milliseconds) => new
    {
        Turn = Guid.CreateVersion7(),
        Answer = answer.Text,
        answer.Refused,
        Citations = answer.Citations.Select(citation => new
        {
            Document = citation.Passage.Path,
            citation.Passage.Title,
            citation.Passage.Page,
            citation.Passage.Sheet,
            citation.Passage.Slide,
            Heading = citation.Passage.HeadingPath.LastOrDefault(),
            citation.Quote,
            citation.Passage.Url,
        }),
        Ms = Math.Round(milliseconds, 2),
    };

    private static string Place(Passage passage)
    {
        var place = passage.Path;
        if (passage.Page is { } page)
        {
            place += $", page {page}";
        }

        if (passage.Slide is { } slide)
        {
            place += $", slide {slide}";
        }

        if (passage.Sheet is { } sheet)
        {
            place += $", sheet {sheet}";
        }

        return passage.HeadingPath.IsEmpty ? place : $"{place}: {string.Join(" > ", passage.HeadingPath)}";
    }
}
