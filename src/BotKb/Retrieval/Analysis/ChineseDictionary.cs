using System.Buffers.Binary;
using System.Text;

namespace BotKb.Retrieval.Analysis;

/// <summary>
/// CC-CEDICT: which runs of characters are words, the English stems that translate them, and the form in which each character is
/// compared. Loaded on first use, then immutable.
/// </summary>
internal sealed class ChineseDictionary
{
    private const int LongestWord = 12;
    private static readonly Lazy<ChineseDictionary> Loaded = new(Load);

    private readonly char[] _fold;
    private readonly Dictionary<char, string> _longForms = [];
    private readonly ulong[] _keys;
    private readonly int[] _glossStarts;
    private readonly byte[] _glosses;
    private readonly byte[] _longestByFirst = new byte[char.MaxValue + 1];
    private readonly string[] _stems;

    private ChineseDictionary(byte[] data)
    {
        var rest = data.AsSpan();
        _fold = ReadFold(Encoding.UTF8.GetString(Section(ref rest)));
        _stems = Encoding.UTF8.GetString(Section(ref rest)).Split('\n').Select(EnglishStemmer.Stem).ToArray();
        StemIds = Array.ConvertAll(_stems, stem => Feature.Word(stem));
        GlossIds = Array.ConvertAll(_stems, stem => Feature.Gloss(stem));
        var words = Encoding.UTF8.GetString(Section(ref rest));
        _glosses = Section(ref rest).ToArray();
        _keys = new ulong[1 << 18];
        _glossStarts = new int[_keys.Length];
        ReadWords(words);
    }

    /// <summary>The dictionary embedded in this assembly.</summary>
    public static ChineseDictionary Instance => Loaded.Value;

    /// <summary>By number of a gloss: the term of its stem as a word of an English text.</summary>
    public uint[] StemIds { get; }

    /// <summary>By number of a gloss: the term of its stem as a translation.</summary>
    public uint[] GlossIds { get; }

    /// <summary>The form of a character when it is one character too: NFKC, without accent, simplified.</summary>
    public bool TryFold(char c, out char form)
    {
        form = _fold[c];
        return form != '\0' || c == '\0';
    }

    /// <summary>The form of a character that <see cref="TryFold"/> does not know: none or several characters.</summary>
    public string LongForm(char c) => _longForms[c];

    /// <summary>The stem behind the number of a gloss.</summary>
    public string Stem(int gloss) => _stems[gloss];

    /// <summary>The length of the longest word at the start of folded text; 0 where none begins.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="entry">Where <see cref="ReadGlosses"/> finds the word's translations.</param>
    public int LongestWordAt(ReadOnlySpan<char> text, out int entry)
    {
        entry = -1;
        var limit = text.IsEmpty ? 0 : Math.Min(_longestByFirst[text[0]], text.Length);
        var found = 0;
        var hash = Feature.Empty;
        for (var length = 1; length <= limit; length++)
        {
            hash = Feature.Extend(hash, text[length - 1]);
            var slot = Slot(hash);
            if (_keys[slot] == hash)
            {
                found = length;
                entry = _glossStarts[slot];
            }
        }

        return found;
    }

    /// <summary>The numbers of a word's glosses, the commonest senses first.</summary>
    /// <returns>How many were written.</returns>
    public int ReadGlosses(int entry, Span<int> glosses)
    {
        var at = entry;
        var count = Math.Min(ReadVarint(ref at), glosses.Length);
        for (var i = 0; i < count; i++)
        {
            glosses[i] = ReadVarint(ref at) >> 1;
        }

        return count;
    }

    private static ChineseDictionary Load() => new(EmbeddedDictionary.Read("zh-en.br"));

    private char[] ReadFold(ReadOnlySpan<char> lines)
    {
        var fold = new char[char.MaxValue + 1];
        for (var c = 0; c < fold.Length; c++)
        {
            fold[c] = (char)c;
        }

        foreach (var range in lines.Split('\n'))
        {
            var line = lines[range];
            fold[line[0]] = line.Length == 2 ? line[1] : '\0';
            if (line.Length != 2)
            {
                _longForms[line[0]] = line[1..].ToString();
            }
        }

        return fold;
    }

    private void ReadWords(ReadOnlySpan<char> words)
    {
        var at = 0;
        foreach (var range in words.Split('\n'))
        {
            var word = words[range];
            var hash = Feature.Hash64(word);
            var slot = Slot(hash);
            _keys[slot] = hash;
            _glossStarts[slot] = at;
            _longestByFirst[word[0]] = (byte)Math.Max(_longestByFirst[word[0]], Math.Min(word.Length, LongestWord));
            for (var left = ReadVarint(ref at); left > 0; left--)
            {
                ReadVarint(ref at);
            }
        }
    }

    private int Slot(ulong hash)
    {
        // The high bits of this hash hardly differ between short words.
        var slot = (int)((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15 >> 46);
        while (_keys[slot] != 0 && _keys[slot] != hash)
        {
            slot = (slot + 1) & (_keys.Length - 1);
        }

        return slot;
    }

    private int ReadVarint(ref int at)
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = _glosses[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static Span<byte> Section(ref Span<byte> rest)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var section = rest.Slice(4, length);
        rest = rest[(4 + length)..];
        return section;
    }
}
