namespace BotKb.Quality.Figures;

/// <summary>How much an answer shows; 0 when nothing was answered.</summary>
public sealed record ShownAmount(double Mean, int Max)
{
    internal static ShownAmount Of(IReadOnlyCollection<int> amounts) =>
        amounts.Count == 0 ? new(0, 0) : new(amounts.Average(), amounts.Max());
}
