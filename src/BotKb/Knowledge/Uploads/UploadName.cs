using System.Text;

namespace BotKb.Knowledge.Uploads;

/// <summary>The names that uploaded files have: a file's own name, never a path, in one normal form.</summary>
public static class UploadName
{
    /// <summary>The most bytes of a name in UTF-8, as file systems have it.</summary>
    public const int MostBytes = 255;

    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The name under which a file is stored: without the folders before it and the spaces around it, letters composed.</summary>
    /// <param name="named">The name that came with the file.</param>
    /// <exception cref="UploadRefusedException">It is no name of a document.</exception>
    public static string Of(string named)
    {
        var name = CanonicalComposition.Compose(named[(named.LastIndexOfAny(Separators) + 1)..]).Trim();
        if (name.Trim('.').Length == 0)
        {
            throw new UploadRefusedException(UploadRefusal.NoName);
        }

        if (IsHiding(name))
        {
            throw new UploadRefusedException(UploadRefusal.HiddenCharacter);
        }

        if (Encoding.UTF8.GetByteCount(name) > MostBytes)
        {
            throw new UploadRefusedException(UploadRefusal.LongName);
        }

        return IgnoredNames.Contains(name) ? throw new UploadRefusedException(UploadRefusal.NotADocument) : name;
    }

    private static bool IsHiding(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            // Half a surrogate pair comes as U+FFFD. Embeddings and overrides show 'txt.exe' as 'exe.txt'.
            if (Rune.IsControl(rune) || rune.Value is 0xFFFD or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            {
                return true;
            }
        }

        return false;
    }
}
