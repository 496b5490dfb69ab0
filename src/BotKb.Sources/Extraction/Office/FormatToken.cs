namespace BotKb.Sources.Extraction.Office;

/// <summary>One piece of a number format code: a run of one letter, a literal, or a single mark.</summary>
internal readonly record struct FormatToken(string Text, bool IsLiteral)
{
    /// <summary>Whether only a date or a time uses it.</summary>
    public bool IsDate =>
        !IsLiteral && (Text[0] is 'y' or 'd' or 'h' or 's' or 'm' or '[' || Text.StartsWith("aaa", StringComparison.Ordinal));

    /// <summary>The pieces of the first section of a format code.</summary>
    public static List<FormatToken> Read(string code)
    {
        var tokens = new List<FormatToken>();
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase) || code is "@" or "G/通用格式")
        {
            return tokens;
        }

        for (var i = 0; i < code.Length && code[i] != ';';)
        {
            i += ReadOne(code, i, tokens);
        }

        return tokens;
    }

    private static int ReadOne(string code, int i, List<FormatToken> tokens)
    {
        switch (code[i])
        {
            case '"':
                var quote = code.IndexOf('"', i + 1) is var found and >= 0 ? found : code.Length;
                tokens.Add(new FormatToken(code[(i + 1)..quote], IsLiteral: true));
                return quote - i + 1;
            case '\\' when i + 1 < code.Length:
                tokens.Add(new FormatToken(code[i + 1].ToString(), IsLiteral: true));
                return 2;
            case '_' or '*' when i + 1 < code.Length:
                return 2;
            case '[':
                return ReadBracket(code, i, tokens);
            default:
                return ReadRun(code, i, tokens);
        }
    }

    private static int ReadBracket(string code, int i, List<FormatToken> tokens)
    {
        var end = code.IndexOf(']', i);
        if (end < 0)
        {
            return code.Length - i;
        }

        var inside = code[(i + 1)..end].ToLowerInvariant();
        if (inside.Length > 0 && inside.Trim('h').Length * inside.Trim('m').Length * inside.Trim('s').Length == 0)
        {
            tokens.Add(new FormatToken($"[{inside[0]}]", IsLiteral: false));
        }

        return end - i + 1;
    }

    private static int ReadRun(string code, int i, List<FormatToken> tokens)
    {
        foreach (var halves in (ReadOnlySpan<string>)["AM/PM", "A/P", "上午/下午"])
        {
            if (string.Compare(code, i, halves, 0, halves.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                tokens.Add(new FormatToken(halves.ToLowerInvariant(), IsLiteral: false));
                return halves.Length;
            }
        }

        var letter = char.ToLowerInvariant(code[i]);
        var end = i + 1;
        while (end < code.Length && char.IsAsciiLetter(letter) && char.ToLowerInvariant(code[end]) == letter)
        {
            end++;
        }

        var isCode = letter is 'y' or 'm' or 'd' or 'h' or 's' or 'e' or 'g' or 'b' or '0' or '#' or '?' or '%'
            || (letter == 'a' && end - i >= 3);
        tokens.Add(new FormatToken(isCode ? code[i..end].ToLowerInvariant() : code[i..end], !isCode));
        return end - i;
    }
}
