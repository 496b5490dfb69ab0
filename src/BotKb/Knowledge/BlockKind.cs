namespace BotKb.Knowledge;

/// <summary>What a piece of extracted text is in its document.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading; <see cref="Block.Level"/> says of which depth.</summary>
    Heading,

    /// <summary>One item of a list, its mark included.</summary>
    ListItem,

    /// <summary>A whole table as Markdown rows, the header row first.</summary>
    Table,

    /// <summary>Preformatted text whose line breaks matter.</summary>
    Code,
}
