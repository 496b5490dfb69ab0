namespace BotKb.Retrieval;

/// <summary>Why a term of a passage stands for a word of the question.</summary>
public enum TermKind
{
    /// <summary>It is the word, number or code itself, in any form.</summary>
    Word,

    /// <summary>Neighbouring characters of a script without spaces.</summary>
    Characters,

    /// <summary>It translates the word.</summary>
    Translation,

    /// <summary>It means the same, or is another part of speech for the same thing.</summary>
    Synonym,
}
