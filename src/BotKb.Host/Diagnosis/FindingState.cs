namespace BotKb.Host.Diagnosis;

/// <summary>How good a finding is.</summary>
internal static class FindingState
{
    public const string Good = "good";
    public const string Limited = "limited";
    public const string Broken = "broken";
}
