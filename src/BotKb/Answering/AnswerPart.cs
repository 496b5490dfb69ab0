namespace BotKb.Answering;

/// <summary>A piece of an answer that is being made.</summary>
public abstract record AnswerPart
{
    private AnswerPart()
    {
    }

    /// <summary>Words to append. Citation marks stand in them as <c>[1]</c>, counted from 1 in the order of the citations yielded.</summary>
    /// <param name="Words">Not empty; may end within a word.</param>
    public sealed record Text(string Words) : AnswerPart;

    /// <summary>The next citation; it comes before the words that carry its mark.</summary>
    /// <param name="Citation">What is cited.</param>
    public sealed record Cited(Citation Citation) : AnswerPart;

    /// <summary>A sentence of BotKb's own about the answer, in the asker's language, shown apart from its text; the last one counts.</summary>
    /// <param name="Words">E.g. that the model did not answer and the documents are quoted instead.</param>
    public sealed record Notice(string Words) : AnswerPart;

    /// <summary>What was yielded before is void: text, citations and notice begin anew.</summary>
    public sealed record Restart : AnswerPart;

    /// <summary>The end.</summary>
    /// <param name="Outcome">What kind of end.</param>
    /// <param name="Trace">How the answer came about.</param>
    public sealed record Done(AnswerOutcome Outcome, AnswerTrace Trace) : AnswerPart;
}
