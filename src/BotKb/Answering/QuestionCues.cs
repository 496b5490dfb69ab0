
namespace BotKb.Answering;

/// <summary>What kind of thing a question asks for, and whether a sentence names one.</summary>
[Flags]
internal enum QuestionCues
{
    /// <summary>Nothing that can be told by its form.</summary>
    None = 0,

    /// <summary>A number or an amount.</summary>
    Number = 1,

    /// <summary>A date, a year or a time.</summary>
    Time = 2,

    /// <summary>A person or an organisation.</summary>
    Name = 4,

    /// <summary>A place.</summary>
    Place = 8,

    /// <summary>A reason.</summary>
    Reason = 16,
}
