using System.Text;
using Markdig.Syntax.Inlines;

namespace BotKb.WebConsole.Chat;

/// <summary>The parts of a line of Markdown.</summary>
internal static class AnswerInlines
{
    /// <summary>Strings where there are words, inlines where there is more; words that Markdown took apart are whole again.</summary>
    public static IEnumerable<object> Joined(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        foreach (var part in Flat(inlines))
        {
            if (part is string more)
            {
                words.Append(more);
                continue;
            }

            if (words.Length > 0)
            {
                yield return words.ToString();
                words.Clear();
            }

            yield return part;
        }

        if (words.Length > 0)
        {
            yield return words.ToString();
        }
    }

    // A delimiter that found no partner is words, and holds what follows it.
    private static IEnumerable<object> Flat(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    yield return literal.Content.ToString();
                    break;
                case HtmlEntityInline entity:
                    yield return entity.Transcoded.ToString();
                    break;
                case DelimiterInline delimiter:
                    yield return delimiter.ToLiteral();
                    foreach (var part in Flat(delimiter))
                    {
                        yield return part;
                    }

                    break;
                default:
                    yield return inline;
                    break;
            }
        }
    }
}
