using System.Net;
using System.Text;
using BotKb.Benchmarks.Corpus;

namespace BotKb.Benchmarks.Files;

/// <summary>Files of the kinds that a company keeps, one to a few pages each, from a corpus; always the same.</summary>
internal static class MixedFiles
{
    private const int MostChunks = 6;
    private const int FilesOfFolder = 500;

    /// <summary>Writes so many files, a fifth of each kind.</summary>
    public static void Write(string folder, int count, ChunkCorpus corpus)
    {
        var random = new Random(1);
        using var chunks = corpus.Take(int.MaxValue).GetEnumerator();
        for (var i = 0; i < count; i++)
        {
            var paragraphs = Enumerable.Range(0, random.Next(1, MostChunks + 1)).Select(_ => Next(chunks)).ToArray();
            var (ending, bytes) = Make(i, $"Document {i}", paragraphs);
            var below = Directory.CreateDirectory(Path.Combine(folder, $"{i / FilesOfFolder}"));
            File.WriteAllBytes(Path.Combine(below.FullName, $"{i:D5}.{ending}"), bytes);
        }
    }

    private static (string Ending, byte[] Bytes) Make(int number, string title, string[] paragraphs) => (number % 5) switch
    {
        0 => ("txt", Encoding.UTF8.GetBytes($"{title}\n\n{string.Join("\n\n", paragraphs)}")),
        1 => ("md", Encoding.UTF8.GetBytes($"# {title}\n\n{string.Concat(paragraphs.Select((text, i) => $"## Part {i}\n\n{text}\n\n"))}")),
        2 => ("html", Html(title, paragraphs)),
        3 => ("docx", WordFile.Of(title, paragraphs.SelectMany(text => Pieces(text, '\n')))),
        _ => ("csv", Csv(paragraphs)),
    };

    private static byte[] Html(string title, string[] paragraphs)
    {
        var page = new StringBuilder("<!doctype html><html><head><meta charset=utf-8><style>p { margin: 1em }</style><title>")
            .Append(title).Append("</title></head><body><nav><ul>");
        for (var i = 0; i < 20; i++)
        {
            page.Append("<li><a href=/").Append(i).Append(">Section ").Append(i).Append("</a></li>");
        }

        page.Append("</ul></nav><main><h1>").Append(title).Append("</h1>");
        foreach (var text in paragraphs)
        {
            page.Append("<h2>Part</h2><p>").Append(WebUtility.HtmlEncode(text)).Append("</p>");
        }

        return Encoding.UTF8.GetBytes(page.Append("</main></body></html>").ToString());
    }

    private static byte[] Csv(string[] paragraphs)
    {
        var table = new StringBuilder("number,name,amount,text\n");
        foreach (var (row, i) in paragraphs.SelectMany(text => Pieces(text, '.', '。', '\n')).Select((row, i) => (row, i)))
        {
            table.Append(i).Append(",item ").Append(i % 17).Append(',').Append(i * 3).Append(",\"").Append(row.Replace("\"", "\"\"")).Append("\"\n");
        }

        return Encoding.UTF8.GetBytes(table.ToString());
    }

    private static string[] Pieces(string text, params char[] marks) =>
        text.Split(marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Next(IEnumerator<string> chunks)
    {
        chunks.MoveNext();
        return chunks.Current;
    }
}
