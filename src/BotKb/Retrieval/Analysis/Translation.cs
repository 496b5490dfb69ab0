namespace BotKb.Retrieval.Analysis;

/// <summary>How much each of the glosses of a Chinese word says about it.</summary>
internal static class Translation
{
    /// <summary>So many glosses of a word are used, the commonest senses first.</summary>
    public const int MostGlosses = 8;

    private static readonly float[] Falling = Enumerable.Range(0, MostGlosses).Select(i => MathF.Pow(0.8f, i)).ToArray();

    /// <summary>
    /// The weight of a gloss: later senses count less, and so does each one of many.
    /// </summary>
    /// <param name="gloss">Its place, from 0.</param>
    /// <param name="count">How many glosses the word has.</param>
    public static float Share(int gloss, int count) => Falling[gloss] / MathF.Sqrt(count);

    /// <summary>
    /// True for a word of several characters, and for one that stands alone; a character within a run means little by itself.
    /// </summary>
    /// <param name="word">The length of the word.</param>
    /// <param name="run">The length of the run that it stands in.</param>
    public static bool Translates(int word, int run) => word > 1 || (word == 1 && run == 1);
}
