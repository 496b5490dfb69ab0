namespace BotKb.Models;

/// <summary>Takes thinking that a server leaves in the text between think tags out of the beginning of an answer.</summary>
internal sealed class ThinkFilter
{
    private const string Opening = "<think>";
    private const string Closing = "</think>";
    private string _held = "";
    private bool _thinking;
    private bool _open;

    /// <summary>The words that are no thinking, perhaps none.</summary>
    public string Push(string words)
    {
        if (_open)
        {
            return words;
        }

        _held += words;
        if (!_thinking)
        {
            var begun = _held.AsSpan().TrimStart();
            if (!begun.StartsWith(Opening))
            {
                return Opening.AsSpan().StartsWith(begun) ? "" : Release(_held);
            }

            _thinking = true;
        }

        var end = _held.IndexOf(Closing, StringComparison.Ordinal);
        if (end < 0)
        {
            // Enough to find a tag that came in pieces.
            _held = _held.Length > 64 ? Opening + _held[^(Closing.Length - 1)..] : _held;
            return "";
        }

        var after = _held[(end + Closing.Length)..].TrimStart();
        return after.Length > 0 ? Release(after) : Wait();
    }

    /// <summary>What was held back and is no thinking; nothing more comes.</summary>
    public string Finish() => _open || _thinking ? "" : Release(_held);

    private string Release(string words)
    {
        _open = true;
        _held = "";
        return words;
    }

    // White space after the thinking belongs to it.
    private string Wait()
    {
        _held = Opening + Closing;
        return "";
    }
}
