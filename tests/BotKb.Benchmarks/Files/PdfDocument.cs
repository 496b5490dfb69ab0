using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BotKb.Benchmarks.Files;

/// <summary>Writes PDF documents of full pages in a standard font.</summary>
internal static class PdfDocument
{
    private const int LinesOfPage = 44;
    private const int CharactersOfLine = 88;
    private const int Size = 11;
    private const int HeadingSize = 16;
    private const int Left = 60;
    private const int Top = 780;
    private const int LineHeight = 16;

    /// <summary>The bytes of a document of so many pages; the text is repeated where it is too short.</summary>
    public static byte[] Of(string title, string text, int pages)
    {
        var lines = Lines(text).ToArray();
        using var document = new PdfDocumentBuilder();
        var font = document.AddStandard14Font(Standard14Font.Helvetica);
        var bold = document.AddStandard14Font(Standard14Font.HelveticaBold);
        for (var page = 0; page < pages; page++)
        {
            var builder = document.AddPage(PageSize.A4);
            builder.AddText($"{page + 1} {title}", HeadingSize, new PdfPoint(Left, Top), bold);
            for (var line = 0; line < LinesOfPage; line++)
            {
                var at = new PdfPoint(Left, Top - ((line + 2) * LineHeight));
                builder.AddText(lines[((page * LinesOfPage) + line) % lines.Length], Size, at, font);
            }
        }

        return document.Build();
    }

    private static IEnumerable<string> Lines(string text)
    {
        // What the standard fonts can show.
        var plain = new string([.. text.Where(c => c is >= ' ' and <= '~' or '\n')]);
        var line = "";
        foreach (var word in plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length >= CharactersOfLine)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }
}
