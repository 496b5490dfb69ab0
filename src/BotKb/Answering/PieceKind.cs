namespace BotKb.Answering;

/// <summary>What a piece of a passage is to a person who reads it alone.</summary>
internal enum PieceKind
{
    /// <summary>A sentence or a list item.</summary>
    Sentence,

    /// <summary>A row of a table, not the header.</summary>
    TableRow,

    /// <summary>A sentence that announces a list, and items of the list.</summary>
    List,

    /// <summary>A heading, a header row, a table rule or a code fence: gives context, says nothing alone.</summary>
    Context,
}
