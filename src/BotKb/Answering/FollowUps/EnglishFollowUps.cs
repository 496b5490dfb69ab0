using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace BotKb.Answering.FollowUps;

/// <summary>Tells English follow-up questions: "and for managers?", "what about Berlin?", "does it apply to me?", "how long?".</summary>
internal static partial class EnglishFollowUps
{
    private const int LongestFragment = 6;

    // Milliseconds; the patterns take microseconds.
    private const int Limit = 10_000;

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace;

    // Words that name nothing; a pronoun after them has nothing else in the question to stand for.
    private static readonly FrozenSet<string> Empty = """
        a an the and but or so also then ok okay well please i me my we us our you your he she it they them this that these those his her its their
        is are was were be been being am do does did done has have had can could will would shall should may might must
        what when where which who whom whose why how long much many often far old soon big large high fast late early exactly
        if not no yes there here of for in on at to from by with about into as than more most any some all just only still even too very really
        need needed get got tell know mean else again instead happens happen one ones same
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the message leaves out; null where it stands alone.</summary>
    public static FollowUp? Read(string text)
    {
        var asked = text.TrimEnd('?', '.', '!', ' ');
        if (About().Match(asked) is { Success: true } about)
        {
            return new FollowUp(asked[about.Length..].Trim());
        }

        var and = And().Match(asked);
        var rest = asked[and.Length..].Trim();
        var words = Words(rest);
        var named = words.Count(word => !Empty.Contains(word));
        var fragment = words.Count > 0 && words.Count <= LongestFragment && !Opening().IsMatch(rest);
        if (fragment && named > 0 && (and.Success || StartsElliptic().IsMatch(rest)))
        {
            return new FollowUp(rest);
        }

        if (fragment && named == 1 && words.Count == 1 && text.EndsWith('?'))
        {
            return new FollowUp(rest);
        }

        return named == 0 || (and.Success && named == 1) || Refers(rest) ? new FollowUp(null) : null;
    }

    // A pronoun with nothing before it that it could stand for. Within one clause the one or two words before it act on it.
    private static bool Refers(string text)
    {
        var clean = NoReference().Replace(text, match => new string('_', match.Length));
        var pronoun = Pronoun().Match(clean);
        if (!pronoun.Success)
        {
            return false;
        }

        var before = text[..pronoun.Index];
        var named = Words(before).Count(word => !Empty.Contains(word));
        return named == 0 || (named <= 2 && pronoun.Groups["object"].Success && !Clause().IsMatch(before));
    }

    private static List<string> Words(string text) => Word().Matches(text).Select(match => match.Value).ToList();

    [GeneratedRegex(@"[\p{L}\p{Nd}]([\p{L}\p{Nd}'’_./-]*[\p{L}\p{Nd}])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex Word();

    [GeneratedRegex(@"^((and|but|or|so|ok(ay)?)[\s,]+)? ((what|how)\s+about | same\s+(for|question\s+for)(?=\s)) (?=\s+\S)", Options, Limit)]
    private static partial Regex About();

    [GeneratedRegex(@"^(and|but|or|so|also|ok(ay)?\s+and)(\s+then)? [\s,]+ (?=\S)", Options, Limit)]
    private static partial Regex And();

    // Words that begin a whole question or an order.
    [GeneratedRegex(
        @"^(what|when|where|which|who|whom|whose|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|am|if
            |tell|show|list|give|explain|find|describe|compare|name|please)\b",
        Options,
        Limit)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(for|in|at|from|with|by|during|after|before|without|only|even|not|since|until|per)\s", Options, Limit)]
    private static partial Regex StartsElliptic();

    [GeneratedRegex(@"[,;:] | (?<=\w\s)(and|or|if|when|while|before|after|because|once|unless|until|that|which|who)\b", Options, Limit)]
    private static partial Regex Clause();

    [GeneratedRegex(
        """
        \b(
          (?<object> it | them | him | her(?=\s*($|[?.,!])) | (this|that|these|those)(?=\s*($|[?.,!])) )
          | they | he | she | its | their | theirs | there(?=\s*($|[?.,!]))
          | (this|these|those) (?=\s+\w) | that (?=\s+(apply|applies|mean|happen|work|cover|include|cost|take|depend|change|count|\w+\s*($|[?.,!])))
          | the\s+(same|former|latter|other\s+one)
        )\b
        """,
        Options,
        Limit)]
    private static partial Regex Pronoun();

    // Words that look like references and are none.
    [GeneratedRegex(
        """
        \b(
          (is|was|isn['’]t|would) \s+ it \s+ (possible|allowed|ok|okay|necessary|required|mandatory|true|permitted|safe|legal|better|worth|correct|right|normal|common
            |important|difficult|easy|hard|compulsory|acceptable|forbidden|too\s+late) \b
          | it \s+ (take|cost|require)s? (?= .* \s (to|for) \s )
          | time \s+ is \s+ it
          | (is|are|was|were) \s+ there (?= \s+ \w )
          | (this|these|those|that) \s+ (year|month|week|quarter|morning|afternoon|evening|summer|winter|spring|autumn|days?)
          | this \s+ (company|organi[sz]ation|bot|site|website|office|building|country)
        )\b
        """,
        Options,
        Limit)]
    private static partial Regex NoReference();
}
