using System.Buffers;
using System.Collections.Frozen;

namespace BotKb.Retrieval.Analysis;

/// <summary>Words of a question that say how it is asked, not what it is about.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> English = Words("""
        a about above after again all also am an and any are as at be because been before being below between both but by can
        could did do does doing done down during each either etc few for from further had has have having he her here hers him his
        how i if in into is it its just many may me might more most much must my of off on once one only or other our out over own
        please same shall she should so some such tell than that the their them then there these they this those through to too
        under until up upon us very was we were what when where which while who whom whose why will with would you your
        """);

    // Folded like the text that they are looked for in: 么 becomes 幺 there.
    private static readonly string[] ChineseLongestFirst = Words("""
        为什么 是什么 有什么 叫什么 做什么 什么样 什么时候 什么 怎么样 怎么办 怎么 怎样 如何 多少 哪一个 哪一 哪些 哪个 哪里 哪儿 哪种 哪位 哪年 哪 谁 为何 何时 何处 何地 何种 何人
        是否 有没有 能不能 可不可以 是不是 请问 请 吗 呢 吧 啊 几个 几 多久 多大 多长 多高 
        """).Select(TextFolding.Fold).OrderByDescending(word => word.Length).ToArray();

    private static readonly SearchValues<char> FunctionCharacters =
        SearchValues.Create("的了是在和与及也就都而被把之其有为对于从以到或等这那该此");

    /// <summary>True for a character that joins words rather than being one: simplified, as in folded text.</summary>
    public static bool IsFunctionCharacter(char c) => FunctionCharacters.Contains(c);

    /// <summary>True for an English function or question word, lower case.</summary>
    public static bool IsEnglish(string word) => English.Contains(word);

    /// <summary>
    /// The length of the Chinese question word at the start of folded text; 0 where none stands, or where a longer word begins (请 asks,
    /// 请假 asks for leave).
    /// </summary>
    public static int ChineseAt(ReadOnlySpan<char> text)
    {
        var word = ChineseDictionary.Instance.LongestWordAt(text, out _);
        foreach (var stop in ChineseLongestFirst)
        {
            if (text.StartsWith(stop, StringComparison.Ordinal) && stop.Length >= word)
            {
                return stop.Length;
            }
        }

        return 0;
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
