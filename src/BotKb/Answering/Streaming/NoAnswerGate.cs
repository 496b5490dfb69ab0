namespace BotKb.Answering.Streaming;

/// <summary>Holds back the beginning of an answer for as long as it may be the word by which a model says that it has none.</summary>
internal sealed class NoAnswerGate
{
    /// <summary>The word, as the prompt asks for it.</summary>
    public const string Word = "NO_ANSWER";

    private const string Around = " \t\r\n*`\"'“”。.";

    private string _held = "";
    private string _tail = "";
    private bool _open;

    /// <summary>True once the model said that it has no answer.</summary>
    public bool Refused { get; private set; }

    /// <summary>The words that may go on, perhaps none.</summary>
    public string Push(string words)
    {
        _tail += words;
        _tail = _tail.Length > 64 ? _tail[^64..] : _tail;
        if (_open)
        {
            return words;
        }

        _held += words;
        var begun = _held.AsSpan().TrimStart(Around);
        if (begun.Length <= Word.Length ? Word.AsSpan().StartsWith(begun) : begun.StartsWith(Word) && !IsWord(begun[Word.Length]))
        {
            Refused = begun.Length > Word.Length;
            return "";
        }

        return Release();
    }

    /// <summary>What was held back; nothing more comes.</summary>
    public string Finish()
    {
        Refused = Refused || _tail.AsSpan().Trim(Around).EndsWith(Word);
        return _open || Refused ? "" : Release();
    }

    private string Release()
    {
        _open = true;
        var held = _held;
        _held = "";
        return held;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
