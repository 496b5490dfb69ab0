using System.Text;
using BotKb.Retrieval;

namespace BotKb.Answering.Streaming;

/// <summary>Collects the parts of a filtered answer. Brackets written in pieces never join to a link that nobody checked.</summary>
internal sealed class FilteredText
{
    private const string BeforeDefinition = " \t>-*+0123456789.)";

    private readonly List<AnswerPart> _parts = [];
    private readonly StringBuilder _words = new();
    private readonly StringBuilder _statement = new();
    private bool _lineOpen = true;
    private bool _definitionOpen;
    private bool _markOpen;
    private bool _gap;
    private bool _marked;

    /// <summary>The last character written; 0 before the first.</summary>
    public char Last { get; private set; }

    /// <summary>The parts since the last call.</summary>
    public IReadOnlyList<AnswerPart> Take()
    {
        Flush();
        AnswerPart[] parts = [.. _parts];
        _parts.Clear();
        return parts;
    }

    /// <summary>Writes words of the answer.</summary>
    public void Write(ReadOnlySpan<char> words)
    {
        if (_gap && words.Length > 0)
        {
            words = words[0] == ' ' ? words[1..] : words;
            _gap = false;
        }

        if (words.IsEmpty)
        {
            return;
        }

        // "](" would make a link of what is none, "]:" at the beginning of a line the target of others.
        if (Last == ']' && (words[0] == '(' || (words[0] == ':' && _definitionOpen)))
        {
            Append(" ");
        }

        if (_marked)
        {
            _statement.Clear();
            _marked = false;
        }

        Append(words);
        _statement.Append(words);
    }

    /// <summary>Yields a citation; its mark follows.</summary>
    public void Cite(Passage passage)
    {
        Flush();
        _parts.Add(new AnswerPart.Cited(new Citation(passage, SupportingQuote.Of(passage, _statement.ToString()))));
    }

    /// <summary>Writes the mark of a citation.</summary>
    public void WriteMark(int number)
    {
        _gap = false;
        Append($"[{number}]");
        _marked = true;
    }

    /// <summary>Something was taken out: where it stood between two spaces, one is enough.</summary>
    public void CloseGap() => _gap = _gap || Last is ' ' or '\n' or '\0';

    /// <summary>Something is taken out: what stands around it must not join to a mark that nobody checked, as in <c>[[9]2]</c>.</summary>
    public void BreakMark()
    {
        if (_markOpen)
        {
            Append(" ");
        }
    }

    /// <summary>Begins a link whose target was checked.</summary>
    public void BeginLink()
    {
        _gap = false;
        Append(Last == '!' ? " [" : "[");
    }

    /// <summary>Ends the link.</summary>
    public void EndLink(string target)
    {
        _gap = false;
        Append($"]({target})");
    }

    private void Append(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            _definitionOpen = c != '\n' && (_definitionOpen || (c == '[' && _lineOpen));
            _markOpen = c == '[' || (_markOpen && char.IsAsciiDigit(c));
            _lineOpen = c == '\n' || (_lineOpen && BeforeDefinition.Contains(c, StringComparison.Ordinal));
        }

        _words.Append(words);
        Last = words[^1];
    }

    private void Flush()
    {
        if (_words.Length > 0)
        {
            _parts.Add(new AnswerPart.Text(_words.ToString()));
            _words.Clear();
        }
    }
}
