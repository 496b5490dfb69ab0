using System.Buffers;
using BotKb.Retrieval;

namespace BotKb.Answering.Streaming;

/// <summary>
/// Lets the words of an answer through as they come and checks what stands in brackets: citations are numbered anew in order of first
/// use and those that point nowhere are taken out; links lead only to hosts that the passages name, and images become their text.
/// Words without brackets pass unchanged. How the text is cut into pieces changes nothing.
/// </summary>
/// <param name="passages">What the numbers of the citations count, from 1; none: every citation is taken out and not counted.</param>
/// <param name="hosts">The hosts that links may lead to.</param>
internal sealed class AnswerFilter(IReadOnlyList<Passage> passages, KnownHosts hosts)
{
    private const string Openers = "[【［";
    private const string Closers = "]】］";
    private static readonly SearchValues<char> Special = SearchValues.Create("[【［]!<");

    private readonly FilteredText _out = new();
    private readonly List<int> _order = [];
    private string _pending = "";

    /// <summary>Citations taken out because they point nowhere.</summary>
    public int Invented { get; private set; }

    /// <summary>The places in the list of passages that were cited, in order of first use.</summary>
    public IReadOnlyList<int> Cited => _order;

    /// <summary>What may be shown now that these words came; nothing while a bracket may still become a citation or a link.</summary>
    public IReadOnlyList<AnswerPart> Push(string words)
    {
        _pending = Drain(_pending.Length > 0 ? _pending + words : words, final: false);
        return _out.Take();
    }

    /// <summary>What was held back; nothing more comes.</summary>
    public IReadOnlyList<AnswerPart> Finish()
    {
        _pending = Drain(_pending, final: true);
        return _out.Take();
    }

    // Writes what is decided and gives back the rest.
    private string Drain(string text, bool final)
    {
        var at = 0;
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOfAny(Special);
            if (next < 0)
            {
                _out.Write(text.AsSpan(at));
                return "";
            }

            _out.Write(text.AsSpan(at, next));
            at += next;
            var step = Read(text, at, final);
            if (step.Waits)
            {
                return text[at..];
            }

            (text, at) = step.Instead is null ? (text, at + step.Length) : (step.Instead + text[(at + step.Length)..], 0);
        }

        return "";
    }

    private FilterStep Read(string text, int at, bool final) => text[at] switch
    {
        '!' when at + 1 < text.Length && text[at + 1] == '[' => ReadBrackets(text, at, at + 1, final),
        '!' when at + 1 == text.Length && !final => FilterStep.Wait,
        '<' => ReadAddress(text, at, final),
        ']' or '!' => Keep(text, at, 1),
        _ => ReadBrackets(text, at, at, final),
    };

    private FilterStep ReadBrackets(string text, int at, int open, bool final)
    {
        var kind = Openers.IndexOf(text[open], StringComparison.Ordinal);
        if (at == open && _out.Last == '\\')
        {
            return Keep(text, at, 1);
        }

        var close = Brackets.Close(text, open, Closers[kind], final);
        if (close == Brackets.Unknown)
        {
            return FilterStep.Wait;
        }

        if (close < 0)
        {
            return Keep(text, at, open + 1 - at);
        }

        var (target, end) = kind == 0 ? Brackets.Target(text, close + 1, final) : (null, close + 1);
        if (end == Brackets.Unknown)
        {
            return FilterStep.Wait;
        }

        var inside = text[(open + 1)..close];
        return CitationMarks.Read(inside) is { } numbers
            ? ReadCitation(at, close, numbers, target, end)
            : ReadLink(text, at, open, inside, target, end);
    }

    // A model may write its citation as a link.
    private FilterStep ReadCitation(int at, int close, IReadOnlyList<int> numbers, string? target, int end)
    {
        var known = numbers.Where(number => number >= 1 && number <= passages.Count).ToList();
        Invented += passages.Count > 0 ? numbers.Count - known.Count : 0;
        foreach (var number in known)
        {
            var order = _order.IndexOf(number - 1);
            if (order < 0)
            {
                order = _order.Count;
                _order.Add(number - 1);
                _out.Cite(passages[number - 1]);
            }

            _out.WriteMark(order + 1);
        }

        if (known.Count == 0)
        {
            _out.BreakMark();
            _out.CloseGap();
        }

        return FilterStep.Done((target is not null && KnownHosts.IsWeb(target) ? end : close + 1) - at);
    }

    private FilterStep ReadLink(string text, int at, int open, string label, string? target, int end)
    {
        var image = open > at;
        if (target is null || (!image && !KnownHosts.IsWeb(target)))
        {
            return Keep(text, at, open + 1 - at);
        }

        if (image || !hosts.Contains(target))
        {
            _out.BreakMark();
            return FilterStep.Replace(end - at, label);
        }

        _out.BeginLink();
        Drain(label, final: true);
        _out.EndLink(target);
        return FilterStep.Done(end - at);
    }

    private FilterStep ReadAddress(string text, int at, bool final)
    {
        var close = Brackets.AddressEnd(text, at, final);
        if (close == Brackets.Unknown)
        {
            return FilterStep.Wait;
        }

        if (close < 0)
        {
            return Keep(text, at, 1);
        }

        var target = text[(at + 1)..close];
        if (hosts.Contains(target))
        {
            return Keep(text, at, close + 1 - at);
        }

        _out.BreakMark();
        return FilterStep.Replace(close + 1 - at, target);
    }

    private FilterStep Keep(string text, int at, int length)
    {
        _out.Write(text.AsSpan(at, length));
        return FilterStep.Done(length);
    }
}
