using System.IO.Compression;
using System.Text;

namespace BotKb.EndToEndTests.Extraction;

/// <summary>Files that are made to hang, exhaust or crash whoever reads them.</summary>
internal static class BadFiles
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>A page tree whose only node is its own child.</summary>
    public static byte[] PdfWithPagesInACircle() =>
        Pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>");

    /// <summary>A page whose drawing draws itself.</summary>
    public static byte[] PdfThatDrawsItself() => Pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>",
        PdfStream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>", "/F Do /F Do"u8.ToArray()),
        PdfStream("", "/F Do"u8.ToArray()));

    /// <summary>An object that nests so deep that reading it by recursion ends the stack.</summary>
    public static byte[] PdfThatNestsWithoutEnd() => Pdf(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids" + new string('[', 5 * Megabyte) + ">>");

    /// <summary>A page whose content is a few kilobytes that unpack, twice, to far more than any memory.</summary>
    public static byte[] PdfWithABombInAPage(int gigabytes) => Pdf(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>",
        PdfStream("/Filter[/FlateDecode/FlateDecode]", Deflated(Deflated(Spaces(gigabytes)))));

    /// <summary>A small page tree of ten times ten times ten ... pages.</summary>
    public static byte[] PdfWithPagesWithoutNumber(int levels) => Pdf([
        "<</Type/Catalog/Pages 2 0 R>>",
        .. Enumerable.Range(3, levels).Select(child => $"<</Type/Pages/Count 10/Kids[{Tenfold($"{child} 0 R ")}]>>"),
        $"<</Type/Page/Parent {levels + 1} 0 R/MediaBox[0 0 100 100]>>",
    ]);

    /// <summary>A page whose drawing holds ten drawings that hold ten drawings ...; the innermost write <paramref name="text"/>.</summary>
    public static byte[] PdfWithDrawingsWithoutNumber(int levels, string text) => Pdf([
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
        PdfStream("", "/F Do"u8.ToArray()),
        .. Enumerable.Range(6, levels).Select(child => PdfStream(
            $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {child} 0 R>>>>",
            Encoding.ASCII.GetBytes(Tenfold("/F Do ")))),
        PdfStream(
            "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
            Encoding.ASCII.GetBytes($"BT /F 9 Tf ({text}) Tj ET")),
    ]);

    /// <summary>A Word document whose text unpacks to far more than any memory.</summary>
    public static byte[] WordBomb(int gigabytes)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Write(archive, "[Content_Types].xml", ["""
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
                """u8.ToArray()]);
            Write(archive, "_rels/.rels", ["""
                <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
                """u8.ToArray()]);
            Write(archive, "word/document.xml", [
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"u8.ToArray(),
                .. Spaces(gigabytes),
                "</w:t></w:r></w:p></w:body></w:document>"u8.ToArray(),
            ]);
        }

        return file.ToArray();
    }

    private static string Tenfold(string text) => string.Concat(Enumerable.Repeat(text, 10));

    private static IEnumerable<byte[]> Spaces(int gigabytes)
    {
        var megabyte = new byte[Megabyte];
        Array.Fill(megabyte, (byte)'x');
        return Enumerable.Repeat(megabyte, gigabytes * 1024);
    }

    private static byte[] Deflated(params IEnumerable<byte[]> pieces)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            foreach (var piece in pieces)
            {
                deflate.Write(piece);
            }
        }

        return packed.ToArray();
    }

    private static void Write(ZipArchive archive, string name, IEnumerable<byte[]> pieces)
    {
        using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        foreach (var piece in pieces)
        {
            entry.Write(piece);
        }
    }

    /// <summary>Bytes as characters of Latin-1, so that a whole PDF can be put together as text.</summary>
    private static string PdfStream(string entries, byte[] content) =>
        $"<<{entries}/Length {content.Length}>>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    private static byte[] Pdf(params string[] objects)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var content in objects)
        {
            offsets.Add(text.Length);
            text.Append($"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var table = text.Length;
        text.Append($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append($"{offset:D10} 00000 n \n"));
        text.Append($"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
