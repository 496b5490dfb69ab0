namespace BotKb.Retrieval.Analysis;

/// <summary>Cuts folded text into words (with the marks that hold codes, versions and addresses together) and runs without spaces.</summary>
internal ref struct Tokens(ReadOnlySpan<char> text)
{
    private const int MaxMarks = 3;
    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>The piece that was found last.</summary>
    public Token Current { get; private set; }

    /// <summary>Itself: a pattern for foreach.</summary>
    public readonly Tokens GetEnumerator() => this;

    /// <summary>Finds the next piece.</summary>
    public bool MoveNext()
    {
        while (_at < _text.Length && !IsWord(_text[_at]) && !IsSpaceless(_text[_at]))
        {
            _at++;
        }

        if (_at >= _text.Length)
        {
            return false;
        }

        var start = _at;
        var spaceless = IsSpaceless(_text[_at]);
        if (spaceless)
        {
            while (_at < _text.Length && IsSpaceless(_text[_at]))
            {
                _at++;
            }
        }
        else
        {
            SkipWord();
        }

        Current = new Token(start, _at - start, spaceless);
        return true;
    }

    /// <summary>Han, kana, hangul, Thai and everything outside the basic plane.</summary>
    public static bool IsSpaceless(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uAC00' and <= '\uD7A3')
            or (>= '\u0E00' and <= '\u0E7F') or '\u3005' or '\u3007' || char.IsSurrogate(c);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) && !IsSpaceless(c);

    private static bool IsMark(char c) => c is '-' or '_' or '.' or '/' or '@' or ':' or '\\' or '#' or '&' or '=' or '?' or '+' or '~' or ',' or '\'' or '%';

    private void SkipWord()
    {
        while (true)
        {
            while (_at < _text.Length && IsWord(_text[_at]))
            {
                _at++;
            }

            var next = _at;
            while (next < _text.Length && next - _at < MaxMarks && IsMark(_text[next]))
            {
                next++;
            }

            if (next == _at || next >= _text.Length || !IsWord(_text[next]) || !Joins(next))
            {
                return;
            }

            _at = next;
        }
    }

    // A comma holds the digits of a number together, and several marks in a row only an address ("https://").
    private readonly bool Joins(int next) => (next - _at) switch
    {
        1 => _text[_at] != ',' || (char.IsDigit(_text[_at - 1]) && char.IsDigit(_text[next])),
        2 => _text[_at] is '.' or '/' or ':' && _text[_at + 1] is '/' or '\\',
        _ => _text[_at] == ':' && _text[_at + 1] == '/' && _text[_at + 2] == '/',
    };
}
