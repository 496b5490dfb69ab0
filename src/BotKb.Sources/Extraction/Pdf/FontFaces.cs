using UglyToad.PdfPig.Content;

namespace BotKb.Sources.Extraction.Pdf;

/// <summary>What the fonts of a page look like, as far as their names and descriptions tell.</summary>
internal sealed class FontFaces
{
    private readonly Dictionary<string, (bool Bold, bool Monospaced)> _faces = new(StringComparer.Ordinal);
    private string? _lastName;
    private (bool Bold, bool Monospaced) _last;

    /// <summary>The face that a letter is set in.</summary>
    public (bool Bold, bool Monospaced) Find(Letter letter)
    {
        var name = letter.FontName ?? "";
        if (!ReferenceEquals(name, _lastName))
        {
            if (!_faces.TryGetValue(name, out _last))
            {
                _faces.Add(name, _last = Read(name, letter));
            }

            _lastName = name;
        }

        return _last;
    }

    private static (bool Bold, bool Monospaced) Read(string name, Letter letter) =>
    (
        letter.FontDetails is { IsBold: true } or { Weight: >= 600 } || Contains(name, "bold", "black", "heavy", "SimHei", "-Hei"),
        Contains(name, "mono", "courier", "consolas", "menlo", "typewriter", "cmtt"));

    private static bool Contains(string name, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
