using System.Buffers.Binary;
using System.Text;
using BotKb.Knowledge;

namespace BotKb.Sources.Extraction;

/// <summary>
/// The directory of a compound file (MS-CFB), the container of the Office formats before 2007, of .msg and of protected
/// documents of today. Reads only what tells them apart.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryLength = 128, FirstFatPointer = 76, FatPointersInHeader = 109;
    private const uint LastRegularSector = 0xFFFFFFFA;

    private readonly byte[] _content;
    private readonly int _sectorLength;
    private readonly Dictionary<string, uint> _firstSectors = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(byte[] content)
    {
        _content = content;
        _sectorLength = 1 << Math.Min((int)BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(30)), 12);
    }

    /// <summary>Reads the directory.</summary>
    /// <exception cref="ExtractionException">The container is damaged.</exception>
    public static CompoundFile Read(byte[] content)
    {
        try
        {
            var file = new CompoundFile(content);
            file.ReadDirectory();
            return file;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new ExtractionException(ExtractionStatus.Corrupt, "The file is a damaged Office file; get a sound copy.");
        }
    }

    /// <summary>True when a stream or storage of this name is anywhere in the file.</summary>
    public bool Has(string name) => _firstSectors.ContainsKey(name);

    /// <summary>The first bytes of a stream; empty where it lies outside the regular sectors.</summary>
    public ReadOnlySpan<byte> Start(string name)
    {
        if (!_firstSectors.TryGetValue(name, out var sector) || sector >= LastRegularSector)
        {
            return [];
        }

        var offset = (sector + 1L) * _sectorLength;
        return offset < _content.Length ? _content.AsSpan((int)offset, (int)Math.Min(_sectorLength, _content.Length - offset)) : [];
    }

    private void ReadDirectory()
    {
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(_content.AsSpan(48));
        var visited = new HashSet<uint>();
        while (sector < LastRegularSector && visited.Add(sector))
        {
            var entries = Sector(sector);
            for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength)
            {
                ReadEntry(entries.Slice(at, EntryLength));
            }

            sector = Next(sector);
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry)
    {
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]);
        if (entry[66] != 0 && nameLength is >= 2 and <= 64)
        {
            var name = Encoding.Unicode.GetString(entry[..(nameLength - 2)]);
            _firstSectors.TryAdd(name, BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]));
        }
    }

    private ReadOnlySpan<byte> Sector(uint sector) => _content.AsSpan(checked((int)((sector + 1L) * _sectorLength)), _sectorLength);

    // Directories lie at the front in practice; a chain that needs allocation sectors beyond the header's 109 (7 MB) ends there.
    private uint Next(uint sector)
    {
        var perSector = (uint)_sectorLength / sizeof(uint);
        var fat = sector / perSector;
        if (fat >= FatPointersInHeader)
        {
            return uint.MaxValue;
        }

        var fatSector = BinaryPrimitives.ReadUInt32LittleEndian(_content.AsSpan(FirstFatPointer + ((int)fat * sizeof(uint))));
        return fatSector >= LastRegularSector
            ? uint.MaxValue
            : BinaryPrimitives.ReadUInt32LittleEndian(Sector(fatSector)[(int)(sector % perSector * sizeof(uint))..]);
    }
}
