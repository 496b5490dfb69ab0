using System.Collections.Immutable;

namespace BotKb.WebConsole.Documents;

/// <summary>A part of a passage: running text or a table.</summary>
internal abstract record PassagePart
{
    private PassagePart()
    {
    }

    /// <summary>Text whose line breaks count.</summary>
    public sealed record Running(ShownText Text) : PassagePart;

    /// <summary>A table.</summary>
    public sealed record Table(ImmutableArray<ShownText> Header, ImmutableArray<ImmutableArray<ShownText>> Rows) : PassagePart;
}
