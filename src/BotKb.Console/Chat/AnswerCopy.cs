using System.Text;
using BotKb.Replies;

namespace BotKb.WebConsole.Chat;

/// <summary>An answer as plain text, for the clipboard.</summary>
internal static class AnswerCopy
{
    /// <summary>The text as it was written, then its sources by number.</summary>
    public static string Of(ReplyBody body, ChatTexts texts)
    {
        var copy = new StringBuilder(body.Text);
        if (body.Citations.IsDefaultOrEmpty)
        {
            return copy.ToString();
        }

        copy.Append("\n\n").Append(body.State == ReplyState.Refused ? texts.Nearest : texts.Sources);
        for (var i = 0; i < body.Citations.Length; i++)
        {
            copy.Append("\n[").Append(i + 1).Append("] ").Append(CitationLabel.Whole(body.Citations[i], texts));
        }

        return copy.ToString();
    }
}
