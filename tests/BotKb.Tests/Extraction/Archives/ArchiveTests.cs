using System.Buffers.Binary;
using System.IO.Compression;
using BotKb.Knowledge;

namespace BotKb.Tests.Extraction.Archives;

public sealed class ArchiveTests
{
    private const string WordTypes = """<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    [Fact]
    public void A_sound_archive_is_unsupported_and_says_what_to_do()
    {
        var result = Extracting.File("a.zip", TestZip.Of(("a.txt", "text"), ("b/c.txt", "more")));

        result.Status.ShouldBe(ExtractionStatus.Unsupported);
        result.Reason.ShouldContain("put the files");
    }

    [Fact]
    public void An_archive_that_unpacks_to_far_more_than_its_size_is_a_bomb() =>
        Extracting.File("a.zip", TestZip.Of(("zeros", new byte[110 * 1024 * 1024]))).Status.ShouldBe(ExtractionStatus.Bomb);

    [Fact]
    public void Archives_in_an_archive_count_together()
    {
        var inner = TestZip.Of(("zeros", new byte[40 * 1024 * 1024]));

        Extracting.File("a.zip", TestZip.Of(("1.zip", inner), ("2.zip", inner), ("3.zip", inner))).Status.ShouldBe(ExtractionStatus.Bomb);
    }

    [Fact]
    public void An_archive_nested_without_end_is_a_bomb()
    {
        var zip = TestZip.Of(("a.txt", "text"));
        for (var i = 0; i < 12; i++)
        {
            zip = TestZip.Of(("next.zip", zip));
        }

        Extracting.File("a.zip", zip).Status.ShouldBe(ExtractionStatus.Bomb);
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_a_bomb() =>
        Extracting.File("a.zip", WithRepeatedEntry(TestZip.Of(("a.txt", "text")))).Status.ShouldBe(ExtractionStatus.Bomb);

    [Fact]
    public void A_document_whose_directory_lies_about_sizes_is_a_bomb()
    {
        var zip = TestZip.Of(
            ("word/document.xml", new byte[70 * 1024 * 1024]), ("[Content_Types].xml", System.Text.Encoding.UTF8.GetBytes(WordTypes)));

        Extracting.File("a.docx", WithDeclaredSize(zip, 1000)).Status.ShouldBe(ExtractionStatus.Bomb);
    }

    [Fact]
    public void A_protected_archive_is_encrypted()
    {
        var zip = TestZip.Of(("a.txt", "text"));
        zip[DirectoryOf(zip) + 8] |= 1;

        Extracting.File("a.zip", zip).Status.ShouldBe(ExtractionStatus.Encrypted);
    }

    [Fact]
    public void A_zip_that_is_named_like_a_document_and_holds_none_is_corrupt() =>
        Extracting.File("a.docx", TestZip.Of(("a.txt", "text"))).Status.ShouldBe(ExtractionStatus.Corrupt);

    [Fact]
    public void A_compressed_stream_that_never_ends_is_a_bomb() =>
        Extracting.File("a.gz", Gzip(new byte[110 * 1024 * 1024])).Status.ShouldBe(ExtractionStatus.Bomb);

    [Fact]
    public void A_sound_compressed_file_is_unsupported() =>
        Extracting.File("a.gz", Gzip("text"u8.ToArray())).Status.ShouldBe(ExtractionStatus.Unsupported);

    [Fact]
    public void A_damaged_compressed_file_is_corrupt()
    {
        var gzip = Gzip("some text that is long enough to be packed"u8.ToArray());
        gzip.AsSpan(10, 8).Fill(0xFF);

        Extracting.File("a.gz", gzip).Status.ShouldBe(ExtractionStatus.Corrupt);
    }

    [Theory]
    [InlineData("a.7z", new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1 })]
    [InlineData("a.rar", new byte[] { 0x52, 0x61, 0x72, 0x21, 0x1A, 7, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 })]
    public void A_damaged_archive_of_another_kind_is_corrupt(string name, byte[] content) =>
        Extracting.File(name, content).Status.ShouldBe(ExtractionStatus.Corrupt);

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }

    private static int DirectoryOf(byte[] zip) => (int)BinaryPrimitives.ReadUInt32LittleEndian(zip.AsSpan(zip.Length - 6));

    private static byte[] WithRepeatedEntry(byte[] zip)
    {
        var directory = zip[DirectoryOf(zip)..^22];
        var end = zip[^22..];
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Length * 2);
        return [.. zip[..^22], .. directory, .. end];
    }

    private static byte[] WithDeclaredSize(byte[] zip, uint size)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(DirectoryOf(zip) + 24), size);
        return zip;
    }
}
